// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

/// Examines the passages of one answer; keeps the records of their documents, which many share.
final class PassageExaminer {
  private let reader: IndexReader
  private let analyzers: AnalyzerCache
  private var records: [DocumentNumber: DocumentRecord?] = [:]

  init(reader: IndexReader, analyzers: AnalyzerCache) {
    self.reader = reader
    self.analyzers = analyzers
  }

  /// The passage with its words.
  func examine(_ stored: StoredPassage) throws(IndexError) -> ExaminedPassage {
    let record = try record(stored.document)
    let analyzer = analyzers.analyzer(for: record?.language)
    return ExaminedPassage(stored, title: record?.title, analyzer: analyzer)
  }

  /// The record of a document; nil if there is none: a defect that `check` reports.
  func record(_ number: DocumentNumber) throws(IndexError) -> DocumentRecord? {
    if let known = records[number] { return known }
    let record = try reader.document(number)
    records[number] = .some(record)
    return record
  }
}

/// Analyzers by language: they learn words, so they are kept from query to query.
final class AnalyzerCache {
  private var analyzers: [String?: Analyzer] = [:]

  /// The analyzer for documents in `language`, a BCP 47 tag.
  func analyzer(for language: String?) -> Analyzer {
    let primary = language.map { String($0.prefix { $0 != "-" }).lowercased() }
    if let known = analyzers[primary] { return known }
    let made = Analyzer(language: primary)
    analyzers[primary] = made
    return made
  }
}
