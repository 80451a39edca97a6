// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
package import PassageModel

/// Writes quotations down as citations.
///
/// - SeeAlso: Documentation/anchors.md, "What cite writes".
package struct CitationWriter: Sendable {
  private let format: CitationFormat
  private let withReferences: Bool

  /// Prepares to write in `format`; with the entries that markers lead to if `withReferences`.
  package init(_ format: CitationFormat, withReferences: Bool = false) {
    self.format = format
    self.withReferences = withReferences
  }

  /// The citation of `quotation`: whole lines, each with its line feed.
  ///
  /// Markdown and text end in an empty line: one citation after the other in a file must not become
  /// one quotation.
  package func write(_ quotation: SourcedQuotation) -> String {
    let references = withReferences ? quotation.references : []
    return switch format {
    case .markdown: MarkdownCitation(quotation, references).written + "\n"
    case .text: TextCitation(quotation, references).written + "\n"
    case .html: HTMLCitation(quotation, references).written
    case .bibtex: BibTeXCitation(quotation, references).written
    case .cslJSON: CSLCitation(quotation, references).items.indentedText
    case .w3c: WebAnnotation(quotation, references).object.indentedText
    }
  }
}
