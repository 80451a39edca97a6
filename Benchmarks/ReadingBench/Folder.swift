// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import Foundation
internal import PassageModel

/// A folder of documents.
struct Folder {
  struct File {
    /// Below the folder.
    let name: String
    let bytes: [UInt8]

    func read() throws -> StructuredDocument {
      try DocumentReader.read(bytes, as: try DocumentReader.mediaType(of: RelativePath(name)))
    }
  }

  let path: String

  /// All files below it, by name.
  func files() throws -> [File] {
    let root = URL(filePath: path)
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    return try names.sorted().compactMap { name in
      let url = root.appending(path: name)
      guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else {
        return nil
      }
      return File(name: name, bytes: Array(try Data(contentsOf: url)))
    }
  }
}
