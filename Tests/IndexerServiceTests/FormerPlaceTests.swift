// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import TestSupport
import Testing

extension Library {
  /// The former places of the document that lies at `path`, as `FOLDER/PATH`.
  fileprivate func formerPlaces(
    of path: String,
    in folder: String = "documents"
  ) throws -> [String] {
    let place = DocumentPlace(folder: folder, path: RelativePath(path))
    let record = try #require(try IndexReader(path: indexPath).document(at: place))
    return record.formerPlaces.map { "\($0.folder)/\($0.path)" }
  }

  /// Makes the index anew, as `splitsearchd rebuild` does.
  fileprivate func rebuild() async throws {
    let writer = try IndexWriter(path: indexPath, opening: .rebuilding)
    let root = Array(documents.path(percentEncoded: false).utf8)
    _ = try await FolderSync.run([WatchedFolder(name: "documents", root: root)], into: writer)
    try writer.publishGeneration()
    try writer.close()
  }
}

@Suite(.timeLimit(.minutes(5)))
struct `Former places` {
  @Test
  func `a document is known to have moved though another file is where it was`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try write("A beaver.\n", to: "b.txt", in: library.documents)
      try write("A vole.\n", to: "c.txt", in: library.documents)
      _ = try await library.syncUntilSettled()
      // One is replaced by an edited copy, two change places; nobody watches.
      try library.move("a.txt", to: "old/a.txt")
      try write("A marmot and a mouse.\n", to: "a.txt", in: library.documents)
      try library.move("b.txt", to: "t.txt")
      try library.move("c.txt", to: "b.txt")
      try library.move("t.txt", to: "c.txt")
      try await library.sync()
      try #expect(library.formerPlaces(of: "old/a.txt") == ["documents/a.txt"])
      try #expect(library.formerPlaces(of: "a.txt") == [])
      try #expect(library.formerPlaces(of: "b.txt") == ["documents/c.txt"])
      try #expect(library.formerPlaces(of: "c.txt") == ["documents/b.txt"])
      try #expect(IndexCheck.run(path: library.indexPath) == [])
      let fresh = try Library(in: folder, index: "fresh")
      try await fresh.sync()
      try #expect(library.export() == fresh.export())
    }
  }

  @Test
  func `they outlive moves, edits and a rebuild, and stand in no export`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "old/a.txt", in: library.documents)
      try write("A beaver.\n", to: "old/b.txt", in: library.documents)
      try await library.sync()
      try library.move("old/a.txt", to: "old/c.txt")
      try await library.sync()
      try #expect(library.formerPlaces(of: "old/c.txt") == ["documents/old/a.txt"])
      // A whole folder.
      try library.move("old", to: "new")
      try await library.sync()
      let places = ["documents/old/a.txt", "documents/old/c.txt"]
      try #expect(library.formerPlaces(of: "new/c.txt") == places)
      try #expect(library.formerPlaces(of: "new/b.txt") == ["documents/old/b.txt"])

      try write("Another marmot.\n", to: "new/c.txt", in: library.documents)
      try await library.sync()
      try #expect(library.formerPlaces(of: "new/c.txt") == places)
      // No text any more.
      try write(Data([0, 1, 2, 3, 0, 0]), to: "new/c.txt", in: library.documents)
      try await library.sync()
      try #expect(library.formerPlaces(of: "new/c.txt") == places)
      try write("A third marmot.\n", to: "new/c.txt", in: library.documents)

      try await library.rebuild()
      try #expect(library.formerPlaces(of: "new/c.txt") == places)
      let reader = try IndexReader(path: library.indexPath)
      let place = DocumentPlace(folder: "documents", path: RelativePath("old/a.txt"))
      #expect(try reader.documents(formerlyAt: place).map(\.path.description) == ["new/c.txt"])
      try #expect(IndexCheck.run(path: library.indexPath) == [])
      let fresh = try Library(in: folder, index: "fresh")
      try await fresh.sync()
      try #expect(library.export() == fresh.export())
    }
  }

  @Test
  func `a watched folder that gets another name moves all its documents`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      for name in ["a", "b"] {
        try write("A marmot of \(name).\n", to: "\(name).txt", in: library.documents)
      }
      try await library.sync()
      let writer = try IndexWriter(path: library.indexPath)
      let root = Array(library.documents.path(percentEncoded: false).utf8)
      let report = try await FolderSync.run(
        [WatchedFolder(name: "papers", root: root)],
        into: writer
      )
      try writer.close()
      #expect(report.moved == 2)
      try #expect(library.formerPlaces(of: "a.txt", in: "papers") == ["documents/a.txt"])
      try #expect(library.formerPlaces(of: "b.txt", in: "papers") == ["documents/b.txt"])
      try #expect(IndexCheck.run(path: library.indexPath) == [])
    }
  }

  @Test
  func `digests are those of the files, whatever became of them`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      // RFC 1321, appendix A.5.
      let digests = [
        "": "d41d8cd98f00b204e9800998ecf8427e", "abc": "900150983cd24fb0d6963f7d28e17f72",
        "message digest": "f96b697d7cb7938d525a2f31aaf161d0",
      ]
      for (index, text) in digests.keys.sorted().enumerated() {
        try write(text, to: "\(index).txt", in: library.documents)
      }
      // Read again, because nothing is settled yet, and moved.
      try await library.sync()
      try await library.sync()
      try library.move("1.txt", to: "moved.txt")
      try await library.sync()
      let reader = try IndexReader(path: library.indexPath)
      for (text, md5) in digests {
        let found = try reader.documents(md5: md5)
        let paths = found.map { library.documents.appending(path: $0.path.description) }
        #expect(try paths.map { try String(contentsOf: $0, encoding: .utf8) } == [text])
        for record in found {
          #expect(try reader.documents(digest: record.digest) == [record])
        }
      }
    }
  }
}
