// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A line that is not blank.
///
/// Offsets are 32 bits wide because a text can hold tens of millions of lines.
struct Line {
  private let startOffset: UInt32
  private let contentStart: UInt32
  private let contentEnd: UInt32
  /// Whether it follows a blank line or the beginning of the text.
  let followsBlank: Bool

  /// The line without its line feed and without white space at its ends: bytes.
  var content: Range<Int> { Int(contentStart)..<Int(contentEnd) }

  /// Where the line begins, before any white space.
  var start: Int { Int(startOffset) }

  /// Finds the lines of `utf8` that are not blank.
  static func all(in utf8: [UInt8], from offset: Int = 0) -> [Line] {
    var lines: [Line] = []
    var start = offset
    var followsBlank = true
    while start < utf8.count {
      let end = utf8[start...].firstIndex(of: Byte.lineFeed) ?? utf8.count
      let content = utf8.trimmed(start..<end)
      if content.isEmpty {
        followsBlank = true
      } else {
        lines.append(Line(start: start, content: content, followsBlank: followsBlank))
        followsBlank = false
      }
      start = end + 1
    }
    return lines
  }

  private init(start: Int, content: Range<Int>, followsBlank: Bool) {
    startOffset = UInt32(start)
    contentStart = UInt32(content.lowerBound)
    contentEnd = UInt32(content.upperBound)
    self.followsBlank = followsBlank
  }

  /// How far the line is indented, a tab counting to the next multiple of 4.
  func indentation(in utf8: [UInt8]) -> Int {
    var column = 0
    for byte in utf8[start..<content.lowerBound] {
      column = byte == Byte.tab ? column / 4 * 4 + 4 : column + 1
    }
    return column
  }
}
