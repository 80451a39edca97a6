// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Counts words without a dictionary, in twentieths of one, so that sums stay exact.
///
/// A run of characters without white space is a word, and a longer run as many as it has begun
/// twenties of characters: an address is several words, and a file without spaces cannot become
/// one passage. Scripts that write no spaces: a Han character, kana or hangul-free CJK mark is half
/// a word (Chinese words have about two), a letter of Thai, Lao, Burmese or Khmer a fifth.
enum WordMeter {
  static let unitsPerWord = 20
  private static let ideographUnits = 10
  private static let unspacedLetterUnits = 4

  /// The size of `range` in units; a part of a word counts as a whole one where runs end.
  static func units(of range: Range<Int>, in utf8: [UInt8]) -> Int {
    var units = 0
    var runLength = 0
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = utf8.scalar(at: offset)
      units += step(value, runLength: &runLength)
      offset += length
    }
    return units
  }

  /// What the next character adds; `runLength` counts the characters of the run it stands in.
  static func step(_ scalar: Unicode.Scalar, runLength: inout Int) -> Int {
    if scalar.isBlank {
      runLength = 0
      return 0
    }
    // All scripts that write no spaces come behind those that do.
    if scalar.value < 0x0E00 {
      runLength += 1
      return runLength == 1 ? unitsPerWord : runLength > unitsPerWord ? 1 : 0
    }
    if scalar.isIdeographic {
      runLength = 0
      return ideographUnits
    }
    if isUnspacedLetter(scalar) {
      runLength = 0
      return unspacedLetterUnits
    }
    runLength += 1
    return runLength == 1 ? unitsPerWord : runLength > unitsPerWord ? 1 : 0
  }

  private static func isUnspacedLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0E00...0x0EFF, 0x1000...0x109F, 0x1780...0x17FF: true
    default: false
    }
  }
}
