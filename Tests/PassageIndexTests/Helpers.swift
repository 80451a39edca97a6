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

/// A passage whose words are its terms; the passages of a document stand on a line each.
func analyzed(_ ordinal: Int, _ text: String, language: String? = nil) -> AnalyzedPassage {
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
    passage: passage(ordinal, text),
    language: language,
    termBytes: terms,
    occurrences: occurrences,
    words: words
  )
}

func passage(_ ordinal: Int, _ text: String) -> Passage {
  let length = TextLength(measuring: text.utf8)
  return Passage(
    ordinal: ordinal,
    range: TextRange(
      bytes: 0..<length.bytes,
      characters: 0..<length.characters,
      utf16: 0..<length.utf16
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
    ),
    length: TextLength(bytes: 1_000, characters: 1_000, utf16: 1_000)
  )
}

extension IndexWriter {
  /// Adds a new document with a passage for each text.
  @discardableResult
  func add(_ texts: String..., path: String = "a.txt") throws -> DocumentNumber {
    let number = try nextDocumentNumber()
    try replace(
      record(number, path),
      passages: texts.enumerated().map { analyzed($0.offset + 1, $0.element) }
    )
    return number
  }
}

/// Makes an index with one document of a passage for each text, and closes it.
func makeIndex(_ path: String, _ texts: String...) throws {
  let writer = try IndexWriter(path: path)
  let number = try writer.nextDocumentNumber()
  try writer.replace(
    record(number),
    passages: texts.enumerated().map { analyzed($0.offset + 1, $0.element) }
  )
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
