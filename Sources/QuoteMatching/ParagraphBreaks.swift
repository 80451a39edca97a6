// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts what parts the paragraphs of a text.
enum ParagraphBreaks {
  /// Between how many words, or signs, empty lines stand.
  static func count(in utf8: [UInt8]) -> Int {
    var scanner = TokenScanner(utf8)
    var count = 0
    var end = scanner.next()?.upperBound ?? utf8.count
    while let token = scanner.next() {
      let blanks = utf8[end..<token.lowerBound]
      if blanks.count(where: { $0 == UInt8(ascii: "\n") }) > 1 { count += 1 }
      end = token.upperBound
    }
    return count
  }
}
