// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexExport
import IndexerService
import PassageIndex
import PassageModel
import TestSupport
import Testing

struct `Folder sync` {
  @Test
  func `new, changed, moved and vanished files are taken for what they are`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      for name in ["a", "b", "c", "d"] {
        try write(
          "Title \(name)\n\nA paragraph of \(name).\n",
          to: "\(name).txt",
          in: library.documents
        )
      }
      let first = try await library.sync()
      #expect(first.added == 4 && first.passagesWritten == 4)
      let numbers = Dictionary(
        uniqueKeysWithValues: try library.records().map { ($0.path.description, $0.number) }
      )

      try write("Title a\n\nAnother paragraph.\n", to: "a.txt", in: library.documents)
      try library.move("b.txt", to: "moved/b2.txt")
      try library.remove("c.txt")
      let second = try await library.sync()
      #expect(second.updated == 1)
      #expect(second.moved == 1)
      #expect(second.removed == 1)
      #expect(second.added == 0)
      #expect(second.passagesWritten == 1)
      let after = try library.records()
      #expect(after.map(\.path.description).sorted() == ["a.txt", "d.txt", "moved/b2.txt"])
      #expect(after.first { $0.path.description == "moved/b2.txt" }?.number == numbers["b.txt"])
      #expect(after.first { $0.path.description == "a.txt" }?.number == numbers["a.txt"])
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
    }
  }

  @Test
  func `files about which nothing changed are not read again, and nothing is written`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("One paragraph.\n", to: "a.txt", in: library.documents)
      // A time long past, so that the checkpoint is settled; the change time cannot be set, so
      // syncs are repeated until it is.
      try await library.sync()
      var report = try await library.sync()
      while report.unchanged == 0 { report = try await library.sync() }
      #expect(report.bytesRead == 0)
      let revision = try IndexReader(path: library.indexPath).revision
      try await library.sync()
      try #expect(IndexReader(path: library.indexPath).revision == revision)
    }
  }

  @Test
  func `what cannot be read keeps a record with its reason, and the others go on`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("Good text.\n", to: "good.txt", in: library.documents)
      try write(Data([0x25, 0x50, 0x00, 0x01, 0xFF]), to: "binary.dat", in: library.documents)
      try write(String(repeating: "long ", count: 100), to: "long.txt", in: library.documents)
      var options = SyncOptions()
      options.maximumByteCount = 400
      let report = try await library.sync(options)
      #expect(report.added == 1)
      let reasons = Dictionary(
        uniqueKeysWithValues: report.problems.map { ($0.path.description, $0.reason) }
      )
      #expect(reasons["long.txt"] == "larger than max-file-size (400 bytes)")
      #expect(reasons["binary.dat"]?.hasPrefix("binary file") == true)
      let failures = try library.records().filter { $0.failure != nil }
      #expect(failures.count == 2)
      // A higher limit is tried at once, though the file did not change.
      let again = try await library.sync()
      try #expect(library.records().filter { $0.failure != nil }.count == 1, "\(again)")
    }
  }

  @Test
  func `a folder that is gone deletes nothing, and one no longer named is forgotten`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("Some text.\n", to: "a.txt", in: library.documents)
      try await library.sync()
      try FileManager.default.moveItem(
        at: library.documents,
        to: folder.appending(path: "elsewhere")
      )
      let report = try await library.sync()
      #expect(report.isIncomplete && report.removed == 0)
      try #expect(library.records().count == 1)

      let writer = try IndexWriter(path: library.indexPath)
      let other = try await FolderSync.run([], into: writer)
      try writer.close()
      #expect(other.removed == 1)
      try #expect(library.records().isEmpty)
    }
  }

  @Test
  func `two files of the same content are two documents`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("The same text.\n", to: "a.txt", in: library.documents)
      try write("The same text.\n", to: "b.txt", in: library.documents)
      try await library.sync()
      try library.remove("a.txt")
      try write("The same text.\n", to: "c.txt", in: library.documents)
      try write("The same text.\n", to: "d.txt", in: library.documents)
      let report = try await library.sync()
      #expect(report.moved == 1 && report.added == 1 && report.removed == 0)
      try #expect(
        library.records().map(\.path.description).sorted() == ["b.txt", "c.txt", "d.txt"]
      )
    }
  }

  @Test(arguments: 0..<10)
  func `an index grown by random edits equals a fresh one`(seed: Int) async throws {
    try await withTemporaryFolder { folder in
      var random = SeededGenerator(seed: UInt64(seed))
      let library = try Library(in: folder)
      var edits = RandomEdits(library)
      for _ in 0..<8 {
        for _ in 0..<Int.random(in: 1...5, using: &random) { try edits.edit(&random) }
        try await library.sync()
        try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
      }
      let fresh = try Library(in: folder, index: "fresh")
      try await fresh.sync()
      let expected = try fresh.export()
      try #expect(library.export() == expected)
      #expect(expected.count >= edits.names.count)
    }
  }
}
