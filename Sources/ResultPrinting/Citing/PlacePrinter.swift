// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Prints a place of a document with what stands around it, for people.
package struct PlacePrinter: Sendable {
  private let columns: Int?
  private let isColored: Bool

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - columns: the width of the terminal; nil where there is none, and lines are not wrapped.
  ///   - isColored: whether escape sequences may be used.
  package init(columns: Int?, isColored: Bool) {
    self.columns = columns.map { min(max($0, 30), 100) }
    self.isColored = isColored
  }

  /// The place; each line ends in a line feed.
  package func text(_ place: ShownPlace) -> String {
    let source = place.quotation
    let name = TerminalText.sanitize("\(source.document.folder)/\(source.document.path)")
    let title = source.document.title.flatMap { StyledText($0).words.isEmpty ? nil : $0 }
    var lines = laid(title ?? name, margin: "", style: .title)
    let location = (title == nil ? [] : [name]) + source.headings
    lines += laid(
      (location.isEmpty ? "" : location.joined(separator: " › ") + " · ")
        + Self.numbers(source.lines),
      margin: "",
      style: nil
    )
    if let anchor = source.quotation.anchor {
      lines.append(TextStyle.aside.apply(to: anchor.description, isColored: isColored))
    }
    lines.append("")
    // What stands on one line with the passage is parted from it: a line belongs to it or not.
    lines += body(place.before, margin: "  ", style: .aside)
    lines += body(source.quotation.text ?? "", margin: "┃ ", style: nil)
    lines += body(place.after, margin: "  ", style: .aside)
    let citations = CitationSummary(source.citations, shownCount: .max).lines
    if !citations.isEmpty { lines.append("") }
    for line in citations {
      lines += laid(line.labels + " " + line.text, margin: "", style: nil)
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func numbers(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
  }

  /// Text in its own lines, without empty ones at its ends.
  private func body(_ text: String, margin: String, style: TextStyle?) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let filled = lines.indices.filter { !lines[$0].allSatisfy(\.isWhitespace) }
    guard let first = filled.first, let last = filled.last else { return [] }
    return lines[first...last].flatMap { line -> [String] in
      let laid = laid(String(line), margin: margin, style: style)
      return laid.isEmpty ? [margin.trimmingBlanks] : laid
    }
  }

  private func laid(_ text: String, margin: String, style: TextStyle?) -> [String] {
    StyledText(text).lines(columns: columns.map { $0 - margin.columns }).map { line in
      let text = String(line.map(\.character))
      return margin + (style?.apply(to: text, isColored: isColored) ?? text)
    }
  }
}

extension String {
  fileprivate var trimmingBlanks: String { String(reversed().drop { $0 == " " }.reversed()) }
  fileprivate var columns: Int { reduce(0) { $0 + $1.columns } }
}
