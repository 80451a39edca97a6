// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Decides whether a boundary that Unicode's rules found ends a sentence.
///
/// Each decision looks at a bounded stretch around the boundary, so that a paragraph is judged in
/// linear time whatever it holds.
struct SentenceRules {
  /// How far back a bracket is looked for that a stop stands in.
  private static let bracketReach = 300

  let text: [UInt8]
  var knownLanguages: TextLanguages?
  /// Nothing between the beginning of the current sentence and here is a letter or digit.
  private var emptyUntil = 0

  init(_ text: [UInt8]) {
    self.text = text
  }

  /// Whether the sentence that began at `start` goes on behind `boundary`.
  ///
  /// `start` and `boundary` must not fall from call to call.
  mutating func goesOn(behind boundary: Int, from start: Int) -> Bool {
    guard boundary < text.count else { return false }
    guard let end = SentenceEnd(at: boundary, from: start, in: text) else { return false }
    guard hasWord(from: start, to: end.stops.lowerBound) else { return true }
    switch end.stop {
    case .fullWidth: return isQuotedAmid(end)
    case .mark: return goesOnBehindMark(end)
    case .ellipsis: return goesOnBehindEllipsis(end)
    case .fullStop: return goesOnBehindFullStop(end, from: start)
    }
  }

  /// Whether there is a letter or digit; each byte is looked at once.
  mutating func hasWord(from start: Int, to end: Int) -> Bool {
    emptyUntil = max(emptyUntil, start)
    while emptyUntil < end {
      let (value, length) = text.scalar(at: emptyUntil)
      if value.isDecimalDigit || value.isLetter { return true }
      emptyUntil += length
    }
    return false
  }

  // MARK: Question marks, exclamation marks, ellipses

  func goesOnBehindMark(_ end: SentenceEnd) -> Bool {
    guard let first = end.first else { return false }
    // “Why?” he asked.
    if first.isLower { return !isMixedCase(at: end.next) }
    guard end.isAttached else { return false }
    if first.isIdeographic { return isQuotedAmid(end) }
    // An address, an operator of a program; `Oh!Then` lacks only a space.
    return !beginsWord(end)
  }

  func goesOnBehindEllipsis(_ end: SentenceEnd) -> Bool {
    guard end.isAttached, let first = end.first else { return false }
    if first.isIdeographic { return end.closing.isEmpty || isQuotedAmid(end) }
    return !beginsWord(end)
  }

  /// Whether a capitalized word follows at once, as where a space was forgotten.
  func beginsWord(_ end: SentenceEnd) -> Bool {
    guard end.next == end.boundary, let first = end.first, first.isUpper else { return false }
    let next = end.next + text.scalar(at: end.next).length
    guard end.stops.upperBound == end.closing.upperBound else { return true }
    return next < text.count && (text.scalar(at: next).value.isLower || first == "I")
  }

  /// Whether a word begins in lower case and goes on in upper: `iPhone`.
  func isMixedCase(at offset: Int) -> Bool {
    let next = offset + text.scalar(at: offset).length
    return next < text.count && text.scalar(at: next).value.isUpper
  }

  /// Whether Chinese or Japanese text goes on behind a title or a quotation.
  func isQuotedAmid(_ end: SentenceEnd) -> Bool {
    guard end.isAttached, !end.closing.isEmpty, let first = end.first else { return false }
    switch text.scalar(before: end.closing.upperBound).value {
    case "》", "〉": return true
    case "」", "』": return isParticle(first, at: end.next)
    default: return false
    }
  }

  /// Whether a Japanese particle stands here, and not a word that begins with it.
  func isParticle(_ first: Unicode.Scalar, at offset: Int) -> Bool {
    let next = offset + text.scalar(at: offset).length
    guard next < text.count else { return false }
    let second = text.scalar(at: next).value
    switch first {
    case "の", "を": return true
    case "と": return second != "こ" && second != "て" && second != "に"
    case "っ": return second == "て"
    case "は", "が", "に", "も", "で", "や": return !(0x3041...0x3096).contains(second.value)
    default: return false
    }
  }

  // MARK: Full stops

  mutating func goesOnBehindFullStop(_ end: SentenceEnd, from start: Int) -> Bool {
    guard let first = end.first else { return false }
    if first.isIdeographic, end.isAttached { return goesOnInIdeographs(end, from: start) }
    if end.isAttached, end.closing.isEmpty || !first.isUpper, !beginsWord(end) { return true }
    if isYearInBrackets(end) { return true }
    guard let word = LastWord(endingAt: end.stops.lowerBound, from: start, in: text) else {
      return false
    }
    if !end.closing.isEmpty, let closes = closesAmid(end, word, from: start) { return closes }
    if isEnumerator(word, from: start) { return true }
    // A number within brackets: `(7th Cir. 2007)`, `(Exod. 3:12)`.
    if first.isDecimalDigit, isBracketed(end, from: start) { return true }
    if word.isNumber { return isOrdinal(word, end, from: start) }
    guard stands(word, from: start) else { return false }
    if word.isInitial { return isInitial(word, end, from: start) }
    if isPart(word, of: end) { return true }
    if let role = role(of: word, from: start) { return allows(role, word, end, from: start) }
    if word.isDotted {
      return word.capitalCount * 2 > word.letterCount && word.letterCount <= 6 && goesOnAsName(end)
    }
    if isRomanNumeral(word.range) { return isRomanOrdinal(word, end, from: start) }
    guard isWithoutVowels(word), !isBehindNumber(word, from: start) else { return false }
    return first.isDecimalDigit || goesOnAsName(end)
  }

