// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns bytes of one text into characters (Unicode scalar values) of it.
///
/// Offsets outside the text count as its ends: what an index says is not trusted to be in bounds.
struct CharacterCounter {
  /// For each byte offset, how many characters begin before it.
  private let counts: [Int]

  init(_ text: String) {
    var counts = [0]
    counts.reserveCapacity(text.utf8.count + 1)
    var count = 0
    for byte in text.utf8 {
      if byte & 0b1100_0000 != 0b1000_0000 { count += 1 }
      counts.append(count)
    }
    self.counts = counts
  }

  /// The characters that `bytes` holds.
  func characters(in bytes: Range<Int>) -> Range<Int> {
    let bytes = bytes.clamped(to: 0..<counts.count - 1)
    return counts[bytes.lowerBound]..<counts[bytes.upperBound]
  }
}
