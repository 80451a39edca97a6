// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Full stops behind and before numbers: ordinals, dates, years.
extension SentenceRules {
  /// Whether a number follows, in digits or Roman.
  func isNumeral(at end: SentenceEnd) -> Bool {
    guard let first = end.first else { return false }
    if first.isDecimalDigit || first.value == 0xA7 { return true }
    let word = wordRange(at: end.next)
    guard isRomanNumeral(word) else { return false }
    guard word.count == 1, first == "I" else { return true }
    // `vol. I, p. 5`, but `He said no. I think`.
    guard word.upperBound < text.count else { return true }
    if ",;:.)/-".utf8.contains(text[word.upperBound]) { return true }
    guard word.upperBound + 1 < text.count else { return false }
    // `BGBl. I S. 5`
    let next = text.scalar(at: word.upperBound + 1).value
    return text[word.upperBound] == 0x20 && (next.isUpper || next.isDecimalDigit)
  }

  func isRomanNumeral(_ range: Range<Int>) -> Bool {
    (1...6).contains(range.count) && text[range].allSatisfy { "IVXLCDM".utf8.contains($0) }
  }

  /// Whether the number before the full stop is an ordinal, as German and dates write it.
  mutating func isOrdinal(
    _ word: LastWord,
    _ end: SentenceEnd,
    from start: Int
  ) -> Bool {
    guard word.digitCount <= 2, let first = end.first else { return false }
    let next = wordRange(at: end.next)
    if first.isDecimalDigit { return isDate(word, end, from: start) }
    guard first.isUpper, end.next == end.boundary else { return false }
    if word.range.lowerBound > start, text[word.range.lowerBound - 1] == UInt8(ascii: "(") {
      return true
    }
    if WordKey(text, next).map(Labels.followOrdinal) == true { return true }
    guard let previous = word.previous(from: start, in: text) else { return false }
    if let key = WordKey(text, previous.range), Labels.contain(key),
      start == previous.range.lowerBound
    {
      // A heading: `Section 1. The Senate`.
      return true
    }
    guard let key = WordKey(text, previous.range), Labels.precedeOrdinal(key) else { return false }
    return languages() != .english && !isOpener(at: end.next)
  }

  /// Whether what follows is a year as it stands behind authors, as in `Smith, J. (1990)`.
  func isYearInBrackets(_ end: SentenceEnd) -> Bool {
    guard end.next == end.boundary + 1, text[end.boundary] == UInt8(ascii: "("),
      end.next + 4 < text.count,
      text[end.next..<end.next + 4].allSatisfy({ (0x30...0x39).contains($0) })
    else { return false }
    return text[end.next + 4] == 0x29 || text[end.next + 4] > 0x3F || text[end.next + 4] == 0x2F
  }

  /// Whether a date goes on: `3. 10. 1990`.
  func isDate(_ word: LastWord, _ end: SentenceEnd, from start: Int) -> Bool {
    var next = end.next
    while next < text.count, text[next] >= 0x30, text[next] <= 0x39 {
      next += 1
      if next - end.next > 4 { return false }
    }
    if next - end.next <= 2 { return next < text.count && text[next] == 0x2E }
    return next - end.next == 4
      && word.previousAbbreviated(from: start, in: text)?.isNumber == true
  }

  /// Whether a Roman numeral is an ordinal, which only German writes with a full stop.
  ///
  /// `Friedrich II. Graf von`.
  mutating func isRomanOrdinal(
    _ word: LastWord,
    _ end: SentenceEnd,
    from start: Int
  ) -> Bool {
    languages() == .german && goesOnAsName(end)
  }

  func isBehindNumber(_ word: LastWord, from start: Int) -> Bool {
    guard let previous = word.previous(from: start, in: text) else { return false }
    return previous.digitCount > 0 || isRomanNumeral(previous.range)
  }

  /// Whether the sentence so far holds only a date with its preposition: `В 1917 г. Ленин`.
  func saysOnlyWhen(_ word: LastWord, from start: Int) -> Bool {
    var begin = start
    while begin < word.range.lowerBound, text.scalar(at: begin).value.isSpace {
      begin += text.scalar(at: begin).length
    }
    guard word.range.lowerBound - begin < 64 else { return false }
    guard text[begin..<word.range.lowerBound].count(where: { $0 == 0x20 }) <= 6 else {
      return false
    }
    return WordKey(text, wordRange(at: begin)).map(Labels.openDate) ?? false
  }
}
