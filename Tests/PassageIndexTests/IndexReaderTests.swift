// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel
import TestSupport
import Testing

@testable import PassageIndex

@Suite(.timeLimit(.minutes(5)))
struct `Index reader` {
  @Test
  func `each operator finds what it says`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "red green", "green blue", "blue red yellow", "green red")
      let reader = try IndexReader(path: path)
      func found(_ query: EngineQuery) throws -> Set<String> { Set(try reader.texts(query)) }
      let (red, green, blue) = (
        EngineQuery.term("red"), EngineQuery.term("green"), EngineQuery.term("blue")
      )
      #expect(try found(.nothing) == [])
      #expect(try found(red) == ["red green", "blue red yellow", "green red"])
      #expect(try found(.all([red, green])) == ["red green", "green red"])
      #expect(try found(.any([red, blue])).count == 4)
      #expect(try found(.any([])) == [])
      #expect(try found(.all([])) == [])
      #expect(try found(.excluding(red, green)) == ["blue red yellow"])
      #expect(try found(.phrase(["red", "green"], window: 2)) == ["red green"])
      #expect(try found(.phrase(["blue", "yellow"], window: 2)) == [])
      #expect(try found(.phrase(["blue", "yellow"], window: 3)) == ["blue red yellow"])
      #expect(try found(.phrase(["red"], window: 0)).count == 3)
      #expect(try found(.phrase([], window: 0)) == [])
      #expect(try found(.term(String(repeating: "x", count: 300))) == [])
      #expect(try found(.phrase(["red", String(repeating: "x", count: 300)], window: 2)) == [])
      #expect(try reader.find(.scaled(red, 0)).map(\.weight) == [0, 0, 0])
    }
  }

  @Test
  func `weights are added and multiplied`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "red green", "blue", "blue", "blue")
      let reader = try IndexReader(path: path)
      func weight(_ query: EngineQuery) throws -> Double {
        try reader.find(query).first?.weight ?? -1
      }
      let (red, green) = (EngineQuery.term("red"), EngineQuery.term("green"))
      let one = try weight(red)
      #expect(one > 0)
      #expect(abs(try weight(.any([red, green])) - 2 * one) < 1e-9)
      #expect(abs(try weight(.scaled(red, 3)) - 3 * one) < 1e-9)
      #expect(abs(try weight(.term("red", count: 2)) - 2 * one) < 0.01 * one)
    }
  }

  @Test
  func `equal weights come in the engine's order, page by page`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "same", "same", "same", "same", "same")
      let reader = try IndexReader(path: path)
      var ordinals: [Int] = []
      for first in [0, 2, 4, 6] {
        let page = try reader.search(
          .term("same"),
          first: first,
          limit: 2,
          checkAtLeast: 10,
          weighting: plainWeighting
        )
        ordinals += page.passages.map(\.passage.ordinal)
        #expect(page.matches == MatchCounts(lower: 5, estimated: 5, upper: 5))
      }
      #expect(ordinals == [1, 2, 3, 4, 5])
      let rest = try reader.search(
        .term("same"),
        first: 1,
        limit: .max,
        checkAtLeast: .max,
        weighting: plainWeighting
      )
      #expect(rest.passages.map(\.passage.ordinal) == [2, 3, 4, 5])
    }
  }

  @Test
  func `a walk sees every passage once, with its postings if asked for`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "b a b", "c", "d")
      let reader = try IndexReader(path: path)
      let first = try reader.passages(after: EngineDocID(0), limit: 2, withPostings: true)
      #expect(first.map(\.passage.text) == ["b a b", "c"])
      #expect(String(decoding: first[0].postings, as: UTF8.self) == "a\t1\t2\nb\t2\t1,3\n")
      let rest = try reader.passages(after: first[1].id, limit: 2, withPostings: false)
      #expect(rest.map(\.passage.text) == ["d"])
      #expect(rest[0].postings.isEmpty)
      #expect(try reader.passages(after: EngineDocID(.max), limit: 2, withPostings: false).isEmpty)
    }
  }

  @Test
  func `a query deeper than 500 is refused`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "a")
      let reader = try IndexReader(path: path)
      var query = EngineQuery.term("a")
      for _ in 0..<500 { query = .scaled(query, 1) }
      #expect(code { _ = try reader.find(query) } == .engine)
    }
  }

  @Test
  func `a reader outlived by commits is opened afresh and asked again`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      func write(_ round: Int) throws {
        for number in 1...40 as ClosedRange<UInt32> {
          let texts = (0..<10).map { "word\($0) round\(round)" }
          try writer.replace(record(DocumentNumber(number)), texts: texts)
        }
        try writer.commit()
      }
      try write(0)
      var attempts = 0
      var sawLoss = false
      let revision = try IndexReader.withNewestRevision(of: path) { reader in
        attempts += 1
        if attempts == 1 { for round in 1...4 { try write(round) } }
        do {
          _ = try reader.passages(after: EngineDocID(0), limit: 1_000, withPostings: true)
        } catch let error as IndexError {
          sawLoss = error.code == .revisionLost
          throw error
        }
        return reader.revision
      }
      #expect(sawLoss)
      #expect(attempts == 2)
      #expect(revision == 5)
    }
  }

  @Test
  func `a revision lost for ever is given up after ten attempts`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "a")
      var attempts = 0
      let found = code {
        try IndexReader.withNewestRevision(of: path) { _ in
          attempts += 1
          throw IndexError(code: .revisionLost, message: "lost")
        }
      }
      #expect(found == .revisionLost)
      #expect(attempts == 10)
    }
  }

  @Test
  func `damage is believed only if nobody has written meanwhile`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      var attempts = 0
      let revision = try IndexReader.withNewestRevision(of: path) { reader in
        attempts += 1
        if attempts == 1 {
          let writer = try IndexWriter(path: path)
          try writer.add("two")
          try writer.commit()
          throw IndexError(code: .corrupt, message: "a block that was overwritten")
        }
        return reader.revision
      }
      #expect(try attempts == 2 && revision == IndexReader(path: path).revision)
      let found = code {
        try IndexReader.withNewestRevision(of: path) { _ in
          attempts += 1
          throw IndexError(code: .corrupt, message: "damage")
        }
      }
      #expect(found == .corrupt && attempts == 3)
    }
  }

  @Test
  func `any other error is passed on at once`() async throws {
    struct Stop: Error {}
    try await withIndexPath { path in
      try makeIndex(path, "a")
      var attempts = 0
      #expect(throws: Stop.self) {
        try IndexReader.withNewestRevision(of: path) { _ in
          attempts += 1
          throw Stop()
        }
      }
      #expect(attempts == 1)
      #expect(code { try IndexReader.withNewestRevision(of: "\(path)x") { _ in } } == .notFound)
    }
  }
}

