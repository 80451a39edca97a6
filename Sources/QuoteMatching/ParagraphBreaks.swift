// SPDX-License-Identifier: GPL-3.0-or-later

/// Counts what parts the paragraphs of a text.
enum ParagraphBreaks {
  /// How many empty lines, or several behind each other, stand between words.
  static func count(in utf8: some Sequence<UInt8>) -> Int {
    var (count, lineFeeds, isBehindWord) = (0, 0, false)
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "\n"): lineFeeds += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default:
        if lineFeeds > 1, isBehindWord { count += 1 }
        (lineFeeds, isBehindWord) = (0, true)
      }
    }
    return count
  }
}
