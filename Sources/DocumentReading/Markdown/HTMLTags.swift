// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the tags and comments of HTML that stands in Markdown, a piece at a time.
struct HTMLTags {
  private enum State { case text, tag, comment }

  private var state = State.text

  /// Finds what of `range` is markup; a tag or comment may have begun in the range before.
  mutating func find(in range: Range<Int>, of utf8: [UInt8], found: (Range<Int>) -> Void) {
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      switch state {
      case .text:
        guard utf8[offset] == UInt8(ascii: "<") else { break }
        state = utf8[offset..<range.upperBound].starts(with: "<!--".utf8) ? .comment : .tag
        start = offset
      case .tag, .comment:
        guard utf8[offset] == UInt8(ascii: ">"),
          state == .tag || utf8[..<offset].suffix(2).elementsEqual("--".utf8)
        else { break }
        state = .text
        found(start..<offset + 1)
      }
      offset += 1
    }
    if state != .text { found(start..<range.upperBound) }
  }
}
