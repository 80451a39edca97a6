// SPDX-License-Identifier: GPL-3.0-or-later

/// A quotation as it stands written down somewhere, with all that was written down with it.
package struct CitedQuotation: Hashable, Sendable {
  /// What is longer than so many bytes, some twenty pages, is not compared: that takes time.
  package static let largestLength = 1 << 16

  /// The words; nil where an anchor stands alone.
  package var text: String?
  /// What stood before them; empty if that was not written down.
  package var prefix: String
  /// What followed them; empty if that was not written down.
  package var suffix: String
  /// Their address; nil if only a `source` was written down.
  package var anchor: CitationAnchor?
  /// The characters of the document's text that a position selector names; nil if none does.
  package var characters: Range<Int>?
  /// The `file:` URL of the document, if it was written down.
  package var source: String?
  /// The digest of the document's file when it was cited: `sha256:` and 64 hexadecimal digits.
  package var digest: String?
  /// How like the quotation the likest other text was when it was cited: from 0 to 1, which is the
  /// same words again; nil if nobody looked.
  package var lookalike: Double?
  /// The day on which it was cited: `YYYY-MM-DD`.
  package var day: String?

  /// Makes a quotation of its parts.
  package init(
    text: String?,
    prefix: String = "",
    suffix: String = "",
    anchor: CitationAnchor?,
    characters: Range<Int>? = nil,
    source: String? = nil,
    digest: String? = nil,
    lookalike: Double? = nil,
    day: String? = nil
  ) {
    self.text = text
    self.prefix = prefix
    self.suffix = suffix
    self.anchor = anchor
    self.characters = characters
    self.source = source
    self.digest = digest
    self.lookalike = lookalike
    self.day = day
  }
}
