// SPDX-License-Identifier: GPL-3.0-or-later

import QueryInvariants
import QueryLanguage
import TestSupport
import Testing

struct BoundsTests {
  @Test("Thirty parentheses deep, and no deeper")
  func depth() {
    func nested(_ count: Int) -> String {
      String(repeating: "a OR (", count: count) + "b" + String(repeating: ")", count: count)
    }
    #expect(ParsedQuery(nested(30)).notes.isEmpty)
    let deeper = ParsedQuery(nested(31) + " AND \"c\"")
    #expect(
      deeper.notes == [
        "Only 30 parentheses can stand within one another; what follows them was read as plain words."
      ]
    )
    #expect(queryFault(in: nested(31)) == nil)
  }

  @Test("What follows 2,000 parts is one leaf of plain words")
  func length() {
    let many = ParsedQuery(String(repeating: "a ", count: 2000) + "-b AND \"c d\" ")
    guard case .group(let group)? = many.root, case .words(let rest)? = group.optional.last else {
      Issue.record("no group of words")
      return
    }
    #expect(group.optional.count == 2001)
    #expect(rest.text == "-b AND \"c d\"")
    #expect(many.notes.count == 1)
    #expect(ParsedQuery(String(repeating: "a ", count: 2000)).notes.isEmpty)
  }

  /// Each would take minutes if time grew with the square of the length.
  @Test(
    "Long queries of any kind are read in linear time",
    .timeLimit(.minutes(5)),
    arguments: [
      "a ", "(", ")", "\"", "\"a\" ", "“", "「", "」", "«\"", "-", "-\"", "- ", "+(", "NOT ", "NOT(",
      "AND ",
      "a AND ", "a OR ", "a NEAR ", "a NEAR/9", "a* ", "*", "?", "?a", "a(", "a)", "title:",
      "title:\"",
      "title:a ", "modified:2024 ", "modified:..", "\"\"", "a", "…", "5\"", "NEAR/", "1", "AND(",
      "a://*",
      "e\u{301}", "\u{301}", "和平", "()", "(-a) ", "-(", "language", ":", "lang:a-",
    ]
  )
  func longQueries(part: String) {
    let query = String(repeating: part, count: 16_000 / part.utf8.count)
    #expect(queryFault(in: query) == nil)
    #expect(queryFault(in: "\"" + query) == nil)
    #expect(queryFault(in: "「( " + query) == nil)
  }

  @Test(
    "Whatever is typed, nothing is lost, and a tree that is written out is read as the same",
    arguments: 0..<8
  )
  func soup(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1000 {
      var query = ""
      for _ in 0..<Int.random(in: 1...24, using: &random) {
        query += Self.ingredients.randomElement(using: &random) ?? ""
        if Bool.random(using: &random) { query += " " }
      }
      #expect(queryFault(in: query) == nil, "\(query)")
    }
  }

  private static let ingredients = [
    "a", "b", "war", "peace", "co-existence", "é", "e\u{301}", "和平", "צה\"ל", "5\"", "12:30", "C++",
    "🙂", "…",
    "AND", "OR", "NOT", "NEAR", "NEAR/3", "NEAR/0", "NEAR/2000", "and", "(", ")", "(", ")", "((",
    "))", "+", "-",
    "-", "–", "--", "\"", "\"", "“", "”", "„", "«", "»", "‹", "「", "」", "『", "』", "'", "’", "*",
    "?", "colo?r", "revision*",
    "*ism", "title:", "title:x", "path:a/*", "lang:en", "lang:english", "authors:", "modified:",
    "modified:2024",
    "modified:2024-01..", "2024", "2024-13", "..", ":", "/", "://", "\\", "\u{A0}", "\u{3000}",
    "\n", "\u{200B}", "\0", "\u{E000}",
  ]
}
