// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import TextAnalysis

struct `The analyzer` {
  /// The words of `text`, hyphenated ones only in parts.
  private func words(_ text: String, skipping: [Range<Int>] = []) -> [String] {
    Analyzer().tokens(in: text, skipping: skipping).filter(\.kind.hasPosition)
      .map(\.forms.word)
  }

  private func compounds(_ text: String) -> [String] {
    Analyzer().tokens(in: text).filter { $0.kind == .compound }.map(\.forms.word)
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
    ("C罗在2008年，iPhone手机", ["c", "罗", "在", "2008", "年", "iphone", "手", "机"]),
    ("人々は〇〇を葛\u{E0100}城ｶﾞｽ", ["人", "々", "は", "〇", "〇", "を", "葛", "城", "ガ", "ス"]),
    ("한국은행의 KBS는 600,000원", ["한국은행의", "kbs", "는", "600000", "원"]),
    ("ที่นี่ 3 วัน", ["ที่", "นี่", "3", "วั", "น"]),
    ("ខ្មែរ", ["ខ្មែ", "រ"]), ("စက္ကူ", ["စ", "က္ကူ"]),
    ("one_two/three@four", ["one", "two", "three", "four"]),
    ("", []),
    ("—…·", []),
  ])
  func `words are found as people see them`(text: String, expected: [String]) throws {
    #expect(words(text) == expected)
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
    #expect(compounds(text) == expected)
  }

  @Test
  func `a compound covers its parts and takes no position of its own`() throws {
    let tokens = Analyzer().tokens(in: "the Sino-Soviet split")
    #expect(tokens.map(\.forms.word) == ["the", "sino", "soviet", "sinosoviet", "split"])
    #expect(tokens.map(\.position) == [1, 2, 3, 2, 4])
    #expect(tokens[3].range == 4..<15)
  }

  @Test
  func `citation markers are passed over, and words on both sides are neighbours`() throws {
    let text = "revisionism.[12] Mao [3]said"
    let tokens = Analyzer().tokens(in: text, skipping: [12..<16, 21..<24])
    #expect(tokens.map(\.forms.word) == ["revisionism", "mao", "said"])
    #expect(tokens.map(\.position) == [1, 2, 3])
  }

  @Test(arguments: [
    ("revisionism", "revision"), ("capitulation", "capitul"), ("China's", "china"),
    ("1950s", "1950s"), ("policies", "polici"), ("policy", "polici"),
  ])
  func `words of one stem meet`(word: String, stem: String) throws {
    let tokens = Analyzer().tokens(in: word)
    try #require(tokens.count == 1)
    #expect(tokens[0].forms.stem == stem)
  }

  @Test
  func `words too long for the index are passed over but keep their place`() throws {
    let text =
      "a \(String(repeating: "x", count: 65)) b \(String(repeating: "y", count: 100_000)) c"
    let tokens = Analyzer().tokens(in: text)
    #expect(tokens.map(\.forms.word) == ["a", "b", "c"])
    #expect(tokens.map(\.position) == [1, 3, 5])
  }

  @Test(arguments: 0..<200)
  func `on any text tokens lie on character boundaries, in order, and fold the same again`(
    seed: Int
  ) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let text = randomText(using: &random)
    let analyzer = Analyzer()
    let bytes = Array(text.utf8)
    var lastPosition = 0
    for token in analyzer.tokens(in: text) {
      let slice = bytes[token.range]
      let written = try #require(String(validating: slice, as: UTF8.self))
      #expect(!token.forms.word.isEmpty && token.forms.stem.utf8.count <= 240)
      #expect(token.position >= 1 && token.range.upperBound > token.range.lowerBound)
      if token.kind.hasPosition {
        #expect(token.position > lastPosition)
        lastPosition = token.position
        // What is highlighted is what would have been searched for.
        let again = analyzer.tokens(in: written).filter(\.kind.hasPosition)
        #expect(again.map(\.forms) == [token.forms], "\(written.debugDescription)")
      }
    }
  }
}
