// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Where a document or a folder lies.
struct DocumentPlace: Hashable, Sendable {
  let folder: String
  let path: RelativePath

  init(folder: String, path: RelativePath) {
    self.folder = folder
    self.path = path
  }

  init(_ record: DocumentRecord) {
    self.init(folder: record.folder, path: record.path)
  }

  /// The folder that holds it; the watched folder itself has an empty path and no parent.
  var parent: DocumentPlace? {
    guard !path.bytes.isEmpty else { return nil }
    let slash = path.bytes.lastIndex(of: UInt8(ascii: "/"))
    let parent = slash.map { Array(path.bytes[..<$0]) } ?? []
    return DocumentPlace(folder: folder, path: RelativePath(bytes: parent))
  }

  /// Whether it is one of `places` or lies below one.
  func isWithin(_ places: Set<DocumentPlace>) -> Bool {
    var folder: DocumentPlace? = self
    while let next = folder {
      if places.contains(next) { return true }
      folder = next.parent
    }
    return false
  }
}
