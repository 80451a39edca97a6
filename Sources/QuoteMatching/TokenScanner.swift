// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Cuts text into what is compared: words, and by itself every other character that is not blank.
///
/// Blanks part words and are otherwise nothing: a quotation stays the same when it is wrapped anew.
/// Characters of scripts that write no blanks between words are tokens by themselves, too. Case,
/// diacritics and signs all count: what differs in any of them is not the same text.
struct TokenScanner {
  private let utf8: [UInt8]
  private var offset = 0

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// The next token, as bytes of the text; nil at its end.
  mutating func next() -> Range<Int>? {
    while offset < utf8.count {
      let start = offset
      let (kind, length) = kind(at: start)
      offset += length
      switch kind {
      case .blank:
        continue
      case .alone:
        return start..<offset
      case .ofWord:
        while offset < utf8.count {
          let (next, length) = self.kind(at: offset)
          guard next == .ofWord else { break }
          offset += length
        }
        return start..<offset
      }
    }
    return nil
  }

  /// About how many words there are: of signs and ideographs, two count as one, of other characters of
  /// scripts without blanks, which spell words by sounds, four.
  static func wordCount(of utf8: [UInt8]) -> Int {
    var scanner = TokenScanner(utf8)
    var quarters = 0
    while let token = scanner.next() {
      if scanner.kind(at: token.lowerBound).0 == .ofWord {
        quarters += 4
      } else {
        quarters += spellsSounds(utf8.scalar(at: token.lowerBound).value.value) ? 1 : 2
      }
    }
    return quarters / 4
  }

  private static func spellsSounds(_ value: UInt32) -> Bool {
    switch value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Myanmar, Khmer
    case 0x3041...0x30FF, 0x3105...0x31BF, 0x31F0...0x31FF, 0xFF66...0xFF9F: true  // kana, bopomofo
    default: false
    }
  }

  private enum Kind {
    case blank
    case alone
    case ofWord
  }

  private func kind(at offset: Int) -> (Kind, length: Int) {
    let byte = utf8[offset]
    if byte < 0x80 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        return (.ofWord, 1)
      case 0x09...0x0D, 0x20: return (.blank, 1)
      default: return (.alone, 1)
      }
    }
    let (scalar, length) = utf8.scalar(at: offset)
    if scalar.isBlank { return (.blank, length) }
    return (Self.standsAlone(scalar.value) ? .alone : .ofWord, length)
  }

  /// Signs, and characters of scripts without blanks, by their blocks: nothing hangs on the odd one
  /// that a block holds besides, as long as all texts are cut alike.
  private static func standsAlone(_ value: UInt32) -> Bool {
    switch value {
    case 0xAA, 0xB5, 0xBA: false
    case 0x80...0xBF, 0xD7, 0xF7: true  // Latin-1 signs
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true  // Thai, Lao, Myanmar, Khmer
    case 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF: true  // punctuation, money, symbols
    case 0x2E00...0x9FFF: true  // punctuation, radicals, kana, ideographs
    case 0xF900...0xFAFF, 0xFE10...0xFE6F, 0xFF00...0xFF0F, 0xFF1A...0xFF20, 0xFF3B...0xFF40,
      0xFF5B...0xFFDF, 0xFFE0...0xFFFF:
      true
    case 0x1F000...0x1FAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }
}
