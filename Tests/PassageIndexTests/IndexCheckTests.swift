// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel
import TestSupport
import Testing

@testable import PassageIndex

@Suite(.timeLimit(.minutes(1)))
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
        data: PassageRecord.encode(passage(1, "again"), language: nil),
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
      #expect(try IndexCheck.run(path: path).count == 1)
      try setMetadata("document/00000001", to: "damaged", in: path)
      #expect(try IndexCheck.run(path: path).count == 2)
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
          "passage 1 of document 1 lies outside its document's text"
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
}
