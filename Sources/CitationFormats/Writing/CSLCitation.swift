// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

/// A citation as items of CSL 1.0.2.
///
/// - SeeAlso: csl-data.json of the Citation Style Language's schema.
struct CSLCitation {
  /// An array: the source first, then its references.
  let items: JSONValue

  init(_ quotation: SourcedQuotation, _ references: [Reference]) {
    let key = SourceKey(quotation.document)
    let entries = references.map { Self.item($0, key: key) }
    items = .array([Self.item(quotation, key: key)] + entries)
  }

  private static func item(_ quotation: SourcedQuotation, key: SourceKey) -> JSONValue {
    let source = SourceDescription(quotation)
    let authors = source.authors.map { JSONValue.object(name($0)) }
    return .members([
      "id": .string(key.text),
      "type": "document",
      "title": .string(source.name),
      "author": authors.isEmpty ? nil : .array(authors),
      "issued": source.date.map { issued(StatedDate($0)) },
      "language": quotation.document.language.map(JSONValue.string),
      "section": source.headings.map(JSONValue.string),
      "note": .string(TextCitation(quotation, []).written),
      "custom": custom(quotation),
    ])
  }

  /// What programs read.
  private static func custom(_ quotation: SourcedQuotation) -> JSONValue {
    let cited = quotation.quotation
    let lines = quotation.lines
    return .members([
      "quotation": .string(quotation.words),
      "prefix": cited.prefix.isEmpty ? nil : .string(cited.prefix),
      "suffix": cited.suffix.isEmpty ? nil : .string(cited.suffix),
      "anchor": .string(quotation.anchor.description),
      "digest": cited.digest.map(JSONValue.string),
      "cited": cited.day.map(JSONValue.string),
      "lookalike": quotation.stamp?.lookalike.map(JSONValue.decimal),
      "lines": .array([.integer(lines.lowerBound), .integer(lines.upperBound)]),
      "source": .string(quotation.document.uri),
    ])
  }

  private static func name(_ author: String) -> [String: JSONValue] {
    let parts = author.split(separator: ",", omittingEmptySubsequences: false)
      .compactMap { SourceDescription.line(String($0)) }
    guard parts.count == 2, author.utf8.count(where: { $0 == UInt8(ascii: ",") }) == 1 else {
      return ["literal": .string(author)]
    }
    return ["family": .string(parts[0]), "given": .string(parts[1])]
  }

  private static func issued(_ date: StatedDate) -> JSONValue {
    guard !date.parts.isEmpty else { return .object(["literal": .string(date.text)]) }
    return .object(["date-parts": .array([.array(date.parts.map(JSONValue.integer))])])
  }

  /// An entry as its list has it, or else as what was written.
  private static func item(_ reference: Reference, key: SourceKey) -> JSONValue {
    if let item = reference.cslItem, case .object(var members) = item {
      // Both are demanded of an item, and lists do not always have them.
      members["id"] = .string(key.reference(reference.label, id: members["id"]?.text))
      members["type"] = members["type"] ?? "document"
      return .object(members)
    }
    return .members([
      "id": .string(key.reference(reference.label)),
      "type": "document",
      "title": .string(reference.text),
      "URL": reference.url.map(JSONValue.string),
      "DOI": reference.doi.map(JSONValue.string),
    ])
  }
}

extension Reference {
  /// The entry as CSL, if that is known.
  var cslItem: JSONValue? {
    guard let item = item.flatMap({ JSONValue($0) }), case .object = item else { return nil }
    return item
  }
}
