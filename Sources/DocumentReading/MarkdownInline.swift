// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes the markup out of a line of Markdown.
enum MarkdownInline {
  /// Longer link targets are left as they are: bounds the work at each bracket.
  private static let longestTarget = 2000

  /// The words of `range` on one line: links become their text, emphasis and code lose their marks.
  ///
  /// - Complexity: O(n).
  static func plainText(of range: Range<Int>, in utf8: [UInt8]) -> String {
    let line = Array(utf8[range])
    var isDropped = [Bool](repeating: false, count: line.count)
    dropLinks(in: line, &isDropped)
    for mark in "*_`".utf8 { drop(mark, in: line, &isDropped) }
    let kept = zip(line, isDropped).compactMap { $1 ? nil : $0 }
    return kept.lineOfText(in: 0..<kept.count)
  }

  /// Drops the brackets and targets of `[text](target)`, `![text](target)` and `[text][name]`.
  private static func dropLinks(in line: [UInt8], _ isDropped: inout [Bool]) {
    var open: [Int] = []
    var offset = 0
    while offset < line.count {
      if line[offset] == Byte.openBracket {
        open.append(offset)
      } else if line[offset] == Byte.closeBracket, let start = open.popLast(),
        let end = targetEnd(after: offset + 1, in: line)
      {
        isDropped[start] = true
        if start > 0, line[start - 1] == UInt8(ascii: "!") { isDropped[start - 1] = true }
        for index in offset..<end { isDropped[index] = true }
        offset = end
        continue
      }
      offset += 1
    }
  }

  private static func targetEnd(after offset: Int, in line: [UInt8]) -> Int? {
    guard offset < line.count else { return nil }
    let closing: UInt8
    switch line[offset] {
    case UInt8(ascii: "("): closing = UInt8(ascii: ")")
    case Byte.openBracket: closing = Byte.closeBracket
    default: return nil
    }
    var depth = 0
    for index in offset..<min(line.count, offset + longestTarget) {
      if line[index] == line[offset] { depth += 1 }
      if line[index] == closing { depth -= 1 }
      if depth == 0 {
        // `[16][17]` are two markers.
        let isLabel = line[offset + 1..<index].allSatisfy(Byte.isDigit)
        return closing == Byte.closeBracket && isLabel ? nil : index + 1
      }
    }
    return nil
  }

  /// Drops the runs of `mark` that can be markup, if there are two of them or four.
  private static func drop(_ mark: UInt8, in line: [UInt8], _ isDropped: inout [Bool]) {
    var runs: [Range<Int>] = []
    var offset = 0
    while let start = line[offset...].firstIndex(of: mark) {
      let end = line[start...].firstIndex { $0 != mark } ?? line.count
      if !isDropped[start], isMarkup(start..<end, in: line) { runs.append(start..<end) }
      offset = end
    }
    guard runs.count.isMultiple(of: 2) else { return }
    for run in runs {
      for index in run { isDropped[index] = true }
    }
  }

  /// Whether a run touches a word on one side; underscores only at the edge of one.
  private static func isMarkup(_ run: Range<Int>, in line: [UInt8]) -> Bool {
    let before = run.lowerBound > 0 ? line[run.lowerBound - 1] : Byte.space
    let after = run.upperBound < line.count ? line[run.upperBound] : Byte.space
    if before == UInt8(ascii: "\\") { return false }
    if before == Byte.space, after == Byte.space { return false }
    guard line[run.lowerBound] == UInt8(ascii: "_") else { return true }
    return !isWord(before) || !isWord(after)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || Byte.isASCIILetter(byte) || Byte.isDigit(byte)
  }
}
