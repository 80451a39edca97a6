// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import TextAnalysis

struct `A word pattern` {
  @Test(arguments: [
    ("a*", "a", true), ("a*", "abc", true), ("a*", "ba", false), ("*", "", true),
    ("*ism", "prism", true), ("*ism", "isms", false), ("*is*m", "ismism", true),
    ("colo?r", "colour", true), ("colo?r", "color", false), ("?", "ж", true), ("?", "жж", false),
    ("?*", "", false), ("м?р*", "мировой", true), ("*a*b", "aab", true), ("*ab", "aab", true),
    ("**a", "a", true), ("WOM?N", "woman", true), ("Lü*", "luthi", true), ("don’t*", "don't", true),
    ("和?", "和平", true), ("*é", "cafe", true), ("*🙂?", "a🙂b", true),
  ])
  func `matches words that look like it`(pattern: String, word: String, isMatch: Bool) {
    #expect(WordPattern(wildcard: pattern).matches(word) == isMatch, "\(pattern) \(word)")
  }

  @Test
  func `matches as the plainest way does, and never long`() {
    func isLike(_ pattern: ArraySlice<Character>, _ word: ArraySlice<Character>) -> Bool {
      guard let first = pattern.first else { return word.isEmpty }
      if first == "*" {
        return isLike(pattern.dropFirst(), word)
          || !word.isEmpty && isLike(pattern, word.dropFirst())
      }
      guard let letter = word.first, first == "?" || first == letter else { return false }
      return isLike(pattern.dropFirst(), word.dropFirst())
    }
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5_000 {
      let pattern = (0..<Int.random(in: 1...6, using: &random))
        .map { _ in "ab和*?".randomElement(using: &random) ?? "a" }
      let word = (0..<Int.random(in: 0...7, using: &random))
        .map { _ in "ab和".randomElement(using: &random) ?? "a" }
      let expected = isLike(pattern[...], word[...])
      #expect(WordPattern(wildcard: String(pattern)).matches(String(word)) == expected)
    }
    let stars = String(repeating: "a*", count: 5_000) + "b"
    #expect(!WordPattern(wildcard: stars).matches(String(repeating: "a", count: 5_000)))
  }

  @Test
  func `one without wildcards is the word alone`() {
    #expect(WordPattern(word: "a*").matches("a*") && !WordPattern(word: "a*").matches("ab"))
    #expect(WordPattern(wildcard: "Ä").isLiteral && WordPattern(wildcard: "Ä").text == "a")
  }
}
