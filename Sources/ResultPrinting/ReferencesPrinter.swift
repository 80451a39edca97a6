// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Prints what a document leans on, for people.
package struct ReferencesPrinter: Sendable {
  private let columns: Int?
  private let isColored: Bool

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - columns: the width of the terminal. Nil where there is none: lines are then not wrapped.
  ///   - isColored: whether escape sequences may be used.
  package init(columns: Int?, isColored: Bool) {
    self.columns = columns.map { max($0, 20) }
    self.isColored = isColored
  }

  private static let margin = "    "

  /// The entries and the labels that lead nowhere; each line ends in a line feed.
  package func text(_ found: DocumentReferences) -> String {
    let place = TerminalText.sanitize("\(found.document.folder)/\(found.document.path)")
    let title = found.document.title.map { TerminalText.sanitize($0, whiteSpace: .spaces) }
    var lines = [TextStyle.title.apply(to: title ?? place, isColored: isColored)]
    if title != nil { lines.append(place) }
    for entry in found.entries {
      lines.append("")
      lines += paragraph("[\(entry.reference.label)] \(entry.reference.text)")
      if let address = entry.reference.address { lines.append(aside(address)) }
      if let origin = entry.origin { lines.append(aside("from \(origin)")) }
      if let completion = entry.completion { lines.append(aside("completed by \(completion)")) }
      if let note = entry.note { lines.append(aside("(\(note))")) }
      lines += uses(entry.uses, none: "(nothing leans on it)")
    }
    for label in found.unresolved {
      lines.append("")
      lines += paragraph("[\(label.label)] (\(label.reason))")
      lines += uses(label.uses, none: "")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func uses(_ uses: [DocumentReferences.Use], none: String) -> [String] {
    guard !uses.isEmpty else { return none.isEmpty ? [] : [aside(none)] }
    return uses.map { aside("line \($0.line)  \($0.anchor)") }
  }

  /// A line that is not wrapped: it may be an address.
  private func aside(_ text: String) -> String {
    let line = TerminalText.sanitize(text, whiteSpace: .spaces)
    return Self.margin + TextStyle.aside.apply(to: line, isColored: isColored)
  }

  private func paragraph(_ text: String) -> [String] {
    let lines = StyledText(text).lines(columns: columns.map { $0 - Self.margin.count })
    return lines.enumerated().map { index, line in
      (index == 0 ? "" : Self.margin) + String(line.map(\.character))
    }
  }
}
