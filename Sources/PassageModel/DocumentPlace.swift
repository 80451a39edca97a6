// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a document or a folder lies.
package struct DocumentPlace: Hashable, Sendable {
  /// The name of the watched folder.
  package let folder: String
  /// Where it lies below that folder; empty for the watched folder itself.
  package let path: RelativePath

  /// Makes a place of its parts.
  package init(folder: String, path: RelativePath) {
    self.folder = folder
    self.path = path
  }

  /// The folder that holds it; the watched folder itself has no parent.
  package var parent: DocumentPlace? {
    guard !path.bytes.isEmpty else { return nil }
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { Array(path.bytes[..<$0]) } ?? []
    return DocumentPlace(folder: folder, path: RelativePath(bytes: parent))
  }

  /// Whether it is one of `places` or lies below one.
  package func isWithin(_ places: Set<DocumentPlace>) -> Bool {
    var folder: DocumentPlace? = self
    while let next = folder {
      if places.contains(next) { return true }
      folder = next.parent
    }
    return false
  }
}
