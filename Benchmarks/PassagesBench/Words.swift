// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Words as they are counted here: runs of characters without white space.
enum Words {
  /// Where the words of `text` stand: bytes.
  static func ranges(of text: Range<Int>, in utf8: [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    var offset = text.lowerBound
    while offset < text.upperBound {
      let (value, length) = utf8.scalar(at: offset)
      if let begun = start, value.isBlank {
        words.append(begun..<offset)
        start = nil
      } else if start == nil, !value.isBlank {
        start = offset
      }
      offset += length
    }
    if let start { words.append(start..<text.upperBound) }
    return words
  }
}
