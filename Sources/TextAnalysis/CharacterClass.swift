// SPDX-License-Identifier: GPL-3.0-or-later

/// What a character does in the forming of words.
enum CharacterClass: UInt8 {
  /// Not looked up yet.
  case unknown
  /// Stands between words.
  case separator
  /// A letter, or a letter-like number.
  case letter
  /// A mark: on a letter, or a letter where it stands alone.
  case mark
  /// A mark that puts the next letter below the last one: Khmer coeng, Myanmar virama.
  case stacker
  /// A decimal digit.
  case digit
  /// A letter of Korean. Words of it stand between blanks, but what follows a foreign word or a
  /// number is written onto it.
  case hangul
  /// A character of a script that puts no blanks between words: ideographs, kana, Thai, Lao, Khmer,
  /// Myanmar.
  case character
  /// Joins the parts of a word when it stands between them: `-` and its typographic relations.
  case hyphen
  /// Belongs to the word when it stands between letters: `'` and its typographic relations.
  case apostrophe
  /// Invisible within a word, such as the soft hyphen.
  case ignorable

  /// Whether words are made of it, in scripts with blanks between them.
  var isLetter: Bool { self == .letter || isMark }

  /// Whether it stands on the letter before it, in any script.
  var isMark: Bool { self == .mark || self == .stacker }
}

/// Looks up the class of characters, each once.
struct CharacterClassTable {
  /// The Basic Multilingual Plane; the rest is rare enough to be looked up each time.
  private var classes = [UInt8](repeating: 0, count: 0x1_0000)

  /// The class of `scalar`.
  mutating func lookUp(_ scalar: Unicode.Scalar) -> CharacterClass {
    let index = Int(scalar.value)
    guard index < classes.count else { return Self.classify(scalar) }
    if let known = CharacterClass(rawValue: classes[index]), known != .unknown { return known }
    let found = Self.classify(scalar)
    classes[index] = found.rawValue
    return found
  }

  private static func classify(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar {
    case "-", "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{FE63}", "\u{FF0D}":
      return .hyphen
    case "'", "\u{2018}", "\u{2019}", "\u{02BC}", "\u{FF07}":
      return .apostrophe
    case "\u{00AD}", "\u{200B}"..."\u{200D}", "\u{2060}", "\u{FEFF}":
      return .ignorable
    default:
      break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .decimalNumber:
      return .digit
    case .nonspacingMark, .spacingMark, .enclosingMark:
      return scalar == "\u{17D2}" || scalar == "\u{1039}" ? .stacker : .mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .letterNumber:
      return letterClass(of: scalar, properties)
    default:
      return .separator
    }
  }

  private static func letterClass(
    of scalar: Unicode.Scalar,
    _ properties: Unicode.Scalar.Properties
  ) -> CharacterClass {
    switch scalar.value {
    // Vowels and voicing signs that are letters to Unicode, but belong to the letter before them.
    case 0x0E33, 0x0EB3, 0xFF9E, 0xFF9F: return .mark
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: return .character
    case 0xA9E0...0xA9FF, 0xAA60...0xAA7F: return .character
    // Hiragana, Katakana and their extensions, with the marks that lengthen them.
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9D, 0x1_AFF0...0x1_B16F: return .character
    // They repeat an ideograph.
    case 0x3005, 0x303B: return .character
    case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97F, 0xAC00...0xD7FF, 0xFFA0...0xFFDC:
      return .hangul
    default: return properties.isIdeographic ? .character : .letter
    }
  }
}
