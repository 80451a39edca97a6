// SPDX-License-Identifier: GPL-3.0-or-later

/// A short word in lower case, ready to be looked up: no string is made for it.
///
/// Case is folded for ASCII, Latin-1 and Russian letters, which is all that the tables hold.
struct WordKey: Hashable {
  static let maximumLength = 32

  private var packed = SIMD4<UInt64>()
  private var length = 0

  /// The word that the bytes of `range` spell; nil where it is too long to be in a table.
  init?(_ utf8: [UInt8], _ range: Range<Int>) {
    guard range.count <= Self.maximumLength else { return nil }
    fold(utf8, range)
  }

  /// Two words as one that is written without a space: `z` and `B` make `z.b`.
  init?(_ utf8: [UInt8], _ first: Range<Int>, _ second: Range<Int>) {
    guard first.count + second.count < Self.maximumLength else { return nil }
    fold(utf8, first)
    append(UInt8(ascii: "."))
    fold(utf8, second)
  }

  /// The word of a table; it must not be too long.
  init(_ word: Substring) {
    let utf8 = Array(word.utf8)
    precondition(utf8.count <= Self.maximumLength, "\(word) is too long for a table of words")
    fold(utf8, utf8.indices)
  }

  private mutating func fold(_ utf8: [UInt8], _ range: Range<Int>) {
    var previous: UInt8 = 0
    for offset in range {
      let byte = utf8[offset]
      switch (previous, byte) {
      case (_, 0x41...0x5A), (0xC3, 0x80...0x9E), (0xD0, 0x90...0x9F): append(byte + 0x20)
      case (0xD0, 0xA0...0xAF):
        replaceLast(by: 0xD1)
        append(byte - 0x20)
      case (0xD0, 0x81):
        replaceLast(by: 0xD1)
        append(0x91)
      default: append(byte)
      }
      previous = byte
    }
  }

  private mutating func append(_ byte: UInt8) {
    packed[length / 8] |= UInt64(byte) << UInt64(length % 8 * 8)
    length += 1
  }

  private mutating func replaceLast(by byte: UInt8) {
    length -= 1
    packed[length / 8] &= ~(0xFF << UInt64(length % 8 * 8))
    append(byte)
  }
}
