// SPDX-License-Identifier: GPL-3.0-or-later

/// Cuts a quotation into the parts that an editor moves, about: its sentences.
enum SentenceParts {
  private static let ends: Set<[UInt8]> = Set(
    [".", "!", "?", ";", ":", "。", "！", "？", "；"].map { Array($0.utf8) }
  )
  /// What is shorter belongs to the part before: of a few words everything is like something.
  private static let leastWordCount = 6
  /// What is longer is cut.
  private static let largestWordCount = 40

  /// The parts, as tokens of the quotation; all of them together are all of it.
  static func parts(of quotation: [UInt8]) -> [Range<Int>] {
    var scanner = TokenScanner(quotation)
    var parts: [Range<Int>] = []
    var (start, index) = (0, 0)
    while let token = scanner.next() {
      index += 1
      let length = index - start
      if length >= largestWordCount
        || (length >= leastWordCount && ends.contains(Array(quotation[token])))
      {
        parts.append(start..<index)
        start = index
      }
    }
    if start < index {
      if index - start < leastWordCount, let last = parts.popLast() {
        parts.append(last.lowerBound..<index)
      } else {
        parts.append(start..<index)
      }
    }
    return parts
  }
}
