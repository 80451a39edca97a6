// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

/// Examines the passages of one answer; keeps the records of their documents, which many share.
final class PassageExaminer {
  private let reader: IndexReader
  private let analyzers: AnalyzerPool
  private var records: [DocumentNumber: DocumentRecord?] = [:]

  init(reader: IndexReader, analyzers: AnalyzerPool) {
    self.reader = reader
    self.analyzers = analyzers
  }

  /// The passage with its words.
  func examine(_ stored: StoredPassage) throws(IndexError) -> ExaminedPassage {
    ExaminedPassage(
      stored,
      title: try record(stored.document)?.title,
      analyzer: analyzers.analyzer(for: stored.language)
    )
  }

  /// The record of a document; nil if there is none: a defect that `check` reports.
  func record(_ number: DocumentNumber) throws(IndexError) -> DocumentRecord? {
    if let known = records[number] { return known }
    let record = try reader.document(number)
    records[number] = .some(record)
    return record
  }
}
