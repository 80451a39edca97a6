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

  /// Makes a correction of its parts.
  package init(
    _ found: FoundQuotation,
    anchor: CitationAnchor,
    characters: Range<Int>,
    digest: String?
  ) {
    self.found = found
    self.anchor = anchor
    self.characters = characters
    self.digest = digest
  }

  /// What has to be written at a place; nil leaves it.
  func text(at place: FixPlace) -> String? {
    switch place.kind {
    // People write what `description` encodes: the same anchor is not a new one.
    case .anchor: (try? CitationAnchor(place.text)) == anchor ? nil : anchor.description
    case .fragment: anchor.position == nil ? nil : Self.fragment(of: anchor)
    case .start: Int(place.text) == characters.lowerBound ? nil : "\(characters.lowerBound)"
    case .end: Int(place.text) == characters.upperBound ? nil : "\(characters.upperBound)"
    case .digest: place.text.lowercased() == digest?.lowercased() ? nil : digest
    }
  }

  /// The fragment of an anchor without the words, which a `TextQuoteSelector` holds beside it.
  private static func fragment(of anchor: CitationAnchor) -> String? {
    let parts = anchor.showing(nil).description.split(separator: "#", maxSplits: 1)
    return parts.count > 1 ? String(parts[1]) : nil
  }
}
