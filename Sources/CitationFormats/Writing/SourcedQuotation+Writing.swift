// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

extension SourcedQuotation {
  /// The words.
  var words: String { quotation.text ?? "" }

  /// The address as it was written down; else what its place makes.
  var anchor: CitationAnchor {
    quotation.anchor
      ?? CitationAnchor(
        folder: document.folder,
        path: document.path,
        position: .characters(AnchorSpan(range.characters)),
        length: document.length.characters,
        encoding: "UTF-8"
      )
  }

  /// The address with the words and what stands around them, by which they are found again: for
  /// formats that have no other place for that.
  var tellingAnchor: CitationAnchor {
    anchor.showing(AnchorExcerpt.of(quotation) ?? anchor.excerpt)
  }

  /// What proves it later; nil if nothing is known.
  var stamp: CitationStamp? {
    CitationStamp(day: quotation.day, digest: quotation.digest, lookalike: quotation.lookalike)
  }

  /// The entries that its markers lead to, each once, in the order of the markers.
  var references: [Reference] {
    var known: Set<Reference> = []
    return citations.compactMap(\.reference).filter { known.insert($0).inserted }
  }
}
