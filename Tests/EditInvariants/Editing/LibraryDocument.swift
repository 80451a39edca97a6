// SPDX-License-Identifier: GPL-3.0-or-later

/// A document of a library that is edited.
package struct LibraryDocument: Sendable {
  /// Tells it from all others that ever were in the library; a copy is another one.
  package let number: Int
  /// Where it lies below the library's folder.
  package var path: String
  package let kind: any TextKind
  package var document: TrackedDocument
  /// What was done to it since the library was made.
  package var history: [String] = []

  /// What it is counted under.
  package var label: String {
    history.isEmpty ? "nothing" : history.count == 1 ? history[0] : "several"
  }
}

/// What has to be done on disk to follow an edit, in this order.
package enum FileStep: Sendable {
  case rename(from: String, to: String)
  case write(path: String)
  case delete(path: String)
}
