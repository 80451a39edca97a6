// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A citation as schema 1 has it.
struct CitationObject: Encodable {
  let label: String
  let range: CharactersObject
  @Nullable var reason: String?
  @Nullable var reference: ReferenceObject?

  /// Takes what a hit says.
  ///
  /// - Parameters:
  ///   - citation: counts bytes of the passage's text.
  ///   - counter: counts the passage's text.
  ///   - start: where the passage begins: characters of the document's text.
  init(_ citation: Citation, counter: CharacterCounter, start: Int) {
    label = citation.marker.label
    range = CharactersObject(counter.characters(in: citation.marker.range), movedBy: start)
    _reason = Nullable(wrappedValue: citation.reason)
    _reference = Nullable(wrappedValue: citation.reference.map(ReferenceObject.init))
  }

  struct ReferenceObject: Encodable {
    let text: String
    @Nullable var url: String?
    /// A CSL-JSON item of what is known for certain; nil without a DOI.
    @Nullable var csl: [String: String]?

    init(_ reference: Reference) {
      text = reference.text
      _url = Nullable(wrappedValue: reference.address)
      _csl = Nullable(wrappedValue: reference.doi.map { Self.item(reference, doi: $0) })
    }

    /// `id` and `type` are demanded of every item; `document` is the type that says least.
    private static func item(_ reference: Reference, doi: String) -> [String: String] {
      var item = ["id": reference.label, "type": "document", "DOI": doi]
      item["URL"] = reference.url
      return item
    }
  }
}

/// A selector as the W3C Web Annotation Data Model writes it.
struct SelectorObject: Encodable {
  let selector: Selector

  init(_ selector: Selector) {
    self.selector = selector
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    switch selector {
    case .position(let range):
      try container.encode("TextPositionSelector", forKey: .type)
      try container.encode(range.lowerBound, forKey: .start)
      try container.encode(range.upperBound, forKey: .end)
    case .quote(let exact, let prefix, let suffix):
      try container.encode("TextQuoteSelector", forKey: .type)
      try container.encode(exact, forKey: .exact)
      try container.encode(prefix, forKey: .prefix)
      try container.encode(suffix, forKey: .suffix)
    }
  }

  private enum Key: CodingKey {
    case type, start, end, exact, prefix, suffix
  }
}
