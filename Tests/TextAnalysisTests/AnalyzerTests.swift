// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import TextAnalysis

struct `The analyzer` {
  /// The words of `text`, hyphenated ones only in parts.
  private func words(_ text: String, skipping: [Range<Int>] = []) throws -> [String] {
    try Analyzer().tokens(in: text, skipping: skipping).filter { $0.kind == .word }
      .map(\.forms.word)
  }

  private func compounds(_ text: String) throws -> [String] {
    try Analyzer().tokens(in: text).filter { $0.kind == .compound }.map(\.forms.word)
  }

  @Test(arguments: [
    ("Peaceful COEXISTENCE", ["peaceful", "coexistence"]),
    ("Port Arthur (Lüshunkou)", ["port", "arthur", "lushunkou"]),
    (
      "Łódź, Ångström, straße, Æsop, Đà Nẵng",
      ["lodz", "angstrom", "strasse", "aesop", "da", "nang"]
    ),
    (
      "China's China’s O'Brien rock 'n' roll",
      ["china's", "china's", "o'brien", "rock", "n", "roll"]
    ),
    ("“quoted” ‘words’ «too»", ["quoted", "words", "too"]),
    (
      "Sino-Soviet Sino‑Soviet Sino–Soviet", ["sino", "soviet", "sino", "soviet", "sino", "soviet"]
    ),
    ("U.S. troops, i.e. the U.S.S.R.'s", ["us", "troops", "ie", "the", "ussr", "s"]),
    (
      "in 1956, 600,000 rifles; 1.5 million; 30%",
      ["in", "1956", "600000", "rifles", "1.5", "million", "30"]
    ),
    ("1,2 and 1956,1957", ["1", "2", "and", "1956", "1957"]),
    ("1953–1957", ["1953", "1957"]),
    ("co\u{AD}exis\u{AD}tence", ["coexistence"]),
    ("a\u{AD}'b 3\u{200B}.5 end\u{AD} a\u{AD}-b", ["a'b", "3.5", "end", "a", "b"]),
    ("cafe\u{301} café", ["cafe", "cafe"]),
    ("Ёлка и ЙОД, и\u{306}од", ["ёлка", "и", "йод", "йод"]),
    ("ﬁnal Ｆｕｌｌ ①", ["final", "full"]),
    ("北京is大", ["北", "京", "is", "大"]),
    ("one_two/three@four", ["one", "two", "three", "four"]),
    ("", []),
    ("—…·", []),
  ])
  func `words are found as people see them`(text: String, expected: [String]) throws {
    #expect(try words(text) == expected)
  }

  @Test(arguments: [
    ("co-existence", ["coexistence"]),
    ("state-of-the-art", ["stateoftheart"]),
    ("COVID-19", ["covid19"]),
    ("1953-1957", []),
    ("a - b", []),
    ("well- and ill-made", ["illmade"]),
    ("one-two-three-four-five", []),
  ])
  func `a hyphenated word is found whole as well`(text: String, expected: [String]) throws {
    #expect(try compounds(text) == expected)
  }

  @Test
  func `a compound covers its parts and takes no position of its own`() throws {
    let tokens = try Analyzer().tokens(in: "the Sino-Soviet split")
    #expect(tokens.map(\.forms.word) == ["the", "sino", "soviet", "sinosoviet", "split"])
    #expect(tokens.map(\.position) == [1, 2, 3, 2, 4])
    #expect(tokens[3].range == 4..<15)
  }

  @Test
  func `citation markers are passed over, and words on both sides are neighbours`() throws {
    let text = "revisionism.[12] Mao [3]said"
    let tokens = try Analyzer().tokens(in: text, skipping: [12..<16, 21..<24])
    #expect(tokens.map(\.forms.word) == ["revisionism", "mao", "said"])
    #expect(tokens.map(\.position) == [1, 2, 3])
  }

  @Test(arguments: [
    ("revisionism", "revision"), ("capitulation", "capitul"), ("China's", "china"),
    ("1950s", "1950s"), ("policies", "polici"), ("policy", "polici"),
  ])
  func `words of one stem meet`(word: String, stem: String) throws {
    let tokens = try Analyzer().tokens(in: word)
    try #require(tokens.count == 1)
    #expect(tokens[0].forms.stem == stem)
  }

  @Test
  func `an unknown language is an error`() {
    #expect(throws: UnknownLanguage.self) { try Analyzer(language: "tlh") }
  }

  @Test
  func `words too long for the index are passed over but keep their place`() throws {
    let text =
      "a \(String(repeating: "x", count: 65)) b \(String(repeating: "y", count: 100_000)) c"
    let tokens = try Analyzer().tokens(in: text)
    #expect(tokens.map(\.forms.word) == ["a", "b", "c"])
    #expect(tokens.map(\.position) == [1, 3, 5])
  }

  @Test(arguments: 0..<200)
  func `on any text tokens lie on character boundaries, in order, and fold the same again`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = randomText(using: &random)
    let analyzer = try Analyzer()
    let bytes = Array(text.utf8)
    var lastPosition = 0
    for token in analyzer.tokens(in: text) {
      let slice = bytes[token.range]
      let written = try #require(String(validating: slice, as: UTF8.self))
      #expect(!token.forms.word.isEmpty && token.forms.stem.utf8.count <= 240)
      if token.kind == .word {
        #expect(token.position > lastPosition)
        lastPosition = token.position
        // What is highlighted is what would have been searched for.
        let again = analyzer.tokens(in: written).filter { $0.kind == .word }
        #expect(again.map(\.forms) == [token.forms], "\(written.debugDescription)")
      }
    }
  }
}

/// Text made of what is hard about text.
private func randomText(using random: inout SeededGenerator) -> String {
  let pieces = [
    "word", "Über", "it's", "U.S.", "1,000", "3.14", "-", "–", "'", "’", " ", "\n", ".", ",", "é",
    "e\u{301}", "\u{AD}", "\u{200D}", "👩‍👩‍👧", "京都", "カ\u{3099}", "й", "и\u{306}", "ß", "İ", "[1]",
    "\u{FEFF}", "ﬃ", "ﷺ", "𝔘𝔫𝔦", "१२", "ไทย", "한국", "\u{301}", "\"", "a", "B.", "c.d",
  ]
  return (0..<Int.random(in: 1...60, using: &random))
    .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}
