// SPDX-License-Identifier: GPL-3.0-or-later

/// What a character is, as far as structure depends on it.
struct CharacterTraits: OptionSet {
  let rawValue: UInt8

  static let alphabetic = CharacterTraits(rawValue: 1)
  static let numeric = CharacterTraits(rawValue: 2)
  static let uppercase = CharacterTraits(rawValue: 4)
  static let lowercase = CharacterTraits(rawValue: 8)
  /// A letter of a script without case.
  static let caseless = CharacterTraits(rawValue: 16)
  /// May begin a title: a capital, a caseless letter, a digit.
  static let opensTitle = CharacterTraits(rawValue: 32)

  /// The traits of the Basic Multilingual Plane.
  ///
  /// Each question put to the standard library is a search in its tables: asked of every character
  /// of a Russian text they took more than half of the time of reading and splitting it.
  fileprivate static let known = (0..<0x1_0000).map { value in
    Unicode.Scalar(value).map { CharacterTraits(lookingUp: $0) } ?? []
  }

  fileprivate init(lookingUp scalar: Unicode.Scalar) {
    let properties = scalar.properties
    var traits: CharacterTraits = []
    if properties.isAlphabetic { traits.insert(.alphabetic) }
    if properties.numericType != nil { traits.insert(.numeric) }
    if properties.isUppercase { traits.insert(.uppercase) }
    if properties.isLowercase { traits.insert(.lowercase) }
    switch properties.generalCategory {
    case .otherLetter: traits.formUnion([.caseless, .opensTitle])
    case .uppercaseLetter, .titlecaseLetter, .decimalNumber, .letterNumber:
      traits.insert(.opensTitle)
    default: break
    }
    self = traits
  }

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }
}

extension Unicode.Scalar {
  /// What it is.
  var traits: CharacterTraits {
    value < 0x1_0000 ? CharacterTraits.known[Int(value)] : CharacterTraits(lookingUp: self)
  }

  /// Whether it is a letter or a digit of any script.
  var isWordCharacter: Bool { !traits.isDisjoint(with: [.alphabetic, .numeric]) }

  /// Whether it is a capital.
  var isCapital: Bool { traits.contains(.uppercase) }

  /// Whether it is a small letter.
  var isSmall: Bool { traits.contains(.lowercase) }
}
