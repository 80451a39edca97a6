// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes the copy of a text that md4c is given.
///
/// Bytes are replaced one for one, so that offsets stay.
enum MarkdownInput {
  /// Brackets in paragraphs of more lines are not looked at for links.
  ///
  /// For each bracket md4c 0.4.8 walks through the lines of its paragraph: 10^5 lines of links took
  /// 4 s, 10^6 more than 3 minutes. Nobody writes paragraphs of so many lines.
  private static let longestParagraph = 10_000

  static func make(of utf8: [UInt8]) -> [UInt8] {
    var input = Footnote.hidingDefinitions(in: utf8)
    var start = 0
    var lineCount = 0
    var offset = 0
    while offset < input.count {
      let end = input[offset...].firstIndex(of: Byte.lineFeed) ?? input.count
      if utf8.trimmed(offset..<end).isEmpty {
        if lineCount > longestParagraph { hideBrackets(of: &input, in: start..<offset) }
        start = end
        lineCount = 0
      }
      lineCount += 1
      offset = end + 1
    }
    if lineCount > longestParagraph { hideBrackets(of: &input, in: start..<input.count) }
    return input
  }

  private static func hideBrackets(of input: inout [UInt8], in range: Range<Int>) {
    for index in range where input[index] == Byte.openBracket || input[index] == Byte.closeBracket {
      input[index] = UInt8(ascii: "(")
    }
  }
}
