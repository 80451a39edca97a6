// SPDX-License-Identifier: GPL-3.0-or-later

/// A quotation with all that is known of its source: what is shown, and written down as a citation.
package struct SourcedQuotation: Hashable, Sendable {
  /// The quotation with its anchor and its proofs; it has a text.
  package let quotation: CitedQuotation
  /// The document it stands in.
  package let document: SourceDocument
  /// The date of the document as it states it.
  package let date: String?
  /// The headings it stands under, the outermost first, without the title.
  package let headings: [String]
  /// Where it stands in the document's text.
  package let range: TextRange
  /// The lines of the document's text that it touches, counted from 1.
  package let lines: ClosedRange<Int>
  /// The citation markers in it, with ranges that count bytes of the quotation, and where they lead.
  package let citations: [Citation]

  /// Makes a quotation of its parts.
  package init(
    quotation: CitedQuotation,
    document: SourceDocument,
    date: String?,
    headings: [String],
    range: TextRange,
    lines: ClosedRange<Int>,
    citations: [Citation]
  ) {
    self.quotation = quotation
    self.document = document
    self.date = date
    self.headings = headings
    self.range = range
    self.lines = lines
    self.citations = citations
  }
}
