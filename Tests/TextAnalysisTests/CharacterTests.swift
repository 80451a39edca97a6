// SPDX-License-Identifier: GPL-3.0-or-later

import Testing
import TextAnalysis

struct `Scripts without blanks` {
  private func pairs(_ text: String) -> [String] {
    Analyzer().tokens(in: text).filter { $0.kind == .pair }.map(\.forms.word)
  }

  @Test(arguments: [
    ("北京大学", ["北京", "京大", "大学"]),
    ("在2008年，C罗", []),
    ("东京タワーへ", ["东京", "京タ", "タワ", "ワー", "ーへ"]),
    ("上海。南京", ["上海", "南京"]),
    ("上\n海 南", ["上海"]),
    ("上\n\n海", []),
    ("ไทย", ["ไท", "ทย"]),
    ("ខ្មែរ", ["ខ្មែរ"]),
    ("한국은행", ["한국", "국은", "은행"]),
    ("한국 은행", []),
    ("은\u{301}’\u{327}행\u{115F}\u{115F}한국", ["한국"]),
    ("한국은-행이다", ["한국", "국은", "행이", "이다"]),
    ("\u{1112}\u{1161}\u{11AB}\u{1100}\u{116E}\u{11A8}\u{110B}\u{1173}\u{11AB}", ["한국", "국은"]),
  ])
  func `neighbouring characters are pairs`(text: String, expected: [String]) {
    #expect(pairs(text) == expected)
  }

  @Test
  func `a pair covers both characters and takes no position of its own`() {
    let tokens = Analyzer().tokens(in: "C罗是北京")
    #expect(tokens.map(\.forms.word) == ["c", "罗", "是", "罗是", "北", "是北", "京", "北京"])
    #expect(tokens.map(\.position) == [1, 2, 3, 2, 4, 3, 5, 4])
    #expect(tokens.last?.range == 7..<13)
    #expect(tokens.filter(\.kind.hasPosition).map(\.position) == [1, 2, 3, 4, 5])
  }

  @Test
  func `a character with too many marks is passed over but keeps its place`() {
    let marks = String(repeating: "\u{E49}", count: 5_000)
    let tokens = Analyzer().tokens(in: "กข\(marks)ค")
    #expect(tokens.map(\.forms.word) == ["ก", "ค"])
    #expect(tokens.map(\.position) == [1, 3])
  }

  @Test
  func `an acronym of Han and Latin is no word of 245 bytes`() {
    let text = String(repeating: "漢A", count: 1_000) + String(repeating: "ก", count: 1_000)
    let tokens = Analyzer().tokens(in: text)
    #expect(tokens.allSatisfy { $0.forms.stem.utf8.count <= 6 })
  }
}
