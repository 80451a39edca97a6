// SPDX-License-Identifier: GPL-3.0-or-later

/// How a quotation that was written down stands to what the index holds now.
package enum QuotationState: String, Hashable, Sendable, CaseIterable {
  /// It stands where its anchor says.
  case exact
  /// The same words stand at another place, and they are no look-alike.
  case moved
  /// What stands in its place was edited.
  case changed
  /// It may be at one of several places, or is much like one that need not be it.
  case ambiguous
  /// Its document or its text is gone.
  case orphaned
  /// Nothing that was written down with the anchor tells whether it still holds.
  case unverifiable
}

/// What became of a quotation that was written down.
package struct QuotationVerdict: Hashable, Sendable {
  /// How it stands.
  package let state: QuotationState
  /// Where it stands now, if it is `exact`, `moved` or `changed`.
  package let anchor: CitationAnchor?
  /// What stands there now, if that is not the quotation word for word.
  package let text: String?
  /// How the words differ, in the order of the text; empty unless it was `changed`.
  package let changes: [WordChange]
  /// Where it may be, the likest first; empty unless it is `ambiguous`.
  package let candidates: [QuotationCandidate]
  /// What has to be written down for it now; nil unless it `moved` and that was asked for.
  package let renewed: CitedQuotation?
  /// What there is to say about it: half a sentence.
  package let reason: String?

  /// Makes a verdict of its parts.
  package init(
    _ state: QuotationState,
    anchor: CitationAnchor? = nil,
    text: String? = nil,
    changes: [WordChange] = [],
    candidates: [QuotationCandidate] = [],
    renewed: CitedQuotation? = nil,
    reason: String? = nil
  ) {
    self.state = state
    self.anchor = anchor
    self.text = text
    self.changes = changes
    self.candidates = candidates
    self.renewed = renewed
    self.reason = reason
  }
}

/// A place where a quotation may be.
package struct QuotationCandidate: Hashable, Sendable {
  /// The place.
  package let anchor: CitationAnchor
  /// What stands there.
  package let text: String
  /// How like the quotation it is: from 0 to 1, which is the same words.
  package let similarity: Double

  /// Makes a candidate of its parts.
  package init(anchor: CitationAnchor, text: String, similarity: Double) {
    self.anchor = anchor
    self.text = text
    self.similarity = similarity
  }
}

/// A run of words that two texts share, or that only one of them has.
package enum WordChange: Hashable, Sendable {
  /// Both have it; as the newer text writes it.
  case kept(String)
  /// Only the older text has it.
  case removed(String)
  /// Only the newer text has it.
  case added(String)
}
