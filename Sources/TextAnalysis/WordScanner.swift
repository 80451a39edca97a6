// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a word stands, and what is to be done to it.
struct WordSpan {
  /// Bytes of the text.
  var range: Range<Int>
  /// Whether only a hyphen stands between the previous word and this one.
  var isJoinedToPrevious: Bool
  /// Single letters with dots between them: `U.S`, `e.g`.
  var isAcronym: Bool
  /// Whether lower-casing ASCII is all the folding it needs.
  var isPlainASCII: Bool
  /// Which script's rules it was found by.
  var form: WordForm = .letters
}

/// How a word is written.
enum WordForm {
  /// In letters with blanks around it.
  case letters
  /// In the syllables of Korean.
  case hangul
  /// As a character of a script without blanks.
  case character
  /// The same, with nothing but a line ending between it and the character before it.
  case nextCharacter
}

/// Finds words in valid UTF-8.
///
/// The rules are close to those of UAX #29 (word boundaries), but made for searching: hyphenated
/// words come in parts; the letters of an acronym make one word; thousands separators do not part a
/// number; a character of a script without blanks is a word; Korean is parted from other letters and
/// digits; a dot or underscore parts words.
struct WordScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var offset: Int
  private let end: Int
  /// Whether the last word ended at a hyphen that a word follows at once.
  private var endedAtHyphen = false
  /// Where the last word ended if it was a character.
  private var characterEnd = -1

  init(bytes: UnsafeBufferPointer<UInt8>, range: Range<Int>) {
    self.bytes = bytes
    offset = range.lowerBound
    end = range.upperBound
  }

  /// The next word, or nil at the end.
  mutating func next(_ classes: inout CharacterClassTable) -> WordSpan? {
    let isJoined = endedAtHyphen
    endedAtHyphen = false
    while offset < end {
      let character = decode(at: offset, &classes)
      switch character.class {
      case .letter, .mark, .stacker, .digit, .hangul:
        return word(isJoined: isJoined, &classes)
      case .character:
        return self.character(&classes)
      default:
        offset = character.end
      }
    }
    return nil
  }

  // MARK: One word

  /// A character with the marks on it and the letters below it.
  private mutating func character(_ classes: inout CharacterClassTable) -> WordSpan {
    let start = offset
    let isNext = isNeighbour(start, of: characterEnd, &classes)
    offset = decode(at: offset, &classes).end
    scan: while offset < end {
      let mark = decode(at: offset, &classes)
      switch mark.class {
      case .mark:
        offset = mark.end
      case .stacker:
        offset = mark.end
        guard offset < end else { break scan }
        let below = decode(at: offset, &classes)
        if below.class == .character { offset = below.end }
      default:
        break scan
      }
    }
    characterEnd = offset
    return WordSpan(
      range: start..<offset,
      isJoinedToPrevious: false,
      isAcronym: false,
      isPlainASCII: false,
      form: isNext ? .nextCharacter : .character
    )
  }

  /// Whether nothing that can be seen stands between `end` and `start`, but perhaps a line ending:
  /// where there are no blanks, lines are wrapped within words.
  private func isNeighbour(
    _ start: Int,
    of end: Int,
    _ classes: inout CharacterClassTable
  ) -> Bool {
    guard end >= 0 else { return false }
    var offset = end
    var mayEndLine = true
    while offset < start {
      if bytes[offset] == UInt8(ascii: "\n"), mayEndLine {
        mayEndLine = false
        offset += 1
      } else {
        let character = decode(at: offset, &classes)
        guard character.class == .ignorable else { return false }
        offset = character.end
      }
    }
    return true
  }

  private mutating func word(isJoined: Bool, _ classes: inout CharacterClassTable) -> WordSpan {
    let start = offset
    var isPlain = true
    var last = decode(at: offset, &classes)
    if let acronymEnd = acronym(from: offset, &classes) {
      offset = acronymEnd
      let isPlain = bytes[start..<acronymEnd].allSatisfy { $0 < 0x80 }
      return WordSpan(
        range: start..<acronymEnd,
        isJoinedToPrevious: isJoined,
        isAcronym: true,
        isPlainASCII: isPlain
      )
    }
    var wordEnd = last.end
    let isHangul = last.class == .hangul
    isPlain = bytes[offset] < 0x80
    offset = wordEnd
    var firstIgnorable = end
    scan: while offset < end {
      let here = decode(at: offset, &classes)
      switch here.class {
      case .letter, .digit, .hangul, .mark, .stacker:
        if here.class == .hangul ? !isHangul : isHangul && !here.class.isMark { break scan }
        last = here
        if bytes[offset] >= 0x80 { isPlain = false }
        offset = here.end
        wordEnd = offset
      case .ignorable:
        // Belongs to the word only if the word goes on after it.
        firstIgnorable = min(firstIgnorable, offset)
        offset = here.end
      case .apostrophe:
        guard !isHangul, last.class.isLetter, isLetter(at: here.end, &classes) else { break scan }
        if bytes[offset] >= 0x80 { isPlain = false }
        offset = here.end
      case .hyphen:
        endedAtHyphen =
          isWordCharacter(at: here.end, &classes) || startsHangul(at: here.end, &classes)
        if endedAtHyphen { offset = here.end }
        break scan
      case .separator:
        guard last.class == .digit, partsNumber(at: offset, &classes) else { break scan }
        offset = here.end
      case .character, .unknown:
        break scan
      }
    }
    return WordSpan(
      range: start..<wordEnd,
      isJoinedToPrevious: isJoined,
      isAcronym: false,
      isPlainASCII: isPlain && firstIgnorable >= wordEnd,
      form: isHangul ? .hangul : .letters
    )
  }

  /// The end of `U.S`, `e.g`, `J.R.R`: two or more single letters with dots between them.
  private func acronym(from start: Int, _ classes: inout CharacterClassTable) -> Int? {
    var here = decode(at: start, &classes)
    var acronymEnd: Int?
    guard here.class.isLetter else { return nil }
    while here.end + 1 < end, bytes[here.end] == UInt8(ascii: ".") {
      let letter = decode(at: here.end + 1, &classes)
      guard letter.class.isLetter, !isWordCharacter(at: letter.end, &classes) else { break }
      acronymEnd = letter.end
      here = letter
    }
    return acronymEnd
  }

  /// Whether a `.` or `,` at `offset`, after a digit, stands within a number: `1.5`, `600,000`.
  private func partsNumber(at offset: Int, _ classes: inout CharacterClassTable) -> Bool {
    switch bytes[offset] {
    case UInt8(ascii: "."):
      return isDigit(at: offset + 1)
    case UInt8(ascii: ","):
      // Only a thousands separator: `1,2` is a list, and `1956,1957` too.
      return (1...3).allSatisfy { isDigit(at: offset + $0) } && !isDigit(at: offset + 4)
        && !isWordCharacter(at: offset + 4, &classes)
    default:
      return false
    }
  }

  // MARK: Characters

  private struct Decoded {
    var `class`: CharacterClass
    var end: Int
  }

  private func decode(at offset: Int, _ classes: inout CharacterClassTable) -> Decoded {
    let first = bytes[offset]
    if first < 0x80 {
      return Decoded(class: Self.ascii[Int(first)], end: offset + 1)
    }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in bytes[(offset + 1)..<min(offset + length, end)] {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else {
      return Decoded(class: .separator, end: offset + length)
    }
    return Decoded(class: classes.lookUp(scalar), end: min(offset + length, end))
  }

  private func isWordCharacter(at offset: Int, _ classes: inout CharacterClassTable) -> Bool {
    guard offset < end else { return false }
    let found = decode(at: offset, &classes).class
    return found.isLetter || found == .digit
  }

  private func startsHangul(at offset: Int, _ classes: inout CharacterClassTable) -> Bool {
    offset < end && decode(at: offset, &classes).class == .hangul
  }

  private func isLetter(at offset: Int, _ classes: inout CharacterClassTable) -> Bool {
    offset < end && decode(at: offset, &classes).class.isLetter
  }

  private func isDigit(at offset: Int) -> Bool {
    offset < end && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset])
  }

  private static let ascii: [CharacterClass] = (0..<0x80).map { value in
    switch UInt8(value) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "'"): .apostrophe
    default: .separator
    }
  }
}
