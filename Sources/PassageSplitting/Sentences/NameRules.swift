// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Full stops amid names: initials, and abbreviations that names go on behind.
extension SentenceRules {
  /// Whether the next word may go on a name: none that begins sentences, and no number.
  mutating func goesOnAsName(_ end: SentenceEnd) -> Bool {
    guard let first = end.first else { return false }
    if first.isIdeographic { return true }
    if text[end.boundary] == UInt8(ascii: "(") {
      // `F.C. (1881)`, but `problem in C. (Since`
      return first.isDecimalDigit || first.isLetter && !isOpener(at: end.next)
    }
    // A quotation that opens here is no part of a name.
    guard first.isLetter, end.next == end.boundary else { return false }
    return !isOpener(at: end.next)
  }

  mutating func isOpener(at offset: Int) -> Bool {
    let word = wordRange(at: offset)
    // An initial: `J. A. Smith`.
    if word.upperBound < text.count, text[word.upperBound] == 0x2E { return false }
    guard let key = WordKey(text, word), SentenceOpeners.contain(key, in: .all) else {
      return false
    }
    return SentenceOpeners.contain(key, in: languages())
  }

  mutating func languages() -> TextLanguages {
    if let knownLanguages { return knownLanguages }
    let languages = TextLanguages(of: text)
    knownLanguages = languages
    return languages
  }

  func wordRange(at offset: Int) -> Range<Int> {
    var end = offset
    while end < text.count, end - offset <= WordKey.maximumLength {
      let (value, length) = text.scalar(at: end)
      guard value.isLetter else { break }
      end += length
    }
    return offset..<end
  }

  mutating func isInitial(_ word: LastWord, _ end: SentenceEnd, from start: Int) -> Bool {
    let first = text[word.range.lowerBound]
    if first == UInt8(ascii: "S"), end.first?.isDecimalDigit == true {
      // Seite: a page.
      return languages() != .english
    }
    // `vitamin C. Then`, `x = A. Then`, `5 A. Then`, and a pair such as `z. B.`
    if let role = pairRole(of: word, from: start) { return allows(role, word, end, from: start) }
    if isNamed(word, from: start) { return false }
    if first == UInt8(ascii: "I"), word.range.count == 1, !isPart(word, of: end) {
      return languages() == .german && isRomanOrdinal(word, end, from: start)
    }
    return goesOnAsName(end)
  }

  /// Whether a single letter is the name of something, and no initial.
  func isNamed(_ word: LastWord, from start: Int) -> Bool {
    guard let previous = word.previous(from: start, in: text) else {
      let before = text[max(start, word.range.lowerBound - 2)..<word.range.lowerBound]
      return before.contains { "=+*/<>".utf8.contains($0) }
    }
    // A unit; in `46 E. Houston Street` it is a direction.
    if previous.isNumber { return !"ENSW".utf8.contains(text[word.range.lowerBound]) }
    return WordKey(text, previous.range).map(Labels.contain) ?? false
  }

  /// Short words without vowels are abbreviations, whatever the language; all capitals are names.
  func isWithoutVowels(_ word: LastWord) -> Bool {
    guard word.digitCount == 0, (2...5).contains(word.letterCount), word.capitalCount < 2 else {
      return false
    }
    return text[word.range].allSatisfy { byte in
      byte < 0x80 && !"aeiouyAEIOUY".utf8.contains(byte)
    }
  }
}