  /// Whether a word stands by itself; of those behind a hyphen only `J.-C.` does.
  func stands(_ word: LastWord, from start: Int) -> Bool {
    let begin = word.range.lowerBound
    guard begin > start else { return true }
    let before = text.scalar(before: begin).value
    if before == "-" || before == "‑" {
      return word.letterCount > 1 || begin > start + 1 && text[begin - 2] == 0x2E
    }
    return before.isSpace || before.opensSentence || before.closesQuotation || word.letterCount > 1
  }

  /// Latin letters and numbers amid Chinese and Japanese: `Inc.是`, `1.他`.
  func goesOnInIdeographs(_ end: SentenceEnd, from start: Int) -> Bool {
    guard end.stops.lowerBound > start else { return true }
    let before = text.scalar(before: end.stops.lowerBound).value
    guard before.isDecimalDigit || before.isLetter && before.value < 0x250 else {
      return isQuotedAmid(end)
    }
    guard let last = text[end.closing].last else { return true }
    // `（Apple Inc.）很大`
    return last == 0x29 || last == 0x89
  }

  /// What a quotation mark or bracket behind the full stop decides; nil if it decides nothing.
  mutating func closesAmid(_ end: SentenceEnd, _ word: LastWord, from start: Int) -> Bool? {
    guard text[end.closing].contains(where: { $0 != 0x29 }) || isBracketed(end, from: start) else {
      // A citation marker.
      return nil
    }
    // `(Acme Inc.) Records`, but `(So it was.) Then`.
    guard text[end.closing.lowerBound] == 0x29 else { return false }
    guard word.isInitial || word.isDotted || role(of: word, from: start) != nil else {
      return false
    }
    return !isOpener(at: end.next)
  }

  /// Whether a bracket that was opened amid the sentence is still open at its stop.
  func isBracketed(_ end: SentenceEnd, from start: Int) -> Bool {
    let from = max(start, end.stops.lowerBound - Self.bracketReach)
    let open = text[from..<end.stops.lowerBound].last { $0 == 0x28 || $0 == 0x29 }
    return open == 0x28
  }

  /// Whether the sentence is only the number of an item, as `1.`, `a.`, `IV.` or `2.1.` are.
  func isEnumerator(_ word: LastWord, from start: Int) -> Bool {
    let isNumber = word.letterCount == 0 && (word.stopCount > 0 || word.digitCount <= 3)
    guard isNumber || word.letterCount == 1 || isRomanNumeral(word.range) else { return false }
    var offset = word.range.lowerBound
    for _ in 0..<4 where offset > start {
      let (value, length) = text.scalar(before: offset)
      guard value.isSpace || value.opensSentence else { return false }
      offset -= length
    }
    return offset == start
  }

  mutating func allows(
    _ role: Abbreviations.Role,
    _ word: LastWord,
    _ end: SentenceEnd,
    from start: Int
  ) -> Bool {
    switch role {
    case .always: true
    case .number: isNumeral(at: end)
    case .amidName:
      end.first?.isDecimalDigit == true ? !word.isCapitalized : goesOnAsName(end)
    case .genitive: isGenitive(wordRange(at: end.next))
    case .foreign: end.first.map { $0.isLetter && !(0x400...0x52F).contains($0.value) } ?? false
    case .never: false
    case .nameWithoutNumber:
      isBehindNumber(word, from: start) ? saysOnlyWhen(word, from: start) : true
    case .date: saysOnlyWhen(word, from: start)
    }
  }

  /// Whether a Russian name may stand in the genitive, or is an initial.
  func isGenitive(_ word: Range<Int>) -> Bool {
    if word.upperBound < text.count, text[word.upperBound] == 0x2E { return true }
    guard word.count > 6 else { return false }
    let end = String(decoding: text[(word.upperBound - 6)..<word.upperBound], as: UTF8.self)
    if end.hasSuffix("ая") || end.hasSuffix("яя") { return false }
    return ["а", "я", "ого", "его", "их"].contains { end.hasSuffix($0) }
  }

  /// The word's role, or that of it and the abbreviation before.
  func role(of word: LastWord, from start: Int) -> Abbreviations.Role? {
    if let role = pairRole(of: word, from: start) { return role }
    // Two initials or one are no abbreviations: `A.M. Turing`, but `5 a.m.`
    let isInitials =
      word.isInitial || word.isDotted && word.capitalCount == 2 && word.letterCount == 2
    guard !isInitials, let key = WordKey(text, word.range) else { return nil }
    return Abbreviations.role(of: key, isCapitalized: word.isCapitalized)
  }

  /// The role of the word with the abbreviation before it: `z. B`, `EE. UU`.
  func pairRole(of word: LastWord, from start: Int) -> Abbreviations.Role? {
    guard word.letterCount <= 3, word.stopCount == 0,
      let previous = word.previousAbbreviated(from: start, in: text),
      // Two initials are none: `A. D. Smith`.
      !(previous.isInitial && word.isInitial),
      let pair = WordKey(text, previous.range, word.range)
    else { return nil }
    return Abbreviations.role(of: pair, isCapitalized: previous.isCapitalized)
  }

  /// Whether what follows is the other part of an abbreviation, as in `z. B.` and `EE. UU.` it is.
  func isPart(_ word: LastWord, of end: SentenceEnd) -> Bool {
    let isPair = word.letterCount == 2 && word.capitalCount == 2
    if word.letterCount == 1, text[end.next...].starts(with: "Chr.".utf8) { return true }
    guard word.letterCount == 1 || isPair, end.next == end.boundary, end.first?.isUpper == true
    else { return false }
    var offset = end.next
    for _ in 0..<word.letterCount where offset < text.count {
      let (value, length) = text.scalar(at: offset)
      guard value.isUpper else { return false }
      offset += length
    }
    return offset < text.count && text[offset] == 0x2E
  }
}
