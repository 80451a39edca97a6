// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QueryLanguage
internal import TextAnalysis

/// Finds the documents that the fields of a query ask for, by their records.
///
/// What takes long to make of the records is made for the first field that needs it.
struct DocumentFields {
  private let records: [DocumentRecord]
  private let analyzer: QueryAnalyzer
  private lazy var paths = records.map { PathText($0.path.description) }
  private lazy var names = records.map { $0.path.description.lowercased() }
  private lazy var folders = records.map { PathText($0.folder) }
  private lazy var authors = records.map { record in
    record.authors.map { FieldText($0, analyzer) }
  }
  private lazy var entries = records.map { record in
    let lookup = ReferenceLookup(record.references)
    // One that stands twice leads nowhere.
    return record.references.filter { lookup.entry($0.label) != nil }
      .map { (label: $0.label, text: FieldText($0.text, analyzer)) }
  }

  init(reader: IndexReader, analyzer: QueryAnalyzer) throws(IndexError) {
    records = try reader.documents()
    self.analyzer = analyzer
  }

  /// What a passage has to fulfil; nil if there is no word in `value` that could be looked for.
  ///
  /// Not for titles and headings: those the engine knows.
  mutating func demand(_ field: QueryField, _ value: FieldValue) -> Demand? {
    switch field {
    case .path:
      return .document(numbers(of: paths, where: PathDemand(value).isMet(by:)))
    case .folder:
      return .document(numbers(of: folders, where: PathDemand(value).isMet(by:)))
    case .type:
      let wanted = value.written.text.lowercased().drop { $0 == "." }
      let types = numbers(of: records) { Self.isOfMediaType($0, wanted) }
      return .document(types.union(numbers(of: names) { $0.hasSuffix("." + wanted) }))
    case .lang:
      let text = value.written.text
      let language = LanguageCode.primary(of: text) ?? text.lowercased()
      return .document(numbers(of: records) { Self.isInLanguage($0.language, language) })
    case .modified:
      guard case .dates(let range, _) = value else { return nil }
      return .document(
        numbers(of: records) { range.contains(nanoseconds: $0.checkpoint.modified.nanoseconds) }
      )
    case .author:
      guard let words = FieldWords(value, analyzer: analyzer) else { return nil }
      return .document(numbers(of: authors) { $0.contains { words.areIn($0) } })
    case .cites:
      guard let words = FieldWords(value, analyzer: analyzer) else { return nil }
      return .leaning(labels(of: words))
    case .title, .heading:
      return nil
    }
  }

  private func numbers<Value>(
    of values: [Value],
    where isWanted: (Value) -> Bool
  ) -> Set<DocumentNumber> {
    Set(zip(records, values).compactMap { isWanted($1) ? $0.number : nil })
  }

  /// The labels of the entries that hold the words, by document.
  private mutating func labels(of words: FieldWords) -> [DocumentNumber: Set<String>] {
    var labels: [DocumentNumber: Set<String>] = [:]
    for (record, entries) in zip(records, entries) {
      let found = entries.filter { words.areIn($0.text) }
      if !found.isEmpty { labels[record.number] = Set(found.map(\.label)) }
    }
    return labels
  }

  /// `markdown` or `text/markdown`.
  private static func isOfMediaType(_ record: DocumentRecord, _ wanted: Substring) -> Bool {
    let type = record.mediaType
    return type == wanted || type.split(separator: "/").last.map { $0 == wanted } ?? false
  }

  /// A document whose language is not known is in `und`.
  private static func isInLanguage(_ language: String?, _ wanted: String) -> Bool {
    language ?? "und" == wanted
  }
}

extension FieldValue {
  /// What was written.
  var written: QueryText {
    switch self {
    case .text(let text), .phrase(let text), .wildcard(let text), .dates(_, let text): text
    }
  }
}

extension DateRange {
  /// Whether it holds a time in nanoseconds since 1970.
  fileprivate func contains(nanoseconds: Int64) -> Bool {
    let seconds =
      nanoseconds >= 0 ? nanoseconds / 1_000_000_000 : (nanoseconds - 999_999_999) / 1_000_000_000
    return lower.map { seconds >= $0 } ?? true && upper.map { seconds < $0 } ?? true
  }
}
