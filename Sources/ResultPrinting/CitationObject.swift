// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

/// A citation as schema 1 has it.
struct CitationObject: Encodable {
  let label: String
  let range: CharactersObject
  @Nullable var reason: String?
  @Nullable var note: String?
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
    _note = Nullable(wrappedValue: citation.note)
    _reference = Nullable(
      wrappedValue: citation.reference.map {
        ReferenceObject($0, origin: citation.origin, completion: citation.completion)
      }
    )
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
