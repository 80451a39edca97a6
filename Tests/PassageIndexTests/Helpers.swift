// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageIndex
import PassageModel
import TestSupport

/// Lends the path of an index folder that does not exist yet.
func withIndexPath<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  try await withTemporaryFolder { folder in
    try await body(folder.appending(path: "index", directoryHint: .notDirectory).path)
  }
}

let plainWeighting = Weighting(k1: 0.9, b: 0.4, minimumNormalizedLength: 0.5)

extension IndexReader {
  /// All matches of a query.
  func find(_ query: EngineQuery) throws -> [StoredPassage] {
    try search(query, first: 0, limit: 1_000, checkAtLeast: 1_000, weighting: plainWeighting)
      .passages
  }

  /// The texts of all matches of a query.
  func texts(_ query: EngineQuery) throws -> [String] {
    try find(query).map(\.passage.text)
  }
}

/// A passage whose words are its terms; it stands on a line of its own behind `earlier`.
func analyzed(
  _ ordinal: Int,
  _ text: String,
  language: String? = nil,
  after earlier: String = ""
) -> AnalyzedPassage {
  let words = text.lowercased().split(separator: " ").map(String.init)
  var terms: [UInt8] = []
  var occurrences: [TermOccurrence] = []
  for (index, word) in words.enumerated() {
    occurrences.append(
      TermOccurrence(
        offset: UInt32(terms.count),
        byteCount: UInt16(word.utf8.count),
        wdf: 1,
        position: UInt32(index + 1)
      )
    )
    terms += word.utf8
  }
  if let language {
    let term = IndexSchema.language.prefix + language
    occurrences.append(
      TermOccurrence(
        offset: UInt32(terms.count),
        byteCount: UInt16(term.utf8.count),
        wdf: 0,
        position: 0
      )
    )
    terms += term.utf8
  }
  return AnalyzedPassage(
    passage: passage(ordinal, text, after: earlier),
    language: language,
    termBytes: terms,
    occurrences: occurrences,
    words: words
  )
}

func passage(_ ordinal: Int, _ text: String, after earlier: String = "") -> Passage {
  let (start, length) = (TextLength(measuring: earlier.utf8), TextLength(measuring: text.utf8))
  return Passage(
    ordinal: ordinal,
    range: TextRange(
      bytes: start.bytes..<start.bytes + length.bytes,
      characters: start.characters..<start.characters + length.characters,
      utf16: start.utf16..<start.utf16 + length.utf16
    ),
    lines: ordinal...ordinal,
    headings: [],
    text: text,
    sentences: [0..<length.bytes],
    markers: [],
    prefix: "",
    suffix: ""
  )
}

func record(_ number: DocumentNumber, _ path: String = "a.txt") -> DocumentRecord {
  DocumentRecord(
    number: number,
    folder: "documents",
    path: RelativePath(path),
    checkpoint: Checkpoint(
      inode: 1,
      size: 2,
      modified: Timestamp(nanoseconds: 3),
      changed: Timestamp(nanoseconds: 4),
      isSettled: true
    )
  )
}

extension IndexWriter {
  /// Adds a new document with a passage for each text.
  @discardableResult
  func add(_ texts: String..., path: String = "a.txt") throws -> DocumentNumber {
    let number = try nextDocumentNumber()
    try replace(record(number, path), texts: texts)
    return number
  }

  /// Puts in a document of a line for each text, each of them a passage.
  func replace(_ record: DocumentRecord, texts: [String]) throws {
    var whole = ""
    var passages: [AnalyzedPassage] = []
    for (index, text) in texts.enumerated() {
      passages.append(analyzed(index + 1, text, after: whole))
      whole += text + "\n"
    }
    var record = record
    record.length = TextLength(measuring: whole.utf8)
    let gaps = DocumentGaps(in: SourceText(whole), between: passages.map(\.passage))
    try replace(record, passages: passages, gaps: gaps)
  }
}

/// Makes an index with one document of a passage for each text, and closes it.
func makeIndex(_ path: String, _ texts: String...) throws {
  let writer = try IndexWriter(path: path)
  try writer.replace(record(try writer.nextDocumentNumber()), texts: texts)
  try writer.commit()
  try writer.close()
}

/// The code of the index error that `body` throws; nil if it throws none.
func code(_ body: () throws -> Void) -> IndexError.Code? {
  do {
    try body()
    return nil
  } catch {
    return (error as? IndexError)?.code
  }
}
