// SPDX-License-Identifier: GPL-3.0-or-later

/// A file of references that stands beside documents, or above them.
package struct Sidecar: Hashable, Sendable {
  /// `FOLDER/PATH`, for people.
  package let origin: String
  /// Its entries.
  package let references: [Reference]

  /// Makes a sidecar.
  package init(origin: String, references: [Reference]) {
    self.origin = origin
    self.references = references
  }
}
