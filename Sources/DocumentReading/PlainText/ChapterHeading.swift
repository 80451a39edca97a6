// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows headings of books that may end in a full stop, such as `CHAPTER IV.`.
enum ChapterHeading {
  /// Whether the stretch is a chapter word and a number, or a Roman number alone, and a full stop.
  static func matches(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    guard range.count <= 40, utf8[range].last == Byte.dot else { return false }
    let line = String(decoding: utf8[range].dropLast(), as: UTF8.self)
    let parts = line.split(separator: " ")
    guard let last = parts.last, parts.count <= 2 else { return false }
    guard isNumber(last) || parts.count == 2 else { return false }
    return parts.count == 1
      ? last.allSatisfy { romanDigits.contains($0) }
      : HeadingRank.isChapterWord(parts[0].lowercased())
  }

  private static let romanDigits: Set<Character> = ["I", "V", "X", "L", "C"]

  private static func isNumber(_ word: Substring) -> Bool {
    word.allSatisfy { romanDigits.contains($0) } || word.allSatisfy(\.isNumber)
  }
}
