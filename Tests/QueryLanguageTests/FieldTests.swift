// SPDX-License-Identifier: GPL-3.0-or-later

import QueryLanguage
import Testing

struct FieldTests {
  @Test(
    "A known name, a colon and a value are a field",
    arguments: [
      ("title:peace", "title:<peace>"), ("TITLE:peace", "title:<peace>"),
      ("heading:\"two words\"", "heading:<\"two words\">"),
      ("heading:“two words”", "heading:<\"two words\">"),
      ("path:notes/*.md", "path:<{notes/*.md}>"), ("path:/notes/*", "path:<{/notes/*}>"),
      ("path:\"my notes\"", "path:<\"my notes\">"), ("folder:reports", "folder:<reports>"),
      ("type:text/markdown", "type:<text/markdown>"), ("type:md", "type:<md>"),
      ("lang:en", "lang:<en>"),
      ("language:zh-Hant", "lang:<zh-Hant>"), ("lang:\"en\"", "lang:<en>"),
      ("authors:Lüthi", "author:<Lüthi>"),
      ("author:Lüthi", "author:<Lüthi>"), ("cites:Kuhn*", "cites:<{Kuhn*}>"),
      ("(title:a)", "title:<a>"),
      ("title:wom?n?", "title:<{wom?n}>"), ("title:war?", "title:<war?>"),
      ("title:f(x)", "title:<f(x)>"),
      ("a title:b", "[a +title:<b>]"), ("title:NOT", "title:<NOT>"),
    ]
  )
  func fields(query: String, expected: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.isEmpty)
    #expect(!ParsedQuery(query).isPlain)
  }

  @Test(
    "A field without a good value is plain words, with a note that shows one",
    arguments: [
      ("title: peace", "[title: peace]", "title:peace"), ("title:", "title:", "title:peace"),
      ("title:(a b)", "[title: a b]", "title:\"two words\""),
      ("heading:*", "heading:*", "heading:peace"),
      ("lang:english", "lang:english", "lang:en"), ("lang:e", "lang:e", "lang:en"),
      ("lang:zh-", "lang:zh-", "lang:en"), ("cites:\"\"", "cites:\"\"", "cites:peace"),
      ("modified:yesterday", "modified:yesterday", "modified:2024-01-15"),
      ("modified:\"last year\"", "modified:\"last year\"", "modified:2024-01-15"),
      ("-modified:x", "[-modified:x]", "modified:2024-01-15"),
      ("path: x", "[path: x]", "path:notes"),
      ("folder: x", "[folder: x]", "folder:documents"), ("type: x", "[type: x]", "type:md"),
    ]
  )
  func withoutValue(query: String, expected: String, note: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.count == 1)
    #expect(ParsedQuery(query).notes.first?.contains(note) == true)
  }

  @Test("A field's range is that of its value")
  func range() {
    #expect(
      ParsedQuery("title:“é”").root
        == .field(.title, .phrase(QueryText(text: "é", range: 6..<14)))
    )
  }

  @Test(
    "Dates are whole days in UTC",
    arguments: [
      ("1970", 0, 31_536_000), ("1970-02", 2_678_400, 5_097_600), ("1970-01-02", 86_400, 172_800),
      ("2024", 1_704_067_200, 1_735_689_600), ("2024-02-29", 1_709_164_800, 1_709_251_200),
      ("2024-12-31", 1_735_603_200, 1_735_689_600), ("2024-12", 1_733_011_200, 1_735_689_600),
      ("2024-01..2024-06", 1_704_067_200, 1_719_792_000),
      ("2024..2024-02-29", 1_704_067_200, 1_709_251_200),
      ("..2024", nil, 1_735_689_600), ("2024..", 1_704_067_200, nil), (">2023", 1_704_067_200, nil),
      (">=2024", 1_704_067_200, nil), ("<2024", nil, 1_704_067_200), ("<=2023", nil, 1_704_067_200),
      ("2024–01…2024–06", 1_704_067_200, 1_719_792_000), ("0001", -62_135_596_800, -62_104_060_800),
      ("9999", 253_370_764_800, 253_402_300_800), ("1969-12-31", -86_400, 0),
      ("2000-02-29", 951_782_400, 951_868_800),
    ] as [(String, Int64?, Int64?)]
  )
  func dates(written: String, lower: Int64?, upper: Int64?) {
    let text = QueryText(text: written, range: 9..<9 + written.utf8.count)
    #expect(
      ParsedQuery("modified:" + written).root
        == .field(.modified, .dates(DateRange(lower: lower, upper: upper), text))
    )
  }

  @Test(
    "What is no date is none",
    arguments: [
      "24", "2024-1", "2024-13", "2024-00", "2024-02-30", "2023-02-29", "1900-02-29", "2024-01-00",
      "0000",
      "20245", "2024-", "-2024", "2024-01-01-01", "..", ">", ">..2024", "2024..2023",
      "2024-06..2024-01",
      "2024...2025", "2024..2025..2026", "２０２４", "2024-01-15T10:00", "=2024", ">=", "2024-+1",
    ]
  )
  func noDates(written: String) {
    #expect(sketch("modified:" + written) == "modified:" + written)
    #expect(ParsedQuery("modified:" + written).notes.count == 1)
  }
}
