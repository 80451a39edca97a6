// SPDX-License-Identifier: GPL-3.0-or-later

/// One line of a status, before it is laid out.
struct StatusLine: Hashable {
  /// What it says; nothing in it can control a terminal.
  let text: String
  /// How it looks.
  var style: TextStyle?
  /// How far it stands in from the other lines of its row.
  var indent = 0
  /// Whether it may be broken between words: what is to be copied may not.
  var canWrap = true

  /// Takes a sentence.
  init(_ text: String, style: TextStyle? = nil, indent: Int = 0) {
    self.text = TerminalText.sanitize(text)
    self.style = style
    self.indent = indent
  }

  /// A line that stays whole, such as a path.
  static func whole(_ text: String, indent: Int = 0) -> StatusLine {
    var line = StatusLine(text, indent: indent)
    line.canWrap = false
    return line
  }

  /// The line in lines of at most `columns`, each with its indentation.
  func laid(columns: Int?, isColored: Bool) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines = [text]
    if let columns, canWrap, text.columns > columns - indent {
      lines = StyledText(text).lines(columns: columns - indent).map { String($0.map(\.character)) }
    }
    return lines.map { margin + (style?.apply(to: $0, isColored: isColored) ?? $0) }
  }
}
