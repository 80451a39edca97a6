// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import QueryLanguage
internal import TextAnalysis

/// Reads the fields of one query.
struct FieldReader {
  /// What was read otherwise than it was written, a sentence each.
  private(set) var notes: [String] = []
  private let reader: IndexReader
  private let analyzer: QueryAnalyzer
  /// Read once, for the first field that needs it.
  private var documents: DocumentFields?
  private var known: [Key: Demand?] = [:]

  private struct Key: Hashable {
    let field: QueryField
    let text: String
    let isPhrase: Bool
  }

  /// How many different fields of documents a query has at the most: each has the records of all
  /// documents looked at.
  private static let maximumCount = 200

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.reader = reader
    self.analyzer = analyzer
  }

  /// What a field demands; nil if there is no word in it that could be looked for.
  mutating func demand(
    _ field: QueryField,
    _ value: FieldValue,
    _ wildcards: inout WildcardReader
  ) throws(IndexError) -> Demand? {
    switch field {
    case .title: return try titled(.title, value, &wildcards)
    case .heading: return try titled(.headings, value, &wildcards)
    default: return try ofDocuments(field, value)
    }
  }

  private mutating func ofDocuments(
    _ field: QueryField,
    _ value: FieldValue
  ) throws(IndexError) -> Demand? {
    let isPhrase = if case .phrase = value { true } else { false }
    let key = Key(field: field, text: value.written.text, isPhrase: isPhrase)
    if let demand = known[key] { return demand }
    guard known.count < Self.maximumCount else {
      let note = "Only the first \(Self.maximumCount) fields were used."
      if !notes.contains(note) { notes.append(note) }
      return nil
    }
    if documents == nil { documents = try DocumentFields(reader: reader, analyzer: analyzer) }
    let demand = documents?.demand(field, value)
    known[key] = .some(demand)
    return demand
  }

  private func titled(
    _ place: TitlePlace,
    _ value: FieldValue,
    _ wildcards: inout WildcardReader
  ) throws(IndexError) -> Demand? {
    let text = value.written.text
    switch value {
    case .wildcard:
      return try wildcards.sequence(of: text).map { .titledAs(place, $0) }
    case .phrase:
      let tokens = analyzer.tokens(in: text).filter(\.kind.hasPosition)
      return tokens.isEmpty ? nil : .titledAs(place, WordSequence(tokens))
    case .text, .dates:
      return WordParts(analyzer.tokens(in: text))?.demand { .titled(place, $0) }
    }
  }
}
