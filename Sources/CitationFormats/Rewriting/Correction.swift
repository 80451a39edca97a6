// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Where a quotation that was found in a file stands now.
package struct Correction: Hashable, Sendable {
  /// The quotation, as it was found.
  package let found: FoundQuotation
  /// Its new address.
  package let anchor: CitationAnchor
  /// Its characters in the document's text.
  package let characters: Range<Int>
  /// The digest of the document, `sha256:` and 64 hexadecimal digits; nil leaves what is written.
  package let digest: String?
  /// How like it the likest other text is, from 0 to 1; nil leaves what is written.
  package let lookalike: Double?
  /// The words that stand there and what surrounds them, for anchors that show them; nil leaves what
  /// they show.
  private let excerpt: TextDirective?

  /// Makes a correction of its parts.
  package init(
    _ found: FoundQuotation,
    anchor: CitationAnchor,
    characters: Range<Int>,
    digest: String?,
    lookalike: Double? = nil,
    showing words: CitedQuotation? = nil
  ) {
    self.found = found
    self.anchor = anchor
    self.characters = characters
    self.digest = digest
    self.lookalike = lookalike
    excerpt = words.flatMap(AnchorExcerpt.of)
  }

  /// Whether anything that is written has to be written anew.
  package var changesAnything: Bool { found.fixes.contains { text(at: $0) != nil } }

  /// What has to be written at a place; nil leaves it.
  func text(at place: FixPlace) -> String? {
    switch place.kind {
    case .anchor: Self.text(of: anchor, showing: excerpt, insteadOf: place.text)
    case .fragment: anchor.position == nil ? nil : Self.fragment(of: anchor)
    case .start: Int(place.text) == characters.lowerBound ? nil : "\(characters.lowerBound)"
    case .end: Int(place.text) == characters.upperBound ? nil : "\(characters.upperBound)"
    case .lookalike:
      lookalike.map(Self.twoDecimals).flatMap { Double($0) == Double(place.text) ? nil : $0 }
    case .digest: place.text.lowercased() == digest?.lowercased() ? nil : digest
    }
  }

  private static func twoDecimals(_ number: Double) -> String {
    CitationStamp(day: nil, digest: nil, lookalike: number).map {
      String($0.description.dropFirst("look-alike ".count))
    } ?? ""
  }

  /// An anchor that shows words if the old one did; nil if it is the old one.
  private static func text(
    of anchor: CitationAnchor,
    showing excerpt: TextDirective?,
    insteadOf written: String
  ) -> String? {
    let old = try? CitationAnchor(written)
    let new = old?.excerpt.map { anchor.showing(excerpt ?? $0) } ?? anchor
    // People write what `description` encodes: the same anchor is not a new one.
    return old == new ? nil : new.description
  }

  /// The fragment of an anchor without the words, which a `TextQuoteSelector` holds beside it.
  private static func fragment(of anchor: CitationAnchor) -> String? {
    let parts = anchor.showing(nil).description.split(separator: "#", maxSplits: 1)
    return parts.count > 1 ? String(parts[1]) : nil
  }
}
