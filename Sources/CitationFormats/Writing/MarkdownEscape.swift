// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes of a text the Markdown that means it, word for word.
///
/// - SeeAlso: CommonMark 0.31 sections 2.4 and 2.5 (backslashes, character references); GitHub
///   Flavored Markdown for tables, strikethrough and autolinks.
enum MarkdownEscape {
  /// `text` as lines of paragraphs, a line for each of its own; empty ones between paragraphs.
  static func paragraphs(_ text: String) -> [String] {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var written: [String] = []
    // The line feeds that are still to be written.
    var pending = 0
    for (index, line) in lines.enumerated() {
      if index > 0 { pending += 1 }
      guard !line.isEmpty else { continue }
      // A line's end is one line feed, a paragraph's end two, and no others can be written so.
      if !written.isEmpty {
        if pending >= 2 { written.append("") }
        pending -= min(pending, 2)
      }
      written.append(lineFeeds(pending) + escape(line, isWholeLine: true))
      pending = 0
    }
    guard pending > 0 else { return written }
    let end = lineFeeds(pending)
    return written.dropLast() + [(written.last ?? "") + end]
  }

  /// `text`, which is one line, as a part of a line.
  static func inline(_ text: String) -> String {
    escape(text.unicodeScalars[...], isWholeLine: false)
  }

  private static func lineFeeds(_ count: Int) -> String { String(repeating: "&#10;", count: count) }

  private static func escape(
    _ line: Substring.UnicodeScalarView,
    isWholeLine: Bool
  ) -> String {
    let scalars = Array(line)
    let listDot = isWholeLine ? self.listDot(scalars) : nil
    var escaped = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isFirst = isWholeLine && index == 0
      let isEdge = isFirst || isWholeLine && index == scalars.count - 1
      if scalar == "\0" {
        escaped.append("\u{FFFD}")
      } else if scalar == "\t" || scalar == "\r" || isEdge && scalar.isBlank {
        escaped += "&#\(scalar.value);".unicodeScalars
      } else {
        if isMarkup(scalars, at: index) || index == listDot || isFirst && beginsBlock(scalar) {
          escaped.append("\\")
        }
        escaped.append(scalar)
      }
    }
    return String(escaped)
  }

  /// Whether it means something wherever it stands.
  private static func isMarkup(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    switch scalars[index] {
    case "\\", "`", "*", "_", "[", "]", "<", "|", "~", "@": true
    case "&": beginsReference(scalars, at: index)
    // Dialects make links of `http://` and `www.`.
    case ":": index + 1 < scalars.count && scalars[index + 1] == "/"
    case ".": index >= 3 && scalars[index - 3..<index].allSatisfy { $0 == "w" }
    default: false
    }
  }

  private static func beginsBlock(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#", "+", "-", "=", ">", ":": true
    default: false
    }
  }

  /// Where the line has the dot or parenthesis of an ordered list's marker.
  private static func listDot(_ scalars: [Unicode.Scalar]) -> Int? {
    let digits = scalars.prefix(10).prefix { ("0"..."9").contains($0) }.count
    guard digits > 0, digits < scalars.count else { return nil }
    return scalars[digits] == "." || scalars[digits] == ")" ? digits : nil
  }

  /// Whether a character reference may begin with the `&` there: up to 40 letters and digits, `;`.
  private static func beginsReference(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let behind = scalars[(index + 1)...].prefix(42).drop { $0 == "#" }
    let end = behind.first { !$0.properties.isAlphabetic && !("0"..."9").contains($0) }
    return end == ";"
  }
}
