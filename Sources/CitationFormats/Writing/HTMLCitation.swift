// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A citation as HTML.
struct HTMLCitation {
  /// The citation.
  let written: String

  init(_ quotation: SourcedQuotation, _ references: [Reference]) {
    let source = SourceDescription(quotation)
    let anchor = Self.escape(quotation.tellingAnchor.description)
    let stamp = quotation.stamp.map { " data-stamp=\"\(Self.escape($0.description))\"" } ?? ""
    let line = source.line(escape: Self.escape) { "<cite>\($0)</cite>" }
    var lines = [
      "<figure class=\"citation\">",
      "<blockquote cite=\"\(anchor)\"\(stamp)><p>\(Self.escape(quotation.words))</p></blockquote>",
      "<figcaption>— \(line)<a href=\"\(anchor)\">\(source.lines)</a></figcaption>",
      "</figure>",
    ]
    if !references.isEmpty {
      lines.append("<ul class=\"references\">")
      lines += references.map { reference in
        let text = SourceDescription.line(reference.text) ?? ""
        return "<li>\(Self.escape("[\(reference.label)] \(text)"))</li>"
      }
      lines.append("</ul>")
    }
    written = lines.map { $0 + "\n" }.joined()
  }

  /// `text` as text or within quotation marks, a `br` for each line feed.
  private static func escape(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;".unicodeScalars
      case "<": escaped += "&lt;".unicodeScalars
      case ">": escaped += "&gt;".unicodeScalars
      case "\"": escaped += "&quot;".unicodeScalars
      case "\n": escaped += "<br>".unicodeScalars
      // A parser would make a line feed of it.
      case "\r": escaped += "&#13;".unicodeScalars
      // HTML has no zero character.
      case "\0": escaped.append("\u{FFFD}")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}
