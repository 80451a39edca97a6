// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A citation as a block quotation of CommonMark.
struct MarkdownCitation {
  /// The citation.
  let written: String

  init(_ quotation: SourcedQuotation, _ references: [Reference]) {
    let source = SourceDescription(quotation)
    let title = quotation.stamp.map { " \"\($0)\"" } ?? ""
    let line = source.line(escape: MarkdownEscape.inline) { "*\($0)*" }
    var lines = MarkdownEscape.paragraphs(quotation.words)
    if !lines.isEmpty { lines.append("") }
    lines.append("— \(line)[\(source.lines)](\(quotation.tellingAnchor)\(title))")
    lines = lines.map { $0.isEmpty ? ">" : "> \($0)" }
    if !references.isEmpty {
      lines.append("")
      lines += references.map { reference in
        let text = SourceDescription.line(reference.text) ?? ""
        return "- \(MarkdownEscape.inline("[\(reference.label)] \(text)"))"
      }
    }
    written = lines.map { $0 + "\n" }.joined()
  }
}
