// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

/// A citation as a Web Annotation.
///
/// - SeeAlso: "Web Annotation Data Model" and "Web Annotation Vocabulary", W3C, 2017.
struct WebAnnotation {
  /// The annotation, as JSON-LD.
  let object: JSONValue

  init(_ quotation: SourcedQuotation, _ references: [Reference]) {
    let day = quotation.quotation.day
    object = .members([
      "@context": .array(["http://www.w3.org/ns/anno.jsonld", Self.ownTerms]),
      "id": .string(Self.identifier(quotation)),
      "type": "Annotation",
      "motivation": "highlighting",
      "created": day.map { .string("\($0)T00:00:00Z") },
      "target": Self.target(quotation, references),
    ])
  }

  /// What the annotation's own context does not know.
  ///
  /// All addresses are relative to `@base`, so that an anchor stands there as it is printed.
  private static let ownTerms: JSONValue = {
    let own = ["digest", "lookalike", "lines", "references", "label", "text", "doi", "url"]
    var terms: [String: JSONValue] = Dictionary(
      uniqueKeysWithValues: own.map { ($0, .string("splitsearch:/terms#\($0)")) }
    )
    terms["@base"] = "splitsearch:/"
    terms["title"] = "http://purl.org/dc/terms/title"
    terms["date"] = "http://purl.org/dc/terms/date"
    terms["headings"] = .object(["@id": "splitsearch:/terms#headings", "@container": "@list"])
    terms["lines"] = .object(["@id": "splitsearch:/terms#lines", "@container": "@list"])
    terms["item"] = .object(["@id": "splitsearch:/terms#item", "@type": "@json"])
    return .object(terms)
  }()

  /// An address of its own: of what was cited and when.
  private static func identifier(_ quotation: SourcedQuotation) -> String {
    let day = quotation.quotation.day.map { "cited=\($0)&" } ?? ""
    let anchor = PercentEncoding.encode(quotation.anchor.description.utf8)
    return "?\(day)at=\(anchor)"
  }

  private static func target(
    _ quotation: SourcedQuotation,
    _ references: [Reference]
  ) -> JSONValue {
    let cited = quotation.quotation
    let headings = quotation.headings.map(JSONValue.string)
    return .members([
      "id": .string(quotation.anchor.description),
      "type": "SpecificResource",
      "source": source(quotation),
      "selector": .array(selectors(quotation)),
      "digest": cited.digest.map(JSONValue.string),
      "lookalike": quotation.stamp?.lookalike.map(JSONValue.decimal),
      "headings": headings.isEmpty ? nil : .array(headings),
      "lines": .array([
        .integer(quotation.lines.lowerBound), .integer(quotation.lines.upperBound),
      ]),
      "references": references.isEmpty ? nil : .array(references.map(reference)),
    ])
  }

  private static func source(_ quotation: SourcedQuotation) -> JSONValue {
    let document = quotation.document
    let authors = document.authors.map { JSONValue.object(["name": .string($0)]) }
    return .members([
      "id": .string(document.uri),
      "type": "Text",
      "format": .string(document.mediaType),
      "language": document.language.map(JSONValue.string),
      "title": document.title.map(JSONValue.string),
      "creator": authors.isEmpty ? nil : .array(authors),
      "date": quotation.date.map(JSONValue.string),
    ])
  }

  private static func selectors(_ quotation: SourcedQuotation) -> [JSONValue] {
    let cited = quotation.quotation
    let quote = JSONValue.members([
      "type": "TextQuoteSelector",
      "exact": .string(quotation.words),
      "prefix": cited.prefix.isEmpty ? nil : .string(cited.prefix),
      "suffix": cited.suffix.isEmpty ? nil : .string(cited.suffix),
    ])
    let position = JSONValue.object([
      "type": "TextPositionSelector",
      "start": .integer(quotation.range.characters.lowerBound),
      "end": .integer(quotation.range.characters.upperBound),
    ])
    return [quote, position] + [fragment(quotation.anchor)].compactMap(\.self)
  }

  private static func fragment(_ anchor: CitationAnchor) -> JSONValue? {
    guard let position = anchor.position else { return nil }
    let written = anchor.showing(nil).description.split(separator: "#", maxSplits: 1)
    guard written.count == 2 else { return nil }
    let standard =
      switch position {
      case .characters, .lines: "http://tools.ietf.org/rfc/rfc5147"
      case .page: "http://tools.ietf.org/rfc/rfc3778"
      }
    return .object([
      "type": "FragmentSelector",
      "conformsTo": .string(standard),
      "value": .string(String(written[1])),
    ])
  }

  private static func reference(_ reference: Reference) -> JSONValue {
    .members([
      "label": .string(reference.label),
      "text": .string(reference.text),
      "url": reference.url.map(JSONValue.string),
      "doi": reference.doi.map(JSONValue.string),
      "item": reference.cslItem,
    ])
  }
}
