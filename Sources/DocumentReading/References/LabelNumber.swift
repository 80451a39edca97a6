// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads the numbers that label entries and markers.
enum LabelNumber {
  /// No list that anyone cites from by number is longer.
  private static let mostDigits = 4
  /// A number that is a year far more likely than a label.
  static let years = 1000...2100

  /// Reads up to four digits from `offset` on; nil if there are none, more, or a 0 in front.
  static func read(
    at offset: inout Int,
    limit: Int,
    in utf8: [UInt8],
    digit: (Unicode.Scalar) -> Int? = \.labelDigit
  ) -> Int? {
    var value = 0
    var count = 0
    while offset < limit {
      let (scalar, length) = utf8.scalar(at: offset)
      guard let next = digit(scalar) else { break }
      count += 1
      guard count <= mostDigits, value > 0 || next > 0 else { return nil }
      value = value * 10 + next
      offset += length
    }
    return count == 0 ? nil : value
  }
}

extension Unicode.Scalar {
  /// The value of a digit, be it as wide as a Chinese character.
  var labelDigit: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  /// The value of a digit that is raised.
  var superscriptDigit: Int? {
    switch value {
    case 0xB9: 1
    case 0xB2: 2
    case 0xB3: 3
    case 0x2070, 0x2074...0x2079: Int(value - 0x2070)
    default: nil
    }
  }
}
