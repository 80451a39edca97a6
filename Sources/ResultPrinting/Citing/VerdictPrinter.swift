// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Prints for people what became of the quotations in a file.
///
/// An entry begins with file and line, as compilers write them, so that editors can jump there.
package struct VerdictPrinter: Sendable {
  private let columns: Int?
  private let isColored: Bool
  private let isQuiet: Bool

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - columns: the width of the terminal; nil where there is none, and lines are not wrapped.
  ///   - isColored: whether escape sequences may be used.
  ///   - isQuiet: whether quotations that are exact are passed over.
  package init(columns: Int?, isColored: Bool, isQuiet: Bool) {
    self.columns = columns.map { min(max($0, 30), 100) }
    self.isColored = isColored
    self.isQuiet = isQuiet
  }

  /// The entries of a file; each line ends in a line feed.
  package func text(_ report: FileReport) -> String {
    let entries =
      report.quotations.filter { !isQuiet || $0.verdict.state != .exact }
      .map { (line: $0.line, text: entry($0, in: report.name)) }
      + report.troubles.map { (line: $0.line, text: entry($0, in: report.name)) }
    return entries.sorted { $0.line < $1.line }.map(\.text).joined()
  }

  /// All in one sentence; nil if the file could not be read.
  package func summary(_ report: FileReport) -> String? {
    guard report.failure == nil else { return nil }
    let name = TerminalText.sanitize(report.name)
    let count = report.quotations.count
    guard count + report.troubles.count > 0 else {
      return "\(name): no quotation and no anchor found"
    }
    var parts = report.counts.map { "\($0.count) \($0.state.rawValue)" }
    let fixed = report.quotations.count(where: \.isFixed)
    if fixed > 0 { parts.append("\(fixed) fixed") }
    if !report.troubles.isEmpty { parts.append("\(report.troubles.count) broken") }
    return "\(name): \(count) \(count == 1 ? "quotation" : "quotations"): "
      + parts.joined(separator: ", ")
  }

  private func entry(_ entry: FileReport.Quotation, in name: String) -> String {
    let verdict = entry.verdict
    // The words that an anchor shows stand beside it in the file.
    let anchor =
      entry.quotation.anchor?.showing(nil).description ?? entry.quotation.source ?? "-"
    let state = entry.isFixed ? "moved, fixed" : verdict.state.rawValue
    var lines = ["\(head(name, entry.line)) \(style(state, of: verdict.state))  \(safe(anchor))"]
    if let reason = verdict.reason { lines += wrapped(reason) }
    if verdict.state != .exact, let anchor = verdict.anchor {
      lines.append("    now \(safe(anchor.description))")
    }
    if !verdict.changes.isEmpty { lines += difference(verdict.changes) }
    for candidate in verdict.candidates {
      let share = "\(Int((candidate.similarity * 100).rounded(.down))) %"
      lines.append("    \(share)  \(safe(candidate.anchor.description))")
      lines.append("        " + StyledText(candidate.text).line(columns: (columns ?? 100) - 8))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func entry(_ trouble: FileReport.Trouble, in name: String) -> String {
    let text = StyledText(trouble.text).line(columns: columns ?? 100)
    return
      "\(head(name, trouble.line)) \(TextStyle.match.apply(to: "broken", isColored: isColored))"
      + "  \(text)\n" + wrapped(trouble.reason).map { $0 + "\n" }.joined()
  }

  private func head(_ name: String, _ line: Int) -> String {
    "\(TerminalText.sanitize(name)):\(line):"
  }

  private func style(_ text: String, of state: QuotationState) -> String {
    switch state {
    case .exact: text
    case .moved: TextStyle.title.apply(to: text, isColored: isColored)
    case .changed, .ambiguous, .orphaned, .unverifiable:
      TextStyle.match.apply(to: text, isColored: isColored)
    }
  }

  private func wrapped(_ text: String) -> [String] {
    StyledText(text).lines(columns: columns.map { $0 - 4 }).map {
      "    " + String($0.map(\.character))
    }
  }

  /// `[-gone-]` and `{+new+}`, as GNU wdiff writes them, with the words that stayed around them.
  private func difference(_ changes: [WordChange]) -> [String] {
    let text = changes.enumerated().map { index, change in
      switch change {
      case .removed(let words): "[-\(Self.trimmed(words))-] "
      case .added(let words): "{+\(Self.trimmed(words))+} "
      case .kept(let words):
        Self.shortened(words, isFirst: index == 0, isLast: index == changes.count - 1)
      }
    }
    return wrapped(text.joined())
  }

  private static func trimmed(_ words: String) -> String {
    String(words.reversed().drop(while: \.isWhitespace).reversed())
  }

  /// Of what stayed, the words next to the changes.
  private static func shortened(_ words: String, isFirst: Bool, isLast: Bool) -> String {
    let shown = 40
    guard words.count > 2 * shown + 3 else { return words }
    let (start, end) = (words.prefix(shown), words.suffix(shown))
    return (isFirst ? "" : start) + "… " + (isLast ? "" : end)
  }

  private func safe(_ text: String) -> String { TerminalText.sanitize(text) }
}
