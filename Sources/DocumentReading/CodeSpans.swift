// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds code spans of Markdown.
///
/// - SeeAlso: CommonMark 0.31.2, section 6.1.
enum CodeSpans {
  /// The spans in `range`, backticks included, in order.
  ///
  /// - Complexity: O(n): each run of backticks is looked at once as an opener and once as a closer.
  static func all(in range: Range<Int>, of utf8: [UInt8]) -> [Range<Int>] {
    let runs = backtickRuns(in: range, of: utf8)
    // Where the next run of the same length stands, found from the back.
    var nextOfLength: [Int: Int] = [:]
    var closer = [Int?](repeating: nil, count: runs.count)
    for index in runs.indices.reversed() {
      closer[index] = nextOfLength[runs[index].count]
      nextOfLength[runs[index].count] = index
    }
    var spans: [Range<Int>] = []
    var index = 0
    while index < runs.count {
      if let closing = closer[index] {
        spans.append(runs[index].lowerBound..<runs[closing].upperBound)
        index = closing
      }
      index += 1
    }
    return spans
  }

  private static func backtickRuns(in range: Range<Int>, of utf8: [UInt8]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var offset = range.lowerBound
    while let start = utf8[offset..<range.upperBound].firstIndex(of: Byte.backtick) {
      offset = start
      while offset < range.upperBound, utf8[offset] == Byte.backtick { offset += 1 }
      runs.append(start..<offset)
    }
    return runs
  }
}
