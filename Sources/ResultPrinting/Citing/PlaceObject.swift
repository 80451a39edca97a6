// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A place as schema 1 has it.
struct PlaceObject: Encodable {
  let schema = JSONPrinter.schema
  let anchor: String
  let document: DocumentObject
  let headings: [String]
  let lines: [Int]
  let range: PassageObject.RangeObject
  let text: String
  let before: String
  let after: String
  let selectors: [SelectorObject]
  let citations: [CitationObject]
  let behind: Bool

  init(_ place: ShownPlace) {
    let source = place.quotation
    let quoted = source.quotation.text ?? ""
    let start = source.range.characters.lowerBound
    let counter = CharacterCounter(quoted)
    anchor = source.quotation.anchor?.description ?? ""
    document = DocumentObject(source.document)
    headings = source.headings
    lines = [source.lines.lowerBound, source.lines.upperBound]
    range = PassageObject.RangeObject(source.range)
    text = quoted
    before = place.before
    after = place.after
    behind = place.isBehind
    selectors = [
      SelectorObject(.position(source.range.characters)),
      SelectorObject(
        .quote(
          exact: quoted,
          prefix: String(place.before.unicodeScalars.suffix(Passage.contextCharacterCount)),
          suffix: String(place.after.unicodeScalars.prefix(Passage.contextCharacterCount))
        )
      ),
    ]
    citations = source.citations.map { CitationObject($0, counter: counter, start: start) }
  }
}
