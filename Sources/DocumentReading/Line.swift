// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A line that is not blank.
///
/// Offsets are 32 bits wide because a text can hold tens of millions of lines.
struct Line {
  private let contentStart: UInt32
  private let contentEnd: UInt32
  /// Whether it follows a blank line or the beginning of the text.
  let followsBlank: Bool

  /// The line without its line feed and without white space at its ends: bytes.
  var content: Range<Int> { Int(contentStart)..<Int(contentEnd) }

  /// Finds the lines in `range` of `utf8` that are not blank.
  static func all(in range: Range<Int>, of utf8: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = range.lowerBound
    var followsBlank = true
    while start < range.upperBound {
      let end = utf8[start..<range.upperBound].firstIndex(of: Byte.lineFeed) ?? range.upperBound
      let content = utf8.trimmed(start..<end)
      if content.isEmpty {
        followsBlank = true
      } else {
        lines.append(Line(content: content, followsBlank: followsBlank))
        followsBlank = false
      }
      start = end + 1
    }
    return lines
  }

  private init(content: Range<Int>, followsBlank: Bool) {
    contentStart = UInt32(content.lowerBound)
    contentEnd = UInt32(content.upperBound)
    self.followsBlank = followsBlank
  }
}
