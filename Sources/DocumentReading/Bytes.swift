// SPDX-License-Identifier: GPL-3.0-or-later

/// The bytes that structure is made of.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let dot = UInt8(ascii: ".")
  static let hyphen = UInt8(ascii: "-")
  static let equals = UInt8(ascii: "=")
  static let backtick = UInt8(ascii: "`")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}

/// Reading of valid UTF-8 by byte offset.
extension [UInt8] {
  /// The character that begins at `offset`, and how many bytes it takes.
  func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for byte in self[(offset + 1)..<(offset + length)] {
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }

  /// The character that ends before `offset`, and how many bytes it takes.
  func scalar(before offset: Int) -> (value: Unicode.Scalar, length: Int) {
    var start = offset - 1
    while self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// `range` without white space (Unicode White_Space) at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      let (value, length) = scalar(at: start)
      guard value.isBlank else { break }
      start += length
    }
    while end > start {
      let (value, length) = scalar(before: end)
      guard value.isBlank else { break }
      end -= length
    }
    return start..<end
  }

  /// The characters in `range`, runs of white space made one space.
  func lineOfText(in range: Range<Int>) -> String {
    var line: [UInt8] = []
    var offset = range.lowerBound
    var gap = false
    while offset < range.upperBound {
      let (value, length) = scalar(at: offset)
      if value.isBlank {
        gap = !line.isEmpty
      } else {
        if gap { line.append(Byte.space) }
        gap = false
        line.append(contentsOf: self[offset..<offset + length])
      }
      offset += length
    }
    return String(decoding: line, as: UTF8.self)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; the quick way for ASCII.
  var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// Whether it is a letter or a digit of any script.
  var isWordCharacter: Bool {
    if value < 0x80 {
      return Byte.isASCIILetter(UInt8(value)) || Byte.isDigit(UInt8(value))
    }
    return properties.isAlphabetic || properties.numericType != nil
  }
}
