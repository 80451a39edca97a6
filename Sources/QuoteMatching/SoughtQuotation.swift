// SPDX-License-Identifier: GPL-3.0-or-later

/// A quotation that is looked for in a text.
package struct SoughtQuotation: Hashable, Sendable {
  /// Its words.
  package let text: String
  /// What stood before it; empty if that is not known, or if nothing did.
  package let prefix: String
  /// What followed it; empty if that is not known, or if nothing did.
  package let suffix: String
  /// Where it stood: bytes of the text as it is now; nil if that is not known, or not in this text.
  package let place: Range<Int>?
  /// Whether it stood at the very beginning of its text.
  package let wasFirst: Bool
  /// How like it the likest other text was when it was cited, from 0 to 1; nil if nobody looked.
  package let lookalike: Double?

  /// Makes a quotation of its parts.
  package init(
    text: String,
    prefix: String = "",
    suffix: String = "",
    place: Range<Int>? = nil,
    wasFirst: Bool = false,
    lookalike: Double? = nil
  ) {
    self.text = text
    self.prefix = prefix
    self.suffix = suffix
    self.place = place
    self.wasFirst = wasFirst
    self.lookalike = lookalike
  }

  /// About how many words it has.
  var wordCount: Int { TokenScanner.wordCount(of: Array(text.utf8)) }
}
