// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation
internal import IndexerService
internal import PassageIndex
internal import PassageModel

/// The files of a library, and the index of them.
final class LibraryOnDisk {
  static let folderName = "documents"
  private let folder: URL
  private let documents: URL

  /// An absolute path.
  var indexPath: String { folder.appending(path: "index").path(percentEncoded: false) }

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appending(path: "anchor-proof-\(UUID().uuidString)", directoryHint: .isDirectory)
    documents = folder.appending(path: "documents", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// Does on disk what was done to the library; texts are written as they are in the end.
  func follow(_ library: inout LibraryEditor) throws {
    for step in library.takeSteps() {
      switch step {
      case .rename(let from, let to):
        try makeFolder(of: to)
        try FileManager.default.moveItem(at: file(from), to: file(to))
      case .delete(let path): try FileManager.default.removeItem(at: file(path))
      case .write(let path):
        // A file that has to be there to be renamed or deleted later; its text follows.
        try makeFolder(of: path)
        if !FileManager.default.fileExists(atPath: file(path).path(percentEncoded: false)) {
          try Data().write(to: file(path))
        }
      }
    }
    for document in library.documents { try write(document) }
  }

  /// Brings the index up to date, until no file is so new that it might change unseen.
  func sync() async throws {
    let root = Array(documents.path(percentEncoded: false).utf8.dropLast())
    while true {
      let writer = try IndexWriter(path: indexPath)
      _ = try await FolderSync.run([WatchedFolder(name: Self.folderName, root: root)], into: writer)
      try writer.close()
      let documents = try IndexReader(path: indexPath).documents()
      if documents.allSatisfy(\.checkpoint.isSettled) { return }
    }
  }

  /// Writes a text if it is not what is there, in place: the file stays the same file.
  private func write(_ document: LibraryDocument) throws {
    var utf8 = RenderedDocument(document.document).text.utf8
    if document.number % 5 == 0 {
      utf8 = utf8.flatMap { $0 == UInt8(ascii: "\n") ? [0x0D, 0x0A] : [$0] }
    }
    let data = Data(utf8)
    guard try Data(contentsOf: file(document.path)) != data else { return }
    try data.write(to: file(document.path))
  }

  private func file(_ path: String) -> URL { documents.appending(path: path) }

  private func makeFolder(of path: String) throws {
    try FileManager.default.createDirectory(
      at: file(path).deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
  }
}
