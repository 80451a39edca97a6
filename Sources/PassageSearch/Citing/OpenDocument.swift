// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching

/// One document of the index with its text, ready to be looked through.
final class OpenDocument {
  let record: DocumentRecord
  let text: SourceText
  /// The text made ready to be compared.
  private(set) lazy var compared = ComparedText(text)
  private(set) lazy var measure = TextMeasure(text)

  init(_ record: DocumentRecord, text: SourceText) {
    self.record = record
    self.text = text
  }

  /// The address of a stretch of it, with the checks of a citation.
  ///
  /// - Parameter bytes: on character boundaries of the text.
  /// - Returns: an anchor in characters.
  func anchor(_ bytes: Range<Int>) -> CitationAnchor {
    let characters = measure.measure(bytes).range.characters
    return CitationAnchor(
      folder: record.folder,
      path: record.path,
      position: .characters(AnchorSpan(characters)),
      length: record.length.characters,
      md5: record.md5.isEmpty ? nil : record.md5,
      encoding: record.encoding.isEmpty ? "UTF-8" : record.encoding
    )
  }

  /// Where an anchor points to: bytes; nil if it names no place, or one that this text does not have.
  func bytes(of anchor: CitationAnchor) -> Range<Int>? {
    switch anchor.position {
    case .characters(let span):
      guard
        let characters = try? span.resolved(length: record.length.characters, unit: "characters")
      else { return nil }
      return measure.bytes(ofCharacters: characters)
    case .lines, .page: return try? anchor.position?.bytes(in: text)
    case nil: return nil
    }
  }

  /// Where a quotation is said to stand: bytes; nil if nothing says so, or if this text is not so long.
  func bytes(of quotation: CitedQuotation) -> Range<Int>? {
    quotation.anchor.flatMap { bytes(of: $0) }
      ?? quotation.characters.flatMap(measure.bytes(ofCharacters:))
  }

  /// Where it stands in the index.
  var place: DocumentPlace { DocumentPlace(folder: record.folder, path: record.path) }
}
