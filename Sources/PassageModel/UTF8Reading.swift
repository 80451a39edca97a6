// SPDX-License-Identifier: GPL-3.0-or-later

/// Reading of valid UTF-8 by byte offset; inlined elsewhere, because every character of every text
/// passes here several times.
extension [UInt8] {
  /// The character that begins at `offset`, and how many bytes it takes.
  @inlinable
  package func scalar(at offset: Int) -> (value: Unicode.Scalar, length: Int) {
    let first = self[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    func tail(_ index: Int) -> UInt32 { UInt32(self[offset + index] & 0x3F) }
    let head = UInt32(first)
    if first < 0xE0 { return (Self.scalar((head & 0x1F) << 6 | tail(1)), 2) }
    if first < 0xF0 { return (Self.scalar((head & 0x0F) << 12 | tail(1) << 6 | tail(2)), 3) }
    let value = (head & 0x07) << 18 | tail(1) << 12 | tail(2) << 6 | tail(3)
    return (Self.scalar(value), 4)
  }

  @usableFromInline
  static func scalar(_ value: UInt32) -> Unicode.Scalar {
    Unicode.Scalar(value) ?? "\u{FFFD}"
  }

  /// The character that ends before `offset`, and how many bytes it takes.
  @inlinable
  package func scalar(before offset: Int) -> (value: Unicode.Scalar, length: Int) {
    var start = offset - 1
    while self[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start)
  }

  /// `range` without white space (Unicode White_Space) at its ends.
  @inlinable
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
  /// Whether it is white space (Unicode White_Space).
  ///
  /// Spelled out because it is asked of every character, and the standard library's answer costs
  /// more than reading the rest of the text.
  @inlinable
  package var isBlank: Bool {
    switch value {
    case 0x20, 0x09...0x0D: true
    case ..<0x85: false
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
    default: false
    }
  }
}
