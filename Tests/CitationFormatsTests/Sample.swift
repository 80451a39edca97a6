// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

/// A quotation such as people cite.
enum Sample {
  static let quotation = SourcedQuotation(
    quotation: CitedQuotation(
      text: "China's *break* with Moscow,\nas the Chinese put it [7].",
      prefix: "of the Bloc. ",
      suffix: " But marmots",
      anchor: CitationAnchor(
        folder: "documents",
        path: RelativePath("split.txt"),
        position: .characters(AnchorSpan(100..<155)),
        length: 800,
        md5: "9e107d9d372bb6826bd81d3542a419d6",
        encoding: "UTF-8"
      ),
      source: "file:///srv/split.txt",
      digest: "sha256:" + String(repeating: "0123456789abcdef", count: 4),
      lookalike: 0.304,
      day: "2026-11-30"
    ),
    document: SourceDocument(
      folder: "documents",
      path: RelativePath("split.txt"),
      uri: "file:///srv/split.txt",
      title: "Sino-Soviet split",
      authors: ["Lüthi, Lorenz M.", "Mao Zedong"],
      mediaType: "text/plain",
      language: "en",
      modified: Timestamp(nanoseconds: 0),
      digest: "sha256:",
      length: TextLength(bytes: 800, characters: 800, utf16: 800),
      passageCount: 3
    ),
    date: "2008-05-31",
    headings: ["Origins", "Ideology & doctrine"],
    range: TextRange(bytes: 100..<155, characters: 100..<155, utf16: 100..<155),
    lines: 7...8,
    citations: [
      Citation(
        marker: CitationMarker(label: "7", range: 51..<54),
        reference: Reference(
          label: "7",
          text: "Lüthi, Lorenz M. (2008). The Sino-Soviet Split.",
          doi: "10.1515/9781400837625"
        ),
        reason: nil
      )
    ]
  )
}

extension SourcedQuotation {
  /// The same with other proofs.
  func with(_ quotation: CitedQuotation) -> SourcedQuotation {
    SourcedQuotation(
      quotation: quotation,
      document: document,
      date: date,
      headings: headings,
      range: range,
      lines: lines,
      citations: citations
    )
  }

  /// The same with other words.
  func saying(_ text: String) -> SourcedQuotation {
    var quotation = quotation
    quotation.text = text
    return with(quotation)
  }

  /// The same, undated, with one reference.
  func leaning(on reference: Reference) -> SourcedQuotation {
    SourcedQuotation(
      quotation: quotation,
      document: document,
      date: nil,
      headings: [],
      range: range,
      lines: lines,
      citations: [
        Citation(
          marker: CitationMarker(label: reference.label, range: 0..<1),
          reference: reference,
          reason: nil
        )
      ]
    )
  }
}
