// SPDX-License-Identifier: GPL-3.0-or-later

import QueryLanguage
import Testing

struct WordTests {
  @Test("Words side by side are plain, and each knows its place")
  func words() {
    let query = ParsedQuery(" détente\u{3000}now")
    let words = [
      QueryNode.words(QueryText(text: "détente", range: 1..<9)),
      .words(QueryText(text: "now", range: 12..<15)),
    ]
    #expect(query.root == .group(QueryGroup(optional: words)))
    #expect(query.isPlain)
    #expect(query.notes.isEmpty)
  }

  @Test(
    "What looks like an operator but is none is a word, without a note",
    arguments: [
      ("peace", "peace"), ("peace talks?", "[peace talks?]"), ("what is war?", "[what is war?]"),
      ("war?!", "war?!"), ("C++ A+ e-mail", "[C++ A+ e-mail]"), ("peace - war", "[peace war]"),
      ("peace -- war", "[peace war]"), ("a –war", "[a –war]"), ("a —war−b", "[a —war−b]"),
      ("co-existence", "co-existence"), ("a * b", "[a b]"), ("*** a", "a"), ("a ? b", "[a b]"),
      ("AT&T", "AT&T"), ("cats and dogs or not", "[cats and dogs or not]"),
      ("near/5 Near", "[near/5 Near]"), ("NEAR/x NEAR5", "[NEAR/x NEAR5]"),
      ("f(x) word(s)", "[f(x) word(s)]"), ("Na(OH)2", "Na(OH)2"), ("a :) b", "[a b]"),
      ("https://example.org/?q=war*", "https://example.org/?q=war*"),
      ("12:30 Re: b", "[12:30 Re: b]"), ("foo:bar", "foo:bar"), ("subtitle:x", "subtitle:x"),
      ("don't l’été ‘tis", "[don't l’été ‘tis]"), ("$5 -$5", "[$5 -$5]"), ("--json", "--json"),
      ("-+a +-a", "[-+a +-a]"), ("below -40", "[below -40]"),
      ("1/2 +1/3 -0.5", "[1/2 +1/3 -0.5]"), ("(the ?slip? effect)", "[the ?slip? effect]"),
      ("messages?--i.e. a", "[messages?--i.e. a]"), ("-?a", "-?a"), ("a-b a+b", "[a-b a+b]"),
      ("1,000.5 U.S.", "[1,000.5 U.S.]"),
      ("和平共处是什么？", "和平共处是什么？"), ("战争？和平", "战争？和平"),
      ("5\" pipe, 6\"", "[5\" pipe, 6\"]"), ("צה\"ל ארה\"ב", "[צה\"ל ארה\"ב]"),
      ("NATO (the treaty) now", "[NATO the treaty now]"), ("((a) (b c))", "[a b c]"),
    ]
  )
  func plain(query: String, expected: String) {
    #expect(sketch(query) == expected)
    #expect(ParsedQuery(query).notes.isEmpty)
    #expect(ParsedQuery(query).isPlain)
  }

  @Test("Only a blank query is nothing", arguments: ["", " ", "\n\u{A0}\u{3000}"])
  func blank(query: String) {
    #expect(ParsedQuery(query).root == nil)
    #expect(!ParsedQuery(query).isPlain)
  }

  @Test(
    "Marks alone are read as they stand",
    arguments: ["*", "?", "-", "()", "( \"\" )", "\"", "🙂", "❤️", "*️⃣", "…", ")", ":("]
  )
  func marks(query: String) {
    #expect(sketch(query) == query)
    #expect(ParsedQuery(query).isPlain)
  }

  @Test(
    "A wildcard has a letter, and an open place that is no question mark at its end",
    arguments: [
      ("colo?r", "{colo?r}"), ("revision*", "{revision*}"), ("*ism", "{*ism}"),
      ("wom?n", "{wom?n}"), ("wom?n?", "{wom?n}"), ("(revision*)", "{revision*}"),
      ("what is wom?n, really?", "[what is {wom?n} really?]"), ("col??r", "{col??r}"),
      ("¿wom?n?!", "{wom?n}"), ("co-exist*", "{co-exist*}"), ("1*", "{1*}"), ("和平*", "{和平*}"),
      ("revision*.", "{revision*}"), ("a?*", "{a?*}"),
    ]
  )
  func wildcards(query: String, expected: String) {
    #expect(sketch(query) == expected)
    #expect(!ParsedQuery(query).isPlain)
    #expect(ParsedQuery(query).notes.isEmpty)
  }

  @Test(
    "A sign before an operand demands or excludes it",
    arguments: [
      ("peace -war", "[peace -war]"), ("peace +war", "[peace +war]"), ("-war", "[-war]"),
      ("+war", "[+war]"), ("a -\"two words\"", "[a -\"two words\"]"),
      ("a -(b OR c)", "[a -(b OR c)]"), ("a -title:x", "[a -title:<x>]"),
      ("a -*ism", "[a -{*ism}]"),
      ("+wom?n a", "[a +{wom?n}]"), ("a +(b c)", "[a +[b c]]"), ("a -(b c)", "[a -[b c]]"),
      ("-AND +NEAR", "[+NEAR -AND]"), ("(-a b) c", "[c +[b -a]]"), ("a (-b)", "[a -b]"),
      ("a (+b c)", "[a c +b]"), ("-(-a)", "[+a]"), ("-(NOT (a \"b\"))", "[a +\"b\"]"),
      ("-1945", "[-1945]"), ("-3D", "[-3D]"), ("-19*", "[-{19*}]"), ("-(5)", "[-5]"),
      ("-é", "[-é]"),
      ("a -“b c”", "[a -\"b c\"]"), ("(-b) AND a", "(NOT b AND a)"), ("a -b*", "[a -{b*}]"),
    ]
  )
  func signs(query: String, expected: String) {
    #expect(sketch(query) == expected)
    #expect(!ParsedQuery(query).isPlain)
    #expect(ParsedQuery(query).notes.isEmpty)
  }

  @Test("Behind a quotation or a parenthesis a hyphen joins", arguments: ["“a”-b", "(+a)-b"])
  func hyphens(query: String) {
    guard case .group(let group)? = ParsedQuery(query).root else {
      Issue.record("no group")
      return
    }
    #expect(group.optional.count == 1)
    #expect(group.required.count == 1)
    #expect(group.excluded.isEmpty)
  }
}
