// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of a document's text, counted in each of the three units people and programs use.
///
/// All three ranges are half-open, count from 0 and name the same stretch. A character is a
/// Unicode scalar value (code point), as RFC 5147 and the W3C selectors count.
package struct TextRange: Hashable, Sendable {
  /// UTF-8 code units (bytes).
  package let bytes: Range<Int>
  /// Unicode scalar values.
  package let characters: Range<Int>
  /// UTF-16 code units.
  package let utf16: Range<Int>

  /// Makes a range from its three countings, which must name the same stretch.
  package init(bytes: Range<Int>, characters: Range<Int>, utf16: Range<Int>) {
    self.bytes = bytes
    self.characters = characters
    self.utf16 = utf16
  }
}

/// The length of a text in each of the three units.
package struct TextLength: Hashable, Sendable {
  /// UTF-8 code units (bytes).
  package var bytes: Int
  /// Unicode scalar values.
  package var characters: Int
  /// UTF-16 code units.
  package var utf16: Int

  /// The length of the empty text.
  package static let zero = TextLength(bytes: 0, characters: 0, utf16: 0)

  /// Makes a length from its three countings.
  package init(bytes: Int, characters: Int, utf16: Int) {
    self.bytes = bytes
    self.characters = characters
    self.utf16 = utf16
  }

  /// Measures valid UTF-8.
  package init(measuring utf8: some Sequence<UInt8>) {
    self = .zero
    for byte in utf8 { count(byte) }
  }

  /// Counts one byte of valid UTF-8: a scalar is counted at its first byte.
  mutating func count(_ byte: UInt8) {
    bytes += 1
    guard byte & 0b1100_0000 != 0b1000_0000 else { return }
    characters += 1
    utf16 += byte >= 0b1111_0000 ? 2 : 1
  }
}
