// SPDX-License-Identifier: GPL-3.0-or-later

/// Reading of valid UTF-8 by byte offset.
extension [UInt8] {
  /// The character that begins at `offset`, and how many bytes it takes.
  package func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
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
  package func scalar(before offset: Int) -> (value: Unicode.Scalar, length: Int) {
    var start = offset - 1
    while self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// `range` without white space (Unicode White_Space) at its ends.
  package func trimmed(_ range: Range<Int>) -> Range<Int> {
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
}

extension Unicode.Scalar {
  /// Whether it is white space; the quick way for ASCII.
  package var isBlank: Bool {
    value < 0x80 ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