struct `Words that are spelled almost alike` {
  /// The same distance, by its definition.
  private func distance(_ left: [Character], _ right: [Character]) -> Int {
    var table = (0...left.count).map { i in (0...right.count).map { i == 0 ? $0 : i } }
    for i in 1..<left.count + 1 {
      for j in 1..<right.count + 1 {
        table[i][j] = min(
          table[i - 1][j] + 1,
          table[i][j - 1] + 1,
          table[i - 1][j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
        )
        if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
          table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
        }
      }
    }
    return table[left.count][right.count]
  }

  @Test
  func `are all that are near enough, and no others`() async throws {
    try await withIndexPath { path in
      var random = SeededGenerator(seed: 5)
      let words = Set(
        (0..<400).map { _ in
          String(
            (0..<Int.random(in: 2...7, using: &random)).map { _ in
              Array("abмé").randomElement(using: &random) ?? "a"
            }
          )
        }
      ).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      let writer = try IndexWriter(path: path)
      try writer.add(words.joined(separator: " "))
      try writer.commit()
      let reader = try IndexReader(path: path)
      for word in words.prefix(60) + ["", "abababa", "мммм", "zzz"] {
        for most in 0...3 {
          let near = words.filter { distance(Array(word), Array($0)) <= most }
          let found = try reader.words(near: word, within: most, prefix: "", limit: 1000)
          #expect(found == near, "\(word) \(most)")
          #expect(
            try reader.words(near: word, within: most, prefix: "м", limit: 1000)
              == near.filter { $0.hasPrefix("м") }
          )
          #expect(
            try reader.words(near: word, within: most, prefix: "", limit: 2)
              == Array(near.prefix(2))
          )
        }
      }
    }
  }
}

@Suite(.timeLimit(.minutes(5)))
struct `Generations` {
  @Test
  func `readers see the old generation until the new one is published`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "old")
      let writer = try IndexWriter(path: path)
      try writer.setFolder("documents", root: [47])
      try writer.beginGeneration()
      #expect(try writer.documents().isEmpty)
      #expect(try writer.folders() == ["documents": [47]])
      try writer.add("new")
      try writer.commit()
      let old = try IndexReader(path: path)
      #expect(try old.texts(.any([.term("old"), .term("new")])) == ["old"])
      try writer.publishGeneration()
      #expect(try old.texts(.term("old")) == ["old"])
      let new = try IndexReader(path: path)
      #expect(try new.texts(.any([.term("old"), .term("new")])) == ["new"])
      #expect(new.revision > old.revision)
      #expect(try new.vocabulary(prefix: "", limit: 5) == ["new"])
    }
  }

  @Test
  func `only the generation before the current one is kept`() async throws {
    try await withIndexPath { path in
      func generations() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: path)
          .filter { $0.hasPrefix("generation-") }.sorted()
      }
      let writer = try IndexWriter(path: path)
      try writer.add("one")
      try writer.commit()
      let reader = try IndexReader(path: path)
      for _ in 0..<3 {
        try writer.beginGeneration()
        try writer.publishGeneration()
      }
      #expect(try generations() == ["generation-000003", "generation-000004"])
      #expect(try reader.texts(.term("one")) == ["one"], "what is open stays readable")
      try writer.beginGeneration()
      try writer.add("lost")
      try writer.commit()
      try writer.close()
      #expect(try generations().count == 3)
      try IndexWriter(path: path).close()
      #expect(try generations() == ["generation-000003", "generation-000004"])
      #expect(try IndexReader(path: path).passageCount == 0)
    }
  }

  @Test
  func `generations are begun and published in turn`() async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      #expect(code { try writer.publishGeneration() } == .engine)
      try writer.beginGeneration()
      #expect(code { try writer.beginGeneration() } == .engine)
      try writer.publishGeneration()
    }
  }
}
