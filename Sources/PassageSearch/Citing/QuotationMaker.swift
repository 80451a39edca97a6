// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QuoteMatching

/// Writes down a stretch of a document with all that proves it later.
struct QuotationMaker {
  let passages: LikePassages
  /// The day of today: `YYYY-MM-DD`.
  let day: String

  /// From so like a text on, what surrounds the quotation is written into the anchor, too: the words
  /// alone might not do to find it again.
  private static let doubtfulLookalike = 0.5

  /// The quotation.
  ///
  /// - Parameter bytes: on character boundaries of the document's text.
  func quotation(_ bytes: Range<Int>, of document: OpenDocument) throws(IndexError) -> CitedQuotation {
    let text = document.text.string(in: bytes)
    let distinctness = document.compared.distinctness(of: bytes)
    let elsewhere = try passages.likeness(to: text, outside: document.record.number)
    let lookalike = max(distinctness.lookalike, elsewhere)
    let anchor = document.anchor(bytes)
    return CitedQuotation(
      text: text,
      prefix: distinctness.prefix,
      suffix: distinctness.suffix,
      anchor: lookalike < Self.doubtfulLookalike
        ? anchor
        : anchor.showing(
          TextDirective(of: text, prefix: distinctness.prefix, suffix: distinctness.suffix)
        ),
      digest: document.record.digest,
      // Rounded up, as it is written: what is found again must be liker than that.
      lookalike: (lookalike * 100).rounded(.up) / 100,
      day: day
    )
  }
}
