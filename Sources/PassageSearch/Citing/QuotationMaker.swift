// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching

/// Writes down a stretch of a document with all that proves it later.
struct QuotationMaker {
  let passages: LikePassages
  /// The day of today: `YYYY-MM-DD`.
  let day: String

  /// The quotation.
  ///
  /// - Parameters:
  ///   - bytes: on character boundaries of the document's text.
  ///   - document: what it stands in.
  ///   - source: the `file:` URL of the document.
  /// - Returns: the words, with all that is found out about them now.
  /// - Throws: what reading the index throws.
  func quotation(
    _ bytes: Range<Int>,
    of document: OpenDocument,
    source: String
  ) throws(IndexError) -> CitedQuotation {
    let text = document.text.string(in: bytes)
    let distinctness = document.compared.distinctness(of: bytes)
    let elsewhere = try passages.likeness(to: text, outside: document.record.number)
    return CitedQuotation(
      text: text,
      prefix: distinctness.prefix,
      suffix: distinctness.suffix,
      anchor: document.anchor(bytes),
      source: source,
      digest: document.record.digest,
      // Rounded up, as it is written: what is found again must be liker than that.
      lookalike: (max(distinctness.lookalike, elsewhere) * 100).rounded(.up) / 100,
      day: day
    )
  }
}
