// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import QueryLanguage
internal import TextAnalysis

/// Finds the documents that a field of a query asks for, by their records.
struct DocumentFields {
  private let records: [DocumentRecord]
  private let analyzer: QueryAnalyzer

  init(reader: IndexReader, analyzer: QueryAnalyzer) throws(IndexError) {
    records = try reader.documents()
    self.analyzer = analyzer
  }

  /// What a passage has to fulfil; nil if there is no word in `value` that could be looked for.
  ///
  /// Not for titles and headings: those the engine knows.
  func demand(_ field: QueryField, _ value: FieldValue) -> Demand? {
    switch field {
    case .path:
      return .document(numbers { Text(value)?.isIn($0.path.description) ?? true })
    case .folder:
      return .document(numbers { Text(value)?.isIn($0.folder) ?? true })
    case .type:
      return .document(numbers { Self.isOfType($0, value.written.text) })
    case .lang:
      let text = value.written.text
      let language = LanguageCode.primary(of: text) ?? text.lowercased()
      return .document(numbers { Self.isInLanguage($0.language, language) })
    case .modified:
      guard case .dates(let range, _) = value else { return nil }
      return .document(numbers { range.contains(nanoseconds: $0.checkpoint.modified.nanoseconds) })
    case .author:
      guard let words = FieldWords(value, analyzer: analyzer) else { return nil }
      return .document(numbers { $0.authors.contains { words.areIn($0, analyzer) } })
    case .cites:
      guard let words = FieldWords(value, analyzer: analyzer) else { return nil }
      return .leaning(labels(of: words))
    case .title, .heading:
      return nil
    }
  }

  private func numbers(_ isWanted: (DocumentRecord) -> Bool) -> Set<DocumentNumber> {
    Set(records.lazy.filter(isWanted).map(\.number))
  }

  /// The labels of the entries that hold the words, by document; one that stands twice leads nowhere.
  private func labels(of words: FieldWords) -> [DocumentNumber: Set<String>] {
    var labels: [DocumentNumber: Set<String>] = [:]
    for record in records where !record.references.isEmpty {
      let found = record.references.filter { words.areIn($0.text, analyzer) }
      let lookup = ReferenceLookup(record.references)
      let leading = found.map(\.label).filter { lookup.entry($0) != nil }
      if !leading.isEmpty { labels[record.number] = Set(leading) }
    }
    return labels
  }

  /// `md`, `markdown` or `text/markdown`.
  private static func isOfType(_ record: DocumentRecord, _ written: String) -> Bool {
    let wanted = written.lowercased().drop { $0 == "." }
    let type = record.mediaType.lowercased()
    return type == wanted || type.split(separator: "/").last.map { $0 == wanted } ?? false
      || record.path.description.lowercased().hasSuffix("." + wanted)
  }

  /// A document whose language is not known is in `und`.
  private static func isInLanguage(_ language: String?, _ wanted: String) -> Bool {
    language ?? "und" == wanted
  }
}

/// Text of a path: a part of it, or a pattern of all of it.
private struct Text {
  private let part: String
  private let pattern: WordPattern?

  /// Case makes no difference; nil for an empty text.
  init?(_ value: FieldValue) {
    part = value.written.text.lowercased()
    if case .wildcard = value { pattern = WordPattern(wildcard: part) } else { pattern = nil }
    if part.isEmpty { return nil }
  }

  func isIn(_ path: String) -> Bool {
    let path = path.lowercased()
    return pattern.map { $0.matches(path) } ?? path.contains(part)
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
