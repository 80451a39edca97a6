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
    .map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}
