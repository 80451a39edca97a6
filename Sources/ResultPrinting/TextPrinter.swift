// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Prints answers for people.
///
/// What was found and what there is to say about it are apart, so that the one can go to standard
/// output and the other to standard error.
package struct TextPrinter: Sendable {
  private let columns: Int?
  private let isColored: Bool

  /// Makes a printer.
  ///
  /// - Parameters:
  ///   - columns: the width of the terminal. Nil where there is none: lines are then not wrapped,
  ///     so that `grep` sees a snippet as a whole and a width never depends on who looks.
  ///   - isColored: whether escape sequences may be used.
  package init(columns: Int?, isColored: Bool) {
    self.columns = columns.map { min(max($0, 20), Self.readableColumns) }
    self.isColored = isColored
  }

  /// Longer lines are hard to read, however wide the terminal.
  private static let readableColumns = 100
  private static let shownCitationCount = 3

  /// The hits, with a blank line between two; each line ends in a line feed.
  package func hits(_ page: ResultPage) -> String {
    page.hits.map(hit).joined(separator: "\n")
  }

  /// By what the passages were counted besides; each line ends in a line feed.
  package func facets(_ page: ResultPage) -> String {
    FacetTable(page.facets, columns: columns).lines
      .map { ($0.isName ? style($0.text, .title) : $0.text) + "\n" }.joined()
  }

  /// What the reader should know besides the hits: a line each, without line feeds.
  package func remarks(_ page: ResultPage) -> [String] {
    var remarks = page.notes.map { TerminalText.sanitize($0, whiteSpace: .spaces) }
    if let remark = count(page) { remarks.append(remark) }
    if let suggestion = page.suggestion {
      remarks.append("Did you mean: " + TerminalText.sanitize(suggestion, whiteSpace: .spaces))
    }
    if !page.isComplete { remarks.append("the index is not complete yet: there may be more") }
    return remarks
  }

  /// How much there is besides this page; nil if this is all.
  private func count(_ page: ResultPage) -> String? {
    let matches = page.matches
    guard let first = page.hits.first?.rank, let last = page.hits.last?.rank else {
      // A page beyond the last one is empty though passages match.
      return matches.lower > 0
        ? "no passage here: \(matches.amount(above: 0)) match, with --offset 0 the best first"
        : "no passage found"
    }
    let isMore = matches.upper > last
    guard first > 1 || isMore else { return nil }
    let shown = first == last ? "\(first)" : "\(first)–\(last)"
    let next = isMore ? "; next: --offset \(last)" : ""
    return "\(shown) of \(matches.amount(above: last)) passages\(next)"
  }

  private func hit(_ hit: Hit) -> String {
    let place = "\(hit.document.folder)/\(hit.document.path)"
    let lines = hit.passage.lines
    let lineNumbers =
      lines.count == 1
      ? "line \(lines.lowerBound)" : "lines \(lines.lowerBound)–\(lines.upperBound)"
    // A blank title would leave the first line empty.
    let title = hit.document.title.flatMap { StyledText($0).words.isEmpty ? nil : $0 }
    var location = hit.passage.headings
    if title != nil { location.insert(name(place), at: 0) }

    let number = String(hit.rank)
    let indent = max(4, number.count + 2)
    let margin = String(repeating: " ", count: indent)
    let room = columns.map { $0 - indent }

    var printed = lay(StyledText(title ?? name(place)), columns: room, style: .title)
    printed += lay(
      StyledText(location.joined(separator: " › ") + (location.isEmpty ? "" : " · ") + lineNumbers),
      columns: room
    )
    printed.append(style(TerminalText.sanitize(hit.anchor.description), .aside))
    printed += lay(
      StyledText(hit.snippet.text, highlights: hit.snippet.highlights),
      columns: room
    )
    printed += citations(hit.citations, columns: room)
    if let explanation = hit.explanation {
      printed += StyledText("weight " + explanation.line).lines(columns: room)
        .map { style(String($0.map(\.character)), .aside) }
    }

    let padding = String(repeating: " ", count: max(0, indent - 2 - number.count))
    var text = ""
    for (index, line) in printed.enumerated() {
      text += (index == 0 ? padding + number + "  " : margin) + line + "\n"
    }
    return text
  }

  /// A name as it may be printed: controls are shown, line feeds too.
  private func name(_ text: String) -> String { TerminalText.sanitize(text) }

  /// What the passage leans on: a line for each entry, then the labels that lead nowhere.
  private func citations(_ citations: [Citation], columns: Int?) -> [String] {
    let lead = "cites "
    let blank = String(repeating: " ", count: lead.count)
    let lines = CitationSummary(citations, shownCount: Self.shownCitationCount).lines
    return lines.enumerated().map { index, line in
      let text = StyledText(line.labels + " " + line.text)
      let shown = text.line(columns: columns.map { $0 - lead.count })
      return style((index == 0 ? lead : blank) + shown, .aside)
    }
  }

  private func style(_ text: String, _ style: TextStyle) -> String {
    style.apply(to: text, isColored: isColored)
  }

  /// Lays text out in lines and colours its highlights, each line by itself.
  private func lay(_ text: StyledText, columns: Int?, style: TextStyle? = nil) -> [String] {
    text.lines(columns: columns).map { line in
      var printed = ""
      var rest = line[...]
      while let first = rest.first {
        let run = rest.prefix { $0.isHighlighted == first.isHighlighted }
        let characters = String(run.map(\.character))
        let runStyle = first.isHighlighted ? TextStyle.match : style
        printed += runStyle.map { self.style(characters, $0) } ?? characters
        rest = rest[run.endIndex...]
      }
      return printed
    }
  }
}
