// SPDX-License-Identifier: GPL-3.0-or-later

/// What a line of Markdown begins.
///
/// - SeeAlso: CommonMark 0.31.2, section 4 and 5.
struct MarkdownLine {
  /// A fence of a code block: its character and length.
  struct Fence {
    let byte: UInt8
    let length: Int
  }

  let utf8: [UInt8]

  /// The fence that a trimmed line opens a code block with.
  func fence(_ line: Range<Int>) -> Fence? {
    let byte = utf8[line.lowerBound]
    guard byte == Byte.backtick || byte == UInt8(ascii: "~") else { return nil }
    let length = utf8[line].prefix { $0 == byte }.count
    guard length >= 3 else { return nil }
    // Backticks behind it make it a code span.
    let info = utf8[line].dropFirst(length)
    return byte == Byte.backtick && info.contains(byte) ? nil : Fence(byte: byte, length: length)
  }

  /// Whether a trimmed line closes the code block that `fence` opened.
  func closes(_ fence: Fence, _ line: Range<Int>) -> Bool {
    line.count >= fence.length && utf8[line].allSatisfy { $0 == fence.byte }
  }

  func isQuote(_ line: Range<Int>) -> Bool {
    utf8[line.lowerBound] == UInt8(ascii: ">")
  }

  /// Whether a trimmed line is a rule: three or more of `-`, `*` or `_`.
  func isRule(_ line: Range<Int>) -> Bool {
    let byte = utf8[line.lowerBound]
    guard "-*_".utf8.contains(byte) else { return false }
    let marks = utf8[line].count { $0 == byte }
    return marks >= 3 && utf8[line].allSatisfy { $0 == byte || $0 == Byte.space }
  }

  /// How wide the mark of a list item is that a trimmed line begins with; nil if it begins none.
  ///
  /// Amid a paragraph only a bullet or a `1.` begins one: other numbers may be years.
  func itemMarkWidth(_ line: Range<Int>, interruptsParagraph: Bool = false) -> Int? {
    let digits = utf8[line].prefix(10).prefix(while: Byte.isDigit)
    let mark = line.lowerBound + digits.count
    guard digits.count < 10, mark < line.upperBound else { return nil }
    if digits.isEmpty {
      guard "-*+".utf8.contains(utf8[mark]), !isRule(line) else { return nil }
    } else {
      guard utf8[mark] == Byte.dot || utf8[mark] == UInt8(ascii: ")") else { return nil }
      if interruptsParagraph, !digits.elementsEqual("1".utf8) { return nil }
    }
    guard mark + 1 < line.upperBound else { return interruptsParagraph ? nil : digits.count + 2 }
    guard utf8[mark + 1] == Byte.space || utf8[mark + 1] == Byte.tab else { return nil }
    return digits.count + 2
  }
}
