// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import PassageSearch
import TestSupport
import Testing

extension Searcher {
  fileprivate func paths(_ query: String, limit: Int = 10, offset: Int = 0) throws -> [String] {
    try search(SearchRequest(query: query, limit: limit, offset: offset)).hits
      .map(\.document.path.description)
  }
}

struct `A search` {
  private static let texts = [
    "a.md": "# Treaty\n\nPeaceful coexistence was the policy of Khrushchev.[1]\n",
    "b.md": "# Fishing\n\nCoexistence of pike and perch can be less than peaceful.\n",
    "c.md": "# Harbours\n\nPort Arthur (Lüshunkou) lies at the end of Liaodong.\n",
    "d.md": "# Peaceful Means\n\n## Of fishing\n\nNets are mended in winter.\n",
  ]

  @Test
  func `passages that hold more of the words, closer together, come first`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(searcher.paths("peaceful coexistence").prefix(2) == ["a.md", "b.md"])
    }
  }

  @Test
  func `titles and headings count for the passages under them`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(searcher.paths("fishing").sorted() == ["b.md", "d.md"])
    }
  }

  @Test(arguments: ["Lushunkou", "LÜSHUNKOU", "lüshunkou", "“Lushunkou”"])
  func `case, diacritics and typography make no difference`(query: String) async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(searcher.paths(query) == ["c.md"])
    }
  }

  /// Xapian's AND_MAYBE weighted phrases by the order in which passages had been added.
  @Test
  func `weights do not depend on the order in which documents came`() async throws {
    var random = SeededGenerator(seed: 3)
    let words = [
      "heat", "flow", "wing", "model", "speed", "law", "plate", "layer", "shock", "drag",
    ]
    let texts = (0..<300).map { _ in
      (0..<Int.random(in: 5...60, using: &random))
        .map { _ in words.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    var rankings: [[String: Double]] = []
    for isReversed in [false, true] {
      let named = texts.enumerated().map { index, text in
        (String(format: "%03d.txt", isReversed ? 299 - index : index), text)
      }
      try await withSearcher(of: Dictionary(uniqueKeysWithValues: named)) { searcher in
        let query = "heat flow over wing model at speed law plate"
        let page = try searcher.search(SearchRequest(query: query, limit: 100))
        rankings.append(
          Dictionary(page.hits.map { ($0.passage.text, $0.weight) }) { first, _ in first }
        )
      }
    }
    let shared = rankings[0].filter { rankings[1][$0.key] != nil }
    #expect(shared.count > 90)
    for (text, weight) in shared {
      #expect(abs(weight - (rankings[1][text] ?? 0)) < 1e-9, "\(text)")
    }
  }

  @Test(arguments: [
    "peaceful coexistence", "policy of Khrushchev", "fishing pike* -nets",
    "\"peaceful coexistence\"",
    "treaty peaceful peace Peaceful", "title:treaty coexist", "Lüshunkou NEAR Liaodong port",
  ])
  func `the parts of a weight are all of it`(query: String) async throws {
    try await withSearcher(of: Self.texts) { searcher in
      let page = try searcher.search(SearchRequest(query: query, explains: true))
      #expect(!page.hits.isEmpty)
      for hit in page.hits {
        let parts = try #require(hit.explanation)
        let sum =
          parts.words.reduce(0) { $0 + $1.weight } + parts.adjacency + parts.exactness
          + parts.sentence + parts.verbatim + parts.neighbours
        #expect(abs(sum - hit.weight) < 1e-9)
      }
    }
  }

  @Test
  func `a sign takes no word out of its order`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      let plain = try searcher.search(SearchRequest(query: "peaceful coexistence", explains: true))
      for query in ["+peaceful coexistence", "peaceful +coexistence"] {
        let page = try searcher.search(SearchRequest(query: query, explains: true))
        let adjacency = try #require(page.hits.first?.explanation?.adjacency)
        #expect(adjacency > 0)
        #expect(adjacency == plain.hits.first?.explanation?.adjacency)
      }
    }
  }

  @Test
  func `a phrase is found as written only`() async throws {
    let texts = [
      "a.txt": "They spoke of peaceful coexistence again.",
      "b.txt": "They coexisted, peaceful as ever; coexistence was easy.",
      "c.txt": "A peacefully coexisting pair. Peaceful, coexistent neighbours.",
      "d.txt": "Peaceful[3] coexistence.",
    ]
    try await withSearcher(of: texts) { searcher in
      try #expect(searcher.paths("\"peaceful coexistence\"").sorted() == ["a.txt", "d.txt"])
      let page = try searcher.search(SearchRequest(query: "\"peaceful coexistence\""))
      #expect(page.matches == MatchCounts(lower: 2, estimated: 2, upper: 2))
      try #expect(searcher.paths("“Peaceful Coexistence”").count == 2)
      try #expect(searcher.paths("\"coexistence peaceful\"").isEmpty)
      try #expect(searcher.paths("\"coexisting\"") == ["c.txt"])
    }
  }

  @Test
  func `a question that quotes what nobody wrote is answered all the same`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      let page = try searcher.search(
        SearchRequest(query: "who spoke of \"coexistence peaceful\" and Khrushchev?")
      )
      #expect(page.hits.map(\.document.path.description) == ["a.md", "b.md", "d.md"])
      #expect(page.notes.count == 1)
      try #expect(searcher.paths("\"coexistence peaceful\"").isEmpty)
      try #expect(searcher.paths("pike \"peaceful coexistence\"") == ["a.md"])
    }
  }

  @Test
  func `excluded words exclude, and may be all that there is in a query`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(searcher.paths("peaceful -pike -nets") == ["a.md"])
      try #expect(searcher.paths("peaceful -\"policy of\" -nets") == ["b.md"])
      // The title of d.md is no part of its passage.
      try #expect(searcher.paths("nets -peaceful -fishing") == ["d.md"])
      let page = try searcher.search(SearchRequest(query: "-pike -nets"))
      #expect(page.hits.map(\.document.path.description).sorted() == ["a.md", "c.md"])
      #expect(page.notes == [] && page.matches == MatchCounts(lower: 2, estimated: 2, upper: 2))
    }
  }

  @Test
  func `stop words do not rank, unless there is nothing else`() async throws {
    let texts = ["a.txt": "To be or not to be.", "b.txt": "The question of the age."]
    try await withSearcher(of: texts) { searcher in
      try #expect(searcher.paths("what is the question") == ["b.txt"])
      try #expect(searcher.paths("to be or not to be") == ["a.txt"])
      try #expect(searcher.paths("\"not to be\"") == ["a.txt"])
    }
  }

  @Test
  func `US is no pronoun`() async throws {
    let texts = ["a.txt": "U.S. aid arrived.", "b.txt": "Aid came to others."]
    try await withSearcher(of: texts) { searcher in
      try #expect(searcher.paths("which US aid").first == "a.txt")
      try #expect(searcher.paths("the U.S.") == ["a.txt"])
    }
  }

  @Test
  func `hyphenated words are found whole and in parts`() async throws {
    let texts = ["a.txt": "The Sino-Soviet split.", "b.txt": "Re-education and e-mail."]
    try await withSearcher(of: texts) { searcher in
      for query in ["soviet", "sino", "Sino-Soviet", "sino–soviet", "sinosoviet"] {
        try #expect(searcher.paths(query) == ["a.txt"], "\(query)")
      }
      for query in ["email", "reeducation", "mail"] {
        try #expect(searcher.paths(query) == ["b.txt"], "\(query)")
      }
    }
  }

  @Test
  func `a citation marker is no word, and leads to nothing where there is no list`()
    async throws
  {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(searcher.paths("1").isEmpty)
      let hit = try #require(
        try searcher.search(SearchRequest(query: "khrushchev")).hits.first
      )
      #expect(hit.citations.map(\.marker.label) == ["1"])
      #expect(hit.citations.map(\.reason) == ["no reference list in this document"])
    }
  }

  @Test(arguments: ["\"\"", "— …", "\"", "-", "½", String(repeating: "x", count: 70)])
  func `a query of nothing that is indexed finds nothing and says why`(
    query: String
  ) async throws {
    try await withSearcher(of: Self.texts) { searcher in
      let page = try searcher.search(SearchRequest(query: query))
      #expect(page.hits.isEmpty && page.matches.upper == 0)
      #expect(page.notes.last?.hasPrefix("The query holds no word that is indexed") == true)
    }
  }

  @Test(arguments: ["", "   ", "\n\t"])
  func `an empty query is an error`(query: String) async throws {
    try await withSearcher(of: Self.texts) { searcher in
      let error = #expect(throws: SearchError.self) {
        try searcher.search(SearchRequest(query: query))
      }
      #expect(error?.code == .emptyQuery)
    }
  }

  @Test
  func `a query of a hundred thousand characters is answered, with a note`() async throws {
    let words = (0..<17_000).map { "w\($0)" }.joined(separator: " ")
    try await withSearcher(of: Self.texts) { searcher in
      let page = try searcher.search(SearchRequest(query: "coexistence " + words))
      #expect(page.hits.count == 2)
      #expect(page.notes.last == "Only the first 500 words were used.")
      let ideographs = String(
        (0..<100_000).map { Character(Unicode.Scalar(0x4E00 + $0 % 20_000) ?? "x") }
      )
      let long = try searcher.search(SearchRequest(query: "coexistence " + ideographs))
      #expect(long.hits.count == 2)
      #expect(long.notes.contains { $0.contains("16384 bytes") })
      let quotes = try searcher.search(
        SearchRequest(query: "coexistence " + String(repeating: "-\"a b\" ", count: 5_000))
      )
      #expect(quotes.hits.count == 2)
      #expect(quotes.notes.count == 2)
    }
  }

  @Test
  func `a phrase that is rare among many candidates is found`() async throws {
    let many = (0..<700).map { "Running number \($0) is running." }.joined(separator: "\n\n")
    let texts = ["a.txt": many, "b.txt": "The river runs to the sea, and then some more of it."]
    try await withSearcher(of: texts) { searcher in
      try #expect(searcher.paths("\"runs\"") == ["b.txt"])
    }
  }

  @Test
  func `paging neither repeats nor skips`() async throws {
    let texts = Dictionary(
      uniqueKeysWithValues: (0..<25).map { ("\($0).txt", "Same words, number \($0).") }
    )
    try await withSearcher(of: texts) { searcher in
      for query in ["same words", "\"same words\""] {
        let all = try searcher.paths(query, limit: 100)
        #expect(Set(all).count == 25)
        let paged = try stride(from: 0, to: 30, by: 7).flatMap {
          try searcher.paths(query, limit: 7, offset: $0)
        }
        #expect(paged == all)
      }
    }
  }

  @Test
  func `no index is an error that says so`() throws {
    let searcher = Searcher(indexPath: "/nonexistent/index")
    let error = #expect(throws: SearchError.self) {
      try searcher.search(SearchRequest(query: "x"))
    }
    #expect(error?.code == .index(.notFound))
  }
}

