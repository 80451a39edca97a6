// SPDX-License-Identifier: GPL-3.0-or-later

/// The syllables of a Korean word, composed or in single letters.
///
/// - SeeAlso: Unicode Standard section 3.12 (conjoining jamo).
enum HangulSyllables {
  /// The ranges of the syllables in `word`, in bytes; together they are the whole word.
  static func ranges(of word: Substring) -> [Range<Int>] {
    var starts: [Int] = []
    var offset = 0
    var followsInitial = false
    for scalar in word.unicodeScalars {
      let isInitial = isInitial(scalar.value)
      if starts.isEmpty || isWhole(scalar.value) || (isInitial && !followsInitial) {
        starts.append(offset)
      }
      followsInitial = isInitial
      offset += UTF8.width(scalar)
    }
    return zip(starts, starts.dropFirst() + [offset]).map { $0..<$1 }
  }

  /// Composed syllables, and letters that stand for themselves.
  private static func isWhole(_ value: UInt32) -> Bool {
    switch value {
    case 0xAC00...0xD7A3, 0x3131...0x318E, 0xFFA0...0xFFDC: true
    default: false
    }
  }

  /// Consonants that a syllable in single letters begins with.
  private static func isInitial(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x115F, 0xA960...0xA97F: true
    default: false
    }
  }
}
