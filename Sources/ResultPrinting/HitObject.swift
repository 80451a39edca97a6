// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A hit as schema 1 has it.
struct HitObject: Encodable {
  let rank: Int
  let weight: Double
  @Nullable var explain: ExplanationObject?
  let document: DocumentObject
  let passage: PassageObject
  let anchor: String
  let selectors: [SelectorObject]
  let highlights: [[Int]]
  let snippet: SnippetObject
  let citations: [CitationObject]

  init(_ hit: Hit) {
    let counter = CharacterCounter(hit.passage.text)
    let start = hit.passage.range.characters.lowerBound
    rank = hit.rank
    // JSON has no word for infinity or NaN.
    weight = hit.weight.isFinite ? hit.weight : 0
    _explain = Nullable(wrappedValue: hit.explanation.map(ExplanationObject.init))
    document = DocumentObject(hit.document)
    passage = PassageObject(hit.passage)
    anchor = hit.anchor.description
    selectors = hit.selectors.map(SelectorObject.init)
    highlights = hit.highlights.map { counter.characters(in: $0).pair }
    snippet = SnippetObject(hit.snippet, counter: counter, start: start)
    citations = hit.citations.map { CitationObject($0, counter: counter, start: start) }
  }
}

/// A passage as schema 1 has it.
struct PassageObject: Encodable {
  let ordinal: Int
  let headings: [String]
  let text: String
  /// Not filled in this version.
  @Nullable var pages: [Int]?
  let lines: [Int]
  let range: RangeObject

  init(_ passage: Passage) {
    ordinal = passage.ordinal
    headings = passage.headings
    text = passage.text
    _pages = Nullable(wrappedValue: nil)
    lines = [passage.lines.lowerBound, passage.lines.upperBound]
    range = RangeObject(passage.range)
  }

  struct RangeObject: Encodable {
    let bytes: [Int]
    let characters: [Int]
    let utf16: [Int]

    init(_ range: TextRange) {
      bytes = range.bytes.pair
      characters = range.characters.pair
      utf16 = range.utf16.pair
    }
  }
}

/// A snippet as schema 1 has it.
struct SnippetObject: Encodable {
  let text: String
  let range: CharactersObject
  let highlights: [[Int]]

  /// Takes what a hit says.
  ///
  /// - Parameters:
  ///   - snippet: counts bytes of the passage's text and of its own.
  ///   - counter: counts the passage's text.
  ///   - start: where the passage begins: characters of the document's text.
  init(_ snippet: Snippet, counter: CharacterCounter, start: Int) {
    let snippetCounter = CharacterCounter(snippet.text)
    text = snippet.text
    range = CharactersObject(counter.characters(in: snippet.range), movedBy: start)
    highlights = snippet.highlights.map { snippetCounter.characters(in: $0).pair }
  }
}

/// A range that is counted in characters only.
struct CharactersObject: Encodable {
  let characters: [Int]

  init(_ range: Range<Int>, movedBy offset: Int) {
    characters = [range.lowerBound + offset, range.upperBound + offset]
  }
}

extension Range<Int> {
  /// Both ends, as JSON shows a range.
  var pair: [Int] { [lowerBound, upperBound] }
}
