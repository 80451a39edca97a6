// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The table `Golden/ranking.md`, asked of the real programs; all documents of the corpus are there.
///
/// `scripts/bench ranking` measures how good the ranking is. This sees that it does not go astray.
@Suite struct `The right passage` {
  @Test func `comes first`() async throws {
    let expected = try Self.table()
    #expect(expected.count >= 15)
    try await Desk.with { desk in
      // What no reader is for is passed over, with a status that says so.
      _ = try await desk.daemon.run([
        "--once", "--documents", Corpus.samples.path, "--documents", Corpus.cases.path,
      ])
      let queries = expected.enumerated().map { "\($0)\t\($1.query)\n" }.joined()
      let run = try await desk.client.run("batch", "--limit", "3", "-", input: queries)
      let answers = try run.objects()
      try #require(answers.count == expected.count, "\(run.errors)")
      for (expected, answer) in zip(expected, answers) {
        let hits = try #require(answer["hits"] as? [[String: Any]])
        let found = try hits.map(Self.passage).prefix(expected.passages.count)
        let isRight = zip(expected.passages, found).allSatisfy { $0.isSame(as: $1) }
        #expect(
          found.count == expected.passages.count && isRight,
          "\(expected.query): \(found.map(\.description).joined(separator: "\n"))"
        )
      }
    }
  }

  private struct Expected {
    let query: String
    var passages: [Passage]
  }

  private struct Passage: CustomStringConvertible {
    let document: String
    let words: String

    var description: String { "\(document): \(words)" }

    /// Whether `found` is the passage that has these words.
    func isSame(as found: Passage) -> Bool {
      document == found.document && found.words.contains(words)
    }
  }

  private static func passage(of hit: [String: Any]) throws -> Passage {
    let document = try #require(hit["document"] as? [String: Any])
    let passage = try #require(hit["passage"] as? [String: Any])
    let text = try #require(passage["text"] as? String)
    return Passage(
      document: try #require(document["path"] as? String),
      // Where lines end is the author's affair.
      words: text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    )
  }

  private static func table() throws -> [Expected] {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Golden/ranking.md")
    let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("|") }
      .dropFirst(2)
    var expected: [Expected] = []
    for row in rows {
      let cells = row.split(separator: "|", omittingEmptySubsequences: false).dropFirst().map {
        $0.trimmingCharacters(in: .whitespaces)
      }
      try #require(cells.count == 4, "\(row)")
      if !cells[0].isEmpty { expected.append(Expected(query: cells[0], passages: [])) }
      try #require(!expected.isEmpty, "the first line has a query")
      let passage = Passage(document: cells[1], words: cells[2])
      expected[expected.count - 1].passages.append(passage)
    }
    return expected
  }
}
