// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows how Markdown writes footnotes, which are no part of CommonMark: `[^label]: text`.
enum Footnote {
  private static let longestLabel = 64

  /// The text with no definition of a footnote in it that could be read as one of a link, as
  /// `[^1]: https://a.org` could.
  ///
  /// Bytes are replaced one for one, so that offsets stay.
  static func hidingDefinitions(in utf8: [UInt8]) -> [UInt8] {
    var hidden = utf8
    var offset = 0
    while let open = utf8[offset...].firstIndex(of: Byte.openBracket) {
      offset = open + 1
      if let colon = colon(behind: open, in: utf8) { hidden[colon] = UInt8(ascii: ";") }
    }
    return hidden
  }

  /// Where the colon stands of a definition that begins at `open`; nil if none begins there.
  private static func colon(behind open: Int, in utf8: [UInt8]) -> Int? {
    let text = utf8[open...]
    guard text.starts(with: "[^".utf8) else { return nil }
    let label = text.dropFirst(2).prefix(longestLabel).prefix {
      $0 != Byte.closeBracket && $0 > Byte.space
    }
    guard !label.isEmpty, utf8[label.endIndex...].starts(with: "]:".utf8) else { return nil }
    return label.endIndex + 1
  }
}
