// SPDX-License-Identifier: GPL-3.0-or-later

/// What a character does in the forming of words.
enum CharacterClass: UInt8 {
  /// Not looked up yet.
  case unknown
  /// Stands between words.
  case separator
  /// A letter, a mark on one, or a letter-like number.
  case letter
  /// A decimal digit.
  case digit
  /// A word of its own: scripts that put no spaces between words.
  case ideograph
  /// Joins the parts of a word when it stands between them: `-` and its typographic relations.
  case hyphen
  /// Belongs to the word when it stands between letters: `'` and its typographic relations.
  case apostrophe
  /// Invisible within a word, such as the soft hyphen.
  case ignorable
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
    case .nonspacingMark, .spacingMark, .enclosingMark, .letterNumber:
      return .letter
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
      return properties.isIdeographic || isKana(scalar) ? .ideograph : .letter
    default:
      return .separator
    }
  }

  /// Hiragana, Katakana and their extensions, with the marks that lengthen or voice them.
  private static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF9F, 0x1_B000...0x1_B16F: true
    default: false
    }
  }
}
