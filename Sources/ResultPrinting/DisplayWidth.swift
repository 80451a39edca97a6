// SPDX-License-Identifier: GPL-3.0-or-later

extension Character {
  /// How many columns of a terminal the character takes: 0, 1 or 2.
  ///
  /// - SeeAlso: UAX #11 (East Asian Wide and Fullwidth).
  var columns: Int {
    var widest = 0
    for scalar in unicodeScalars {
      // Variation selector 16 asks for the emoji, which is wide, where the text form was narrow.
      if scalar.value == 0xFE0F { return 2 }
      widest = max(widest, scalar.columns)
    }
    return widest
  }
}

extension Unicode.Scalar {
  fileprivate var columns: Int {
    if value < 0x300 { return value == 0xAD ? 0 : 1 }
    if isEastAsianWide || properties.isEmojiPresentation { return 2 }
    return switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    default: 1
    }
  }

  /// The ranges of UAX #11 that are wide throughout; wide symbols elsewhere are emoji.
  private var isEastAsianWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      // Marks such as U+302A and U+3099 stand over their character even here.
      properties.generalCategory != .nonspacingMark
    default:
      false
    }
  }
}

extension StringProtocol {
  /// How many columns of a terminal the text takes.
  var columns: Int { reduce(0) { $0 + $1.columns } }
}
