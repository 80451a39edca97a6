// SPDX-License-Identifier: GPL-3.0-or-later

import PassageIndex
import PassageModel
import Testing

/// What a reader offers for planning queries.
struct `A reader of words and sets` {
  private func withReader(_ body: (IndexReader) throws -> Void) async throws {
    try await withIndexPath { path in
      let writer = try IndexWriter(path: path)
      try writer.add("alpha beta", "alphabet soup", path: "a.txt")
      try writer.add("beta gamma жук", path: "b.txt")
      try writer.add("gamma x", path: "c.txt")
      try writer.commit()
      try writer.close()
      try body(try IndexReader(path: path))
    }
  }

  @Test
  func `words that match patterns, each once, up to a limit`() async throws {
    try await withReader { reader in
      func words(_ patterns: String..., limit: Int = 100) throws -> [String] {
        try reader.words(matching: patterns, limit: limit).sorted()
      }
      try #expect(words("alpha*") == ["alpha", "alphabet"])
      try #expect(words("alpha") == ["alpha"])
      try #expect(words("alph") == [])
      try #expect(words("*eta") == ["beta"])
      try #expect(words("?eta", "*mm*") == ["beta", "gamma"])
      try #expect(words("ж?к") == ["жук"])
      try #expect(words("*", limit: 2).count == 2)
      try #expect(words("a*", limit: 1).count == 1)
      try #expect(words() == [])
    }
  }

  @Test
  func `frequencies of terms in their order`() async throws {
    try await withReader { reader in
      let terms = ["beta", "nowhere", "gamma", "", String(repeating: "x", count: 300), "жук"]
      try #expect(reader.frequencies(of: terms) == [2, 0, 2, 0, 0, 1])
      try #expect(reader.frequencies(of: []) == [])
    }
  }

  @Test
  func `passages of documents, of all, and of synonyms`() async throws {
    try await withReader { reader in
      let numbers = try reader.documents().sorted { $0.path < $1.path }.map(\.number)
      #expect(numbers.count == 3)
      func texts(_ query: EngineQuery) throws -> [String] { try reader.texts(query).sorted() }
      try #expect(
        texts(.documents([numbers[0], numbers[2]])) == ["alpha beta", "alphabet soup", "gamma x"]
      )
      try #expect(texts(.documents([])) == [])
      try #expect(texts(.documents([DocumentNumber(1_000_000)])) == [])
      try #expect(texts(.everything).count == 4)
      try #expect(
        texts(.excluding(.everything, .documents([numbers[0]]))) == ["beta gamma жук", "gamma x"]
      )
      try #expect(texts(.all([.documents([numbers[1]]), .term("beta")])) == ["beta gamma жук"])
      try #expect(texts(.synonyms(["alpha", "x"])) == ["alpha beta", "gamma x"])
      try #expect(texts(.synonyms([])) == [])
      // As if they were one word, which two passages of four hold.
      let weights = try reader.find(.synonyms(["alpha", "x"])).map(\.weight)
      let single = try reader.find(.term("beta")).map(\.weight)
      #expect(weights.allSatisfy { $0 > 0 && $0 <= (single.max() ?? 0) + 1e-9 })
    }
  }
}
