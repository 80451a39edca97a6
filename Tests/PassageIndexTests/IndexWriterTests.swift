// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageIndex
import PassageModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Index writer` {
  @Test
  func `passages, records and folders are read as they were written`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      try writer.setFolder("documents", root: [47, 0xFF])
      let number = try writer.add("one two", "two three")
      try writer.setComplete(true)
      #expect(writer.hasUncommittedChanges)
      #expect(try writer.document(number)?.passageCount == 2)
      try writer.commit()
      #expect(!writer.hasUncommittedChanges)

      let reader = try IndexReader(path: path)
      #expect(reader.revision == 1)
      #expect(reader.isComplete)
      #expect(reader.passageCount == 2)
      #expect(try reader.folders() == ["documents": [47, 0xFF]])
      var expected = record(number)
      expected.passageCount = 2
      expected.length = TextLength(bytes: 18, characters: 18, utf16: 18)
      #expect(try reader.documents() == [expected])
      #expect(try reader.document(number) == expected)
      #expect(try reader.document(DocumentNumber(9)) == nil)
      let passages = try reader.passages(of: number)
      let second = passage(2, "two three", after: "one two\n")
      #expect(passages.map(\.passage) == [passage(1, "one two"), second])
      #expect(passages.map(\.document) == [number, number])
      #expect(try reader.passages(of: DocumentNumber(9)).isEmpty)
    }
  }

  @Test
  func `a writer dropped or closed before a commit publishes nothing`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "old")
      do {
        let writer = try IndexWriter(path: path)
        for _ in 0..<50 { try writer.add("new") }
      }
      let writer = try IndexWriter(path: path)
      try writer.add("newer")
      try writer.close()
      let reader = try IndexReader(path: path)
      #expect(reader.revision == 1)
      #expect(reader.passageCount == 1)
      #expect(try reader.vocabulary(prefix: "", limit: 10) == ["old"])
      #expect(try IndexCheck.run(path: path) == [])
    }
  }

  @Test
  func `a second writer is told which process holds the lock`() async throws {
    try await withIndexPath { path in
      let first = try IndexWriter(path: path)
      let error = #expect(throws: IndexError.self) { try IndexWriter(path: path) }
      #expect(error?.code == .locked)
      #expect(error?.message.hasSuffix("is being written by process \(getpid())") == true)
      try first.close()
      try IndexWriter(path: path).close()
    }
  }

  @Test
  func `a commit without changes makes no revision`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      try writer.add("one")
      try writer.commit()
      try writer.commit()
      try writer.setComplete(false)
      #expect(!writer.hasUncommittedChanges)
      try writer.commit()
      #expect(try IndexReader(path: path).revision == 1)
    }
  }

  @Test
  func `replacing leaves nothing of the old passages`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      let number = try writer.add("old one", "old two")
      let other = try writer.add("other", path: "b.txt")
      try writer.commit()
      try writer.replace(record(number), texts: ["new"])
      try writer.commit()
      let reader = try IndexReader(path: path)
      #expect(try reader.find(.term("old")).isEmpty)
      #expect(try reader.texts(.term("new")) == ["new"])
      #expect(try reader.document(number)?.passageCount == 1)
      #expect(try reader.passages(of: other).map(\.passage.text) == ["other"])
      #expect(try IndexCheck.run(path: path) == [])
    }
  }

  @Test
  func `renaming rewrites the record alone`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      let number = try writer.add("one", "two")
      try writer.commit()
      let before = try IndexReader(path: path).passages(of: number).map(\.id)
      var moved = try #require(try writer.document(number))
      moved.path = RelativePath("b/c.txt")
      try writer.update(moved)
      try writer.commit()
      let reader = try IndexReader(path: path)
      #expect(try reader.documents().map(\.path) == [moved.path])
      #expect(try reader.passages(of: number).map(\.id) == before)
    }
  }

  @Test
  func `removing leaves no passage and no record, but the words`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      try writer.setFolder("documents", root: [47])
      let number = try writer.add("one")
      let other = try writer.add("two", path: "b.txt")
      try writer.commit()
      try writer.remove(number)
      try writer.remove(DocumentNumber(77))
      try writer.setFolder("documents", root: nil)
      try writer.commit()
      let reader = try IndexReader(path: path)
      #expect(try reader.documents().map(\.number) == [other])
      #expect(try reader.find(.term("one")).isEmpty)
      #expect(try reader.folders() == [:])
      #expect(try reader.vocabulary(prefix: "", limit: 10) == ["one", "two"])
      #expect(try IndexCheck.run(path: path) == [])
    }
  }

  @Test
  func `a document number is never given twice`() async throws {
    try await withIndexPath { path in
      var given: [DocumentNumber] = []
      for _ in 0..<3 {
        let writer = try IndexWriter(path: path)
        let number = try writer.add("one")
        let skipped = try writer.nextDocumentNumber()
        given += [number, skipped]
        try writer.remove(number)
        try writer.commit()
        try writer.beginGeneration()
        given.append(try writer.nextDocumentNumber())
        try writer.publishGeneration()
        try writer.close()
      }
      #expect(given.map(\.rawValue) == Array(1...9))
    }
  }

  @Test
  func `a number that a record brings is not given again`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      try writer.update(record(DocumentNumber(5)))
      #expect(try writer.nextDocumentNumber() == DocumentNumber(6))
    }
  }

  @Test
  func `a term that is too long is refused before anything is changed`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      let number = try writer.add("one")
      let long = String(repeating: "x", count: 246)
      #expect(code { try writer.replace(record(number), texts: [long]) } == .engine)
      try writer.commit()
      #expect(try IndexReader(path: path).texts(.term("one")) == ["one"])
      let name = String(repeating: "x", count: 239)
      #expect(code { try writer.setFolder(name, root: [47]) } == .engine)
      try writer.setFolder(String(name.dropLast()), root: [47])
      try writer.commit()
    }
  }

  @Test
  func `a closed writer refuses every call`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      try writer.close()
      #expect(code { _ = try writer.documents() } == .engine)
      #expect(code { try writer.remove(DocumentNumber(1)) } == .engine)
    }
  }

  @Test
  func `an index of a newer format is unknownVersion for all`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      try setMetadata("format", to: "5", in: path)
      #expect(code { _ = try IndexReader(path: path) } == .unknownVersion)
      #expect(code { _ = try IndexWriter(path: path) } == .unknownVersion)
      try setMetadata("format", to: "", in: path)
      #expect(code { _ = try IndexReader(path: path) } == .notAnIndex)
      #expect(code { _ = try IndexWriter(path: path) } == .notAnIndex)
    }
  }

  @Test
  func `an index of an older format is outdated until it is rebuilt, and numbers go on`()
    async throws
  {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      let number = try #require(try IndexReader(path: path).documents().first).number
      try setMetadata("format", to: "3", in: path)
      #expect(code { _ = try IndexReader(path: path) } == .outdatedVersion)
      #expect(code { _ = try IndexWriter(path: path) } == .outdatedVersion)
      let writer = try IndexWriter(path: path, opening: .rebuilding)
      try writer.add("two")
      #expect(code { _ = try IndexReader(path: path) } == .outdatedVersion)
      try writer.publishGeneration()
      try writer.close()
      let documents = try IndexReader(path: path).documents()
      #expect(documents.map { $0.number > number } == [true])
    }
  }

  @Test
  func `words are in the vocabulary once, sorted, and none is too long`() async throws {
    try await withIndexPath { path in
      let (fits, long) = (String(repeating: "x", count: 64), String(repeating: "y", count: 65))
      try makeIndex(path, "peace peaceful \(fits) \(long)", "peace war")
      let writer = try IndexWriter(path: path)
      try writer.add("peace war zeal")
      try writer.add("peaceable zeal")
      try writer.commit()
      let reader = try IndexReader(path: path)
      let words = ["peace", "peaceable", "peaceful", "war", fits, "zeal"]
      #expect(try reader.vocabulary(prefix: "", limit: 100) == words)
      #expect(try reader.vocabulary(prefix: "peace", limit: 2) == ["peace", "peaceable"])
      #expect(try reader.vocabulary(prefix: "zz", limit: 2) == [])
      #expect(try reader.vocabulary(prefix: "q", limit: 2) == [])
    }
  }
}
