// SPDX-License-Identifier: GPL-3.0-or-later

import QueryLanguage
import Testing

struct QuotationTests {
  @Test(
    "Marks of one family are partners",
    arguments: [
      "\"a b\"", "“a b”", "„a b“", "”a b”", "“a b\"", "\"a b”", "‟a b”", "«a b»", "»a b«", "»a b»",
      "‹a b›", "›a b‹", "「a b」", "『a b』", "｢a b｣", "＂a b＂", "〝a b〟",
    ]
  )
  func families(query: String) {
    #expect(
      ParsedQuery(query).root
        == .phrase(QueryText(text: "a b", range: 0..<query.utf8.count))
    )
    #expect(ParsedQuery(query).notes.isEmpty)
  }

  @Test(
    "A phrase is demanded and may hold anything",
    arguments: [
      ("a \"b c\" d", "[a d +\"b c\"]"), ("\"a\" \"b\"", "[+\"a\" +\"b\"]"),
      ("\"AND (x -y title:z\"", "\"AND (x -y title:z\""), ("«a \"b\" c»", "\"a \"b\" c\""),
      ("「a『b』c」", "\"a『b』c\""), ("什么是“和平共处”？", "[什么是 +\"和平共处\"]"),
      ("\"what is war?\"", "\"what is war?\""), ("say\"a b\"now", "[say now +\"a b\"]"),
      ("'a b'", "['a b']"), ("‘a b’", "[‘a b’]"), ("‚a b‘", "[‚a b‘]"),
      ("(\"a b\" c) d", "[c d +\"a b\"]"),
    ]
  )
  func phrases(query: String, expected: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.isEmpty)
  }

  @Test(
    "A mark without partner, or without words, is passed over with a note",
    arguments: [
      ("\"a b", "[a b]", "no partner"), ("a b\"", "[a b]", "no partner"),
      ("\"a\" b\"", "[b +\"a\"]", "no partner"), ("a 」b", "[a b]", "no partner"),
      ("\"a »b", "[a b]", "no partner"), ("「a “b c”", "[a +\"b c\"]", "no partner"),
      ("a \"\"", "a", "without a word"), ("a \" – \" b", "[a b]", "without a word"),
      ("\"revision* x\"", "\"revision* x\"", "stands for no other letters"),
      ("title:\"war", "title:<war>", "no partner"),
    ]
  )
  func notes(query: String, expected: String, note: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.count == 1)
    #expect(ParsedQuery(query).notes.first?.contains(note) == true)
  }
}
