// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Tells how much of a text looks as if it were decoded wrongly.
enum Strangeness {
  /// How many of the characters beyond ASCII are none that people write there, in percent.
  ///
  /// Counted are characters that are not assigned, controls, signs amid words, capitals behind
  /// small letters, and words in two scripts.
  static func percent(of utf8: [UInt8]) -> Int {
    var strange = 0
    var total = 0
    var previous = Kind.other
    /// Whether a letter stands before `previous`.
    var isAmidWord = false
    var offset = 0
    while offset < utf8.count {
      let (scalar, length) = utf8.scalar(at: offset)
      offset += length
      let kind = Kind(scalar)
      if scalar.value >= 0x80 { total += 1 }
      if scalar.value >= 0x80 || previous.isBeyondASCII {
        strange += kind.strangeness(after: previous)
        if previous == .sign, isAmidWord, kind.isLetter { strange += 2 }
      }
      isAmidWord = previous.isLetter
      previous = kind
    }
    return total == 0 ? 0 : min(100, strange * 100 / total)
  }

  private enum Kind: Equatable {
    case small(Script)
    case capital(Script)
    case letter
    case sign
    case impossible
    case other

    /// The kinds of the Basic Multilingual Plane: every candidate for an encoding asks for each of its
    /// characters.
    private static let known = (0..<0x1_0000).map { value in
      Unicode.Scalar(value).map { Kind(lookingUp: $0) } ?? .impossible
    }

    init(_ scalar: Unicode.Scalar) {
      self = scalar.value < 0x1_0000 ? Self.known[Int(scalar.value)] : Kind(lookingUp: scalar)
    }

    private init(lookingUp scalar: Unicode.Scalar) {
      switch scalar.properties.generalCategory {
      case .lowercaseLetter: self = .small(Script(scalar))
      case .uppercaseLetter: self = .capital(Script(scalar))
      case .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark, .spacingMark:
        // Half-width katakana are what most other encodings become as Shift JIS.
        self = (0xFF61...0xFF9F).contains(scalar.value) ? .sign : .letter
      case .control: self = scalar.value < 0x80 ? .other : .impossible
      case .unassigned, .privateUse, .surrogate: self = .impossible
      case .mathSymbol, .currencySymbol, .modifierSymbol, .otherSymbol, .otherNumber:
        self = scalar == "\u{FFFD}" ? .impossible : scalar.value < 0x80 ? .other : .sign
      default: self = .other
      }
    }

    var isBeyondASCII: Bool {
      switch self {
      case .small(let script), .capital(let script): script != .ascii
      case .letter, .sign, .impossible: true
      case .other: false
      }
    }

    var isLetter: Bool {
      switch self {
      case .small, .capital, .letter: true
      case .sign, .impossible, .other: false
      }
    }

    func strangeness(after previous: Kind) -> Int {
      switch (previous, self) {
      case (_, .impossible): 4
      case (.small(let first), .capital(let second)): first.mixes(with: second) ? 3 : 2
      case (.small(let first), .small(let second)), (.capital(let first), .capital(let second)),
        (.capital(let first), .small(let second)):
        first.mixes(with: second) ? 3 : 0
      case (.sign, .sign): 1
      case (.sign, _): isLetter && isBeyondASCII ? 1 : 0
      case (_, .sign): previous.isLetter && previous.isBeyondASCII ? 1 : 0
      case (.letter, .small), (.small, .letter): 1
      default: 0
      }
    }
  }

  private enum Script {
    case ascii, latin, cyrillic, greek, other

    init(_ scalar: Unicode.Scalar) {
      self =
        switch scalar.value {
        case ..<0x80: .ascii
        case 0x80..<0x370: .latin
        case 0x370..<0x400: .greek
        case 0x400..<0x530: .cyrillic
        default: .other
        }
    }

    func mixes(with other: Script) -> Bool {
      let isLatin = (self == .ascii || self == .latin, other == .ascii || other == .latin)
      return isLatin.0 && isLatin.1 ? false : self != other
    }
  }
}
