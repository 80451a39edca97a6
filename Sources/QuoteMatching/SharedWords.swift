// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts how many words of a quotation a stretch of a text has, in whatever order: no alignment of
/// the two can match more.
struct SharedWords {
  private let text: ComparedText
  /// How often the quotation has each word of the text.
  private var limits: [Int32]

  init(of quotation: [Int32], in text: ComparedText) {
    self.text = text
    limits = [Int32](repeating: 0, count: text.wordCount)
    for word in quotation where word >= 0 { limits[Int(word)] += 1 }
  }

  /// How many there are in `tokens`.
  ///
  /// - Complexity: O(n) in the tokens.
  mutating func count(in tokens: Range<Int>) -> Int {
    var count = 0
    for word in text.words[tokens] {
      if limits[Int(word)] > 0 { count += 1 }
      limits[Int(word)] -= 1
    }
    for word in text.words[tokens] { limits[Int(word)] += 1 }
    return count
  }
}
