// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel
internal import QuoteMatching

/// What is found of a quotation in one document, by its words and what stood around them alone.
struct DocumentFinding {
  let document: OpenDocument
  private let quotation: CitedQuotation
  private let sought: SoughtQuotation
  private let finding: QuoteFinding

  /// Looks for a quotation.
  ///
  /// - Parameters:
  ///   - text: its words.
  ///   - quotation: what else is known of it.
  ///   - document: where it is looked for.
  ///   - isItsOwn: whether the place that was written down is one in this document.
  init(
    _ text: String,
    _ quotation: CitedQuotation,
    in document: OpenDocument,
    isItsOwn: Bool
  ) {
    self.document = document
    let place = isItsOwn ? document.bytes(of: quotation) : nil
    self.quotation = quotation
    sought = SoughtQuotation(
      text: text,
      prefix: quotation.prefix,
      suffix: quotation.suffix,
      place: place,
      wasFirst: quotation.beginsText,
      lookalike: quotation.lookalike
    )
    // The very file that was cited: what stands there is what stood there.
    if let place, document.record.isFile(of: quotation),
      WordDifference.isSame(document.text.string(in: place), text)
    {
      finding = .same(QuotePlace(range: place, similarity: 1))
      return
    }
    finding = QuoteFinder(document.compared).find(sought)
  }

  /// Where it stands; nil if that is in doubt.
  var place: QuotePlace? {
    switch finding {
    case .same(let place), .changed(let place): place
    case .unsure, .gone: nil
    }
  }

  /// How like the quotation it is there, from 0 to 1; 0 if that is in doubt.
  var similarity: Double { place?.similarity ?? 0 }

  /// Whether there is no doubt.
  var isCertain: Bool { place != nil }

  /// Whether the very words stand there, without a doubt.
  var isWordForWord: Bool { if case .same = finding { true } else { false } }

  /// Whether the very words stand there between just what surrounded them.
  var isFramed: Bool {
    guard case .same(let place) = finding else { return false }
    return framedPlaces.contains(place.range)
  }

  private var framedPlaces: [Range<Int>] {
    QuoteFinder(document.compared).framedPlaces(of: sought)
  }

  /// So many words around two places tell whether one is a twin of the other.
  private static let tellingWordCount = 24

  /// Whether another document has the very words between the same surroundings: one that moved away
  /// from where the quotation was, or one with other text around than here.
  func mayBeTwin(of other: DocumentFinding) -> Bool {
    guard let place else { return false }
    let places = other.framedPlaces
    guard other.sought.place == nil || places.isEmpty else { return true }
    return !places.isEmpty
      && !places.contains { otherPlace in
        document.compared.surrounds(
          place.range,
          as: other.document.compared,
          otherPlace,
          wordCount: Self.tellingWordCount
        )
      }
  }

  /// The places where it may be.
  var candidates: [QuotationCandidate] {
    let places: [QuotePlace] =
      switch finding {
      case .same(let place), .changed(let place): [place]
      case .unsure(let places): places
      case .gone: []
      }
    return places.map {
      QuotationCandidate(
        anchor: document.anchor($0.range),
        text: document.text.string(in: $0.range),
        similarity: $0.similarity
      )
    }
  }

  /// The verdict, if this document is the one that the quotation is from; nil if there is a doubt.
  ///
  /// - Parameter cited: the document that it was cited from.
  /// - Returns: that it is exact, moved or changed.
  func verdict(citedIn cited: DocumentPlace?) -> QuotationVerdict? {
    switch finding {
    case .same(let place):
      let anchor = document.anchor(place.range)
      return cited == document.place && stood(at: place)
        ? QuotationVerdict(.exact, anchor: quotation.anchor ?? anchor)
        : QuotationVerdict(.moved, anchor: anchor)
    case .changed(let place):
      let now = document.text.string(in: place.range)
      return QuotationVerdict(
        .changed,
        anchor: document.anchor(place.range),
        text: now,
        changes: WordDifference.changes(from: sought.text, to: now)
      )
    case .unsure, .gone:
      return nil
    }
  }

  /// Whether the quotation stood at a place, or it is not written where in its document it did.
  private func stood(at place: QuotePlace) -> Bool {
    if quotation.anchor?.position == nil, quotation.characters == nil { return true }
    // Lines end with a line feed, and people may have marked a blank.
    guard let bytes = document.bytes(of: quotation) else { return false }
    return bytes == place.range || document.text.utf8.trimmed(bytes) == place.range
  }
}
