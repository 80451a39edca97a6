// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A line of Markdown that holds no text.
struct GapLine {
  enum Kind {
    /// Opens or closes a block of code.
    case fence
    /// What a heading may be underlined with.
    case underline
    /// Begins the definition of a link.
    case definition
    case other
  }

  let kind: Kind
  /// Bytes of the text, trimmed.
  let range: Range<Int>

  /// The lines in `range` that are not blank.
  static func all(in range: Range<Int>, of utf8: [UInt8]) -> [GapLine] {
    var lines: [GapLine] = []
    var start = range.lowerBound
    while start < range.upperBound {
      let end = utf8[start..<range.upperBound].firstIndex(of: Byte.lineFeed) ?? range.upperBound
      let line = utf8.trimmed(start..<end)
      if !line.isEmpty { lines.append(GapLine(kind: kind(of: line, in: utf8), range: line)) }
      start = end + 1
    }
    return lines
  }

  /// What stands on a line behind the marks of the quotations and items that it is in.
  static func content(of line: Range<Int>, in utf8: [UInt8]) -> ArraySlice<UInt8> {
    utf8[line].drop { $0 == UInt8(ascii: ">") || $0 == Byte.space || $0 == Byte.tab }
  }

  private static func kind(of line: Range<Int>, in utf8: [UInt8]) -> Kind {
    if utf8[line.lowerBound] == Byte.openBracket { return .definition }
    let content = content(of: line, in: utf8)
    if content.allSatisfy({ $0 == Byte.equals }) || content.allSatisfy({ $0 == Byte.hyphen }) {
      return .underline
    }
    // The first line of an item may open a fence.
    return content.contains { $0 == Byte.backtick || $0 == UInt8(ascii: "~") } ? .fence : .other
  }
}
