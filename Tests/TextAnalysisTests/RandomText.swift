// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport

/// Text made of what is hard about text.
func randomText(using random: inout SeededGenerator) -> String {
  let pieces = [
    "word", "Über", "it's", "U.S.", "1,000", "3.14", "-", "–", "'", "’", " ", "\n", ".", ",", "é",
    "e\u{301}", "\u{AD}", "\u{200D}", "👩‍👩‍👧", "京都", "カ\u{3099}", "й", "и\u{306}", "ß", "İ", "[1]",
    "\u{FEFF}", "ﬃ", "ﷺ", "𝔘𝔫𝔦", "१२", "ไทย", "น้ำ", "ខ្មែរ", "မြန်မာ", "한국", "은행은", "ᄒ\u{1161}\u{11AB}",
    "々", "ｶﾞ", "\u{301}", "\"", "a", "B.", "c.d",
  ]
  return (0..<Int.random(in: 1...60, using: &random))
    .map { _ in
      Int.random(in: 0..<6, using: &random) == 0
        ? randomCharacters(using: &random) : pieces.randomElement(using: &random) ?? ""
    }.joined()
}

/// A few characters of one neighbourhood of Unicode, assigned or not.
private func randomCharacters(using random: inout SeededGenerator) -> String {
  let planes: [ClosedRange<UInt32>] = [0...0x7FF, 0...0x3FFF, 0xA000...0xFFFF, 0...0x10FFFF]
  let start = UInt32.random(in: planes.randomElement(using: &random) ?? 0...0x7FF, using: &random)
  return (0..<Int.random(in: 1...6, using: &random)).map { _ in
    Unicode.Scalar(start + UInt32.random(in: 0..<64, using: &random)).map { String($0) } ?? ""
  }.joined()
}