struct `A hit` {
  @Test
  func `highlights are the words of the query, and its parts fit together`() async throws {
    let text = """
      # Long ago

      First sentence of no interest at all. The policies of Khrushchev, coexistence among them, \
      were criticised.[4] A third sentence follows here. Policy again, at the very end.
      """
    try await withSearcher(of: ["a.md": text]) { searcher in
      let hit = try #require(
        try searcher.search(SearchRequest(query: "policy coexistence")).hits.first
      )
      let bytes = Array(hit.passage.text.utf8)
      #expect(
        hit.highlights.map { String(decoding: bytes[$0], as: UTF8.self) }
          == ["policies", "coexistence", "Policy"]
      )
      #expect(hit.snippet.text == String(decoding: bytes[hit.snippet.range], as: UTF8.self))
      #expect(hit.snippet.text.contains("coexistence"))
      let snippetBytes = Array(hit.snippet.text.utf8)
      for range in hit.snippet.highlights {
        let shown = String(decoding: snippetBytes[range], as: UTF8.self).lowercased()
        #expect(["policies", "coexistence", "policy"].contains(shown))
      }
      let whole = Array(text.utf8)
      #expect(String(decoding: whole[hit.passage.range.bytes], as: UTF8.self) == hit.passage.text)
      #expect(
        hit.anchor.description
          == "documents/a.md#char=\(hit.passage.range.characters.lowerBound),"
          + "\(hit.passage.range.characters.upperBound);length=\(text.unicodeScalars.count),UTF-8"
      )
    }
  }

  @Test
  func `a sentence too long to be shown is cut at words`() async throws {
    let filler = Array(repeating: "Füllwörter über", count: 40).joined(separator: " ")
    let text = "\(filler) needle and thread \(filler)."
    try await withSearcher(of: ["a.txt": text]) { searcher in
      let hit = try #require(try searcher.search(SearchRequest(query: "needle")).hits.first)
      #expect(hit.snippet.text.utf8.count < 500)
      #expect(hit.snippet.text.contains("needle and thread"))
      #expect(hit.snippet.highlights.count == 1)
      let words = Set(text.split(whereSeparator: { " .".contains($0) }).map(String.init))
      for word in hit.snippet.text.split(separator: " ") { #expect(words.contains(String(word))) }
    }
  }
}
