// SPDX-License-Identifier: GPL-3.0-or-later

/// A place in a text and how like a quotation it is.
package struct QuotePlace: Hashable, Sendable {
  /// Where it is: bytes of the text.
  package let range: Range<Int>
  /// From 0 to 1, which is the same words.
  package let similarity: Double

  /// Makes a place.
  package init(range: Range<Int>, similarity: Double) {
    self.range = range
    self.similarity = similarity
  }
}

/// Where a quotation stands in a text, and how sure that is.
package enum QuoteFinding: Hashable, Sendable {
  /// Word for word, and this is the quotation and no look-alike.
  case same(QuotePlace)
  /// Edited, and this is the quotation and no look-alike.
  case changed(QuotePlace)
  /// At one of these places, the likest first, or at none of them.
  case unsure([QuotePlace])
  /// Nowhere: nothing in the text is much like it.
  case gone
}
