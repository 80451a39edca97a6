// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel
import TestSupport
import Testing

@testable import PassageIndex

@Suite(.timeLimit(.minutes(5)))
struct `Index check` {
  @Test
  func `a sound index has no findings`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one", "two")
      #expect(try IndexCheck.run(path: path) == [])
      #expect(code { _ = try IndexCheck.run(path: "\(path)x") } == .notFound)
    }
  }

  @Test
  func `a stray passage is found`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      try addRawPassage(
        of: 7,
        data: PassageRecord.encode(passage(1, "stray"), language: nil),
        in: path
      )
      #expect(
        try IndexCheck.run(path: path) == ["1 passages belong to document 7, which has no record"]
      )
    }
  }

  @Test
  func `a passage too many is found`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      try addRawPassage(
        of: 1,
        data: PassageRecord.encode(passage(1, "one"), language: nil),
        in: path
      )
      let findings = try IndexCheck.run(path: path)
      #expect(findings.count == 1)
      #expect(findings.first?.hasPrefix("document 1 has 2 passages") == true)
    }
  }

  @Test
  func `a missing and a damaged record are found`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      try setMetadata("document/00000001", to: "", in: path)
      // Its passage, its gaps and the entry of its place belong to none.
      #expect(try IndexCheck.run(path: path).count == 3)
      try setMetadata("document/00000001", to: "damaged", in: path)
      #expect(try IndexCheck.run(path: path).count == 4)
    }
  }

  @Test
  func `a passage that does not decode is found`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      try addRawPassage(of: 1, data: [1, 2, 3], in: path)
      let findings = try IndexCheck.run(path: path)
      #expect(findings.first?.hasPrefix("passage 2 of document 1: the index is damaged") == true)
    }
  }

  @Test
  func `a passage outside its document's text is found`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      var short = record(try writer.nextDocumentNumber())
      short.length = .zero
      try writer.replace(short, passages: [analyzed(1, "long")], gaps: .none)
      try writer.commit()
      #expect(
        try IndexCheck.run(path: path) == [
          "passage 1 of document 1 lies outside its document's text",
          "the index is damaged: the text of document 1 does not fit together at its length",
        ]
      )
    }
  }

  @Test
  func `a truncated table is found`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one", "two")
      let file = try FileHandle(
        forUpdating: URL(filePath: "\(path)/generation-000001/docdata.glass")
      )
      try file.truncate(atOffset: 100)
      try file.close()
      #expect(try !IndexCheck.run(path: path).isEmpty)
    }
  }

  /// The only key of the metadata that begins with `prefix`.
  private func onlyKey(_ prefix: String, in path: String) throws -> String {
    let keys = try IndexReader(path: path).metadataKeys(prefix: prefix)
    try #require(keys.count == 1)
    return keys[0]
  }

  @Test(arguments: ["", "\n", "\n\n\n", "\u{e9}", "\u{1F642}"])
  func `gaps that are missing, too short, too long or others are found`(gaps: String) async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one", "two")
      let key = try onlyKey("gaps/", in: path)
      try setMetadata(key, to: gaps, in: path)
      #expect(try IndexCheck.run(path: path).count == 1)
      let reader = try IndexReader(path: path)
      let text = code { _ = try reader.text(of: DocumentNumber(1)) }
      // Of the right length in all units they show only by the lines of the second passage.
      #expect(text == .corrupt)
      try setMetadata(key, to: "  ", in: path)
      let finding = "passage 2 of document 1 stands elsewhere in the text than it says"
      #expect(try IndexCheck.run(path: path) == [finding])
    }
  }

  @Test
  func `gaps of no document are found`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      for key in ["gaps/00000002/00000000", "gaps/x", "gaps/1/00000000"] {
        try setMetadata(key, to: "x", in: path)
        #expect(try IndexCheck.run(path: path) == ["\(key) belongs to no document"])
        try setMetadata(key, to: "", in: path)
      }
      try setMetadata("gaps/00000001/00000001", to: "x", in: path)
      #expect(try IndexCheck.run(path: path).count == 1)
    }
  }

  @Test(arguments: ["place/", "former/", "digest/", "md5/"])
  func `an entry that is missing and one too many are found`(prefix: String) async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      var one = record(try writer.nextDocumentNumber(), "old.txt")
      (one.digest, one.md5) = ("sha256:1", "2")
      try writer.replace(one, texts: ["one"])
      one.path = RelativePath("new.txt")
      one.length = TextLength(bytes: 4, characters: 4, utf16: 4)
      one.passageCount = 1
      try writer.update(one)
      try writer.commit()
      try writer.close()
      try #require(try IndexCheck.run(path: path) == [])
      let key = try onlyKey(prefix, in: path)
      try setMetadata(key, to: "", in: path)
      #expect(try IndexCheck.run(path: path) == ["\(key) is missing"])
      try setMetadata(key, to: "1", in: path)
      for stray in ["\(key.dropLast())2", "\(prefix)0123456789abcdef/00000001", "\(prefix)x"] {
        try setMetadata(stray, to: "1", in: path)
        let finding = "\(stray) leads to a document that it should not lead to"
        #expect(try IndexCheck.run(path: path) == [finding])
        try setMetadata(stray, to: "", in: path)
      }
    }
  }
}
