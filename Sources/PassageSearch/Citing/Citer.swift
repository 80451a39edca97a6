// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
package import PassageModel
internal import QuoteMatching
internal import TextAnalysis

/// Shows places of documents and makes quotations of them.
///
/// One caller at a time.
package final class Citer {
  private let indexPath: String
  private let day: String

  /// Prepares to cite from the index at `indexPath`, an absolute path.
  ///
  /// - Parameters:
  ///   - indexPath: the index.
  ///   - day: the day of today, `YYYY-MM-DD`.
  package init(indexPath: String, day: String) {
    self.indexPath = indexPath
    self.day = day
  }

  /// The quotation at a place.
  ///
  /// - Parameters:
  ///   - anchor: the place; its checks must hold.
  ///   - words: those of the words at the place that are quoted, or all of them if nil. Where the
  ///     anchor names a document as a whole, they are looked for in all of it.
  /// - Returns: the quotation with its source and what proves it later.
  /// - Throws: `noSuchPassage` if the index has no such place, or the words do not stand there once;
  ///   `tooLong` if they are too many to be a quotation.
  package func cite(
    _ anchor: CitationAnchor,
    quoting words: String? = nil
  ) throws(SearchError) -> SourcedQuotation {
    try SearchError.wrapping {
      try IndexReader.withNewestRevision(of: indexPath) { reader in
        let place = try CitedPlace(anchor, shelf: try DocumentShelf(reader))
        guard !place.isBehind else {
          throw SearchError(code: .noSuchPassage, message: Reason.behind(place.document.record))
        }
        let bytes = try place.quotable(words)
        let analyzer = QueryAnalyzer(languages: try reader.languages().map(\.code))
        let maker = QuotationMaker(
          passages: LikePassages(reader: reader, analyzer: analyzer),
          day: self.day
        )
        return try place.sourced(
          try maker.quotation(bytes, of: place.document, source: place.source.uri)
        )
      }
    }
  }

  /// A place with what stands around it.
  package func show(
    _ anchor: CitationAnchor,
    in context: ShownContext
  ) throws(SearchError) -> ShownPlace {
    try SearchError.wrapping {
      try IndexReader.withNewestRevision(of: indexPath) { reader in
        let place = try CitedPlace(anchor, shelf: try DocumentShelf(reader))
        let bytes = try place.quoted(nil)
        let quotation = CitedQuotation(
          text: place.document.text.string(in: bytes),
          anchor: place.document.anchor(bytes),
          source: place.source.uri,
          digest: place.document.record.digest,
          day: self.day
        )
        let around = place.surroundings(bytes, context)
        return ShownPlace(
          quotation: try place.sourced(quotation),
          before: place.document.text.string(in: around.lowerBound..<bytes.lowerBound),
          after: place.document.text.string(in: bytes.upperBound..<around.upperBound),
          isBehind: place.isBehind
        )
      }
    }
  }
}
