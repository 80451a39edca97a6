// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel
import Synchronization

/// Reads one revision of an index.
///
/// Safe to share: a lock lets one caller at a time into the engine. A reader never moves to a newer
/// revision; once two more have been committed its calls may throw `revisionLost`, and
/// `withNewestRevision(of:_:)` is what deals with that.
package final class IndexReader: Sendable {
  /// The revision that is read: it rises with every commit.
  package let revision: Int
  /// Whether the index held everything its folders held when it was last brought up to date.
  package let isComplete: Bool
  /// How many passages it holds.
  package let passageCount: Int
  private let handle: Mutex<ReaderHandle>

  /// Opens the newest revision of the index in the folder `path`.
  ///
  /// Throws `notFound`, `notAnIndex`, `unknownVersion`, `outdatedVersion`, `permissionDenied`, `corrupt` or
  /// `inputOutput`.
  package init(path: String) throws(IndexError) {
    let opened = try Self.open(IndexFolder(path: path))
    try IndexMetadata.checkFormat(try opened.metadata(of: IndexSchema.Key.format), at: path)
    revision = try IndexMetadata.number(
      try opened.metadata(of: IndexSchema.Key.revision),
      of: IndexSchema.Key.revision
    )
    isComplete = try opened.metadata(of: IndexSchema.Key.complete) == IndexMetadata.yes
    passageCount = try opened.passageCount()
    handle = Mutex(opened)
  }

  /// Opens the current generation; when it is gone because the stub names another by now, that one.
  private static func open(_ folder: IndexFolder) throws(IndexError) -> ReaderHandle {
    guard var generation = try folder.currentGeneration() else {
      throw IndexError(code: .notFound, message: "there is no index in \(folder.path)")
    }
    while true {
      do throws(IndexError) {
        guard try folder.contains(generation) else {
          throw IndexError(
            code: .corrupt,
            message: "the index is damaged: \(folder.path(of: generation)) is missing"
          )
        }
        return try ReaderHandle(path: folder.path(of: generation))
      } catch {
        // Each turn needs another switch by a writer, so this ends.
        guard let current = try folder.currentGeneration(), current != generation else {
          throw error
        }
        generation = current
      }
    }
  }

  /// The passages that match, best first; those of equal weight in the order of their numbers.
  ///
  /// - Parameters:
  ///   - query: may be at most 500 deep.
  ///   - first: how many of the best to leave out.
  ///   - limit: how many to return at the most.
  ///   - checkAtLeast: how many matches to look at before counts may be estimates.
  ///   - countsDocuments: whether to count the matches of each document.
  ///   - weighting: the parameters of BM25.
  /// - Returns: one page and the counts of all matches.
  /// - Throws: `revisionLost`, `corrupt`, `inputOutput`; `engine` for a query that is too deep.
  package func search(
    _ query: EngineQuery,
    first: Int,
    limit: Int,
    checkAtLeast: Int,
    countsDocuments: Bool = false,
    weighting: Weighting
  ) throws(IndexError) -> EnginePage {
    let encoded = EncodedQuery(query)
    return try handle.withLock { (handle) throws(IndexError) in
      let page = try handle.search(
        encoded,
        first: first,
        limit: limit,
        checkAtLeast: checkAtLeast,
        countsDocuments: countsDocuments,
        weighting: weighting
      )
      return EnginePage(
        passages: try Self.decode(page.passages),
        matches: page.matches,
        documentCounts: page.documentCounts
      )
    }
  }

  /// The record of a document; nil if there is none.
  package func document(_ number: DocumentNumber) throws(IndexError) -> DocumentRecord? {
    let key = IndexSchema.Key.document(number)
    return try handle.withLock { (handle) throws(IndexError) in
      let value = try handle.metadata(of: key)
      return value.isEmpty ? nil : try DocumentRecord((key, value))
    }
  }

  /// The records of all documents, by their numbers.
  package func documents() throws(IndexError) -> [DocumentRecord] {
    try handle.withLock { (handle) throws(IndexError) in
      try IndexMetadata.documents(try handle.metadata(prefix: IndexSchema.Key.documentPrefix))
    }
  }

  /// The absolute paths of the watched folders, by their names.
  package func folders() throws(IndexError) -> [String: [UInt8]] {
    try handle.withLock { (handle) throws(IndexError) in
      IndexMetadata.folders(try handle.metadata(prefix: IndexSchema.Key.folderPrefix))
    }
  }

  /// Up to `limit` passages behind `after`, in the order of their numbers in the engine.
  package func passages(
    after: EngineDocID,
    limit: Int,
    withPostings: Bool
  ) throws(IndexError) -> [StoredPassage] {
    try Self.decode(try raw(term: "", after: after, limit: limit, withPostings: withPostings))
  }

  /// All passages of a document in reading order; none if there is no such document.
  package func passages(of number: DocumentNumber) throws(IndexError) -> [StoredPassage] {
    let term = IndexSchema.document.prefix + number.description
    let all = try raw(term: term, after: EngineDocID(0), limit: .max, withPostings: false)
    return try Self.decode(all)
  }

  /// Up to `limit` words of the indexed passages that begin with `prefix`, in the order of their
  /// bytes; words of removed passages stay until the index is rebuilt.
  package func vocabulary(prefix: String, limit: Int) throws(IndexError) -> [String] {
    try handle.withLock { (handle) throws(IndexError) in
      try handle.vocabulary(prefix: prefix, limit: limit)
    }
  }

  /// Up to `limit` words of the vocabulary that match any of the patterns, in which `*` stands for
  /// any characters or none and `?` for one.
  ///
  /// - Complexity: a pattern that begins with neither looks at the words that begin alike; all
  ///   others together look at all words once.
  package func words(matching patterns: [String], limit: Int) throws(IndexError) -> [String] {
    try handle.withLock { (handle) throws(IndexError) in
      try handle.matchingWords(patterns, limit: limit)
    }
  }

  /// Up to `limit` words of the vocabulary that begin with `prefix` and become `word` by at most
  /// `distance` insertions, deletions and substitutions of characters and swaps of neighbours.
  ///
  /// - Complexity: looks at all words with the prefix.
  package func words(
    near word: String,
    within distance: Int,
    prefix: String,
    limit: Int
  ) throws(IndexError) -> [String] {
    try handle.withLock { (handle) throws(IndexError) in
      try handle.words(near: word, within: distance, prefix: prefix, limit: limit)
    }
  }

  /// In how many passages each of the terms stands, prefixes included.
  package func frequencies(of terms: [String]) throws(IndexError) -> [Int] {
    try handle.withLock { (handle) throws(IndexError) in try handle.frequencies(of: terms) }
  }

  /// Up to `limit` terms that begin with `prefix` (`IndexSchema.Field.prefix`), in the order of their
  /// bytes, each with the number of passages that hold it.
  package func terms(
    prefix: String,
    limit: Int
  ) throws(IndexError) -> [(term: String, passageCount: Int)] {
    try handle.withLock { (handle) throws(IndexError) in
      try handle.terms(prefix: prefix, limit: limit)
    }
  }

  /// Passages as they are stored, for those who must see damage as well.
  func raw(
    term: String,
    after: EngineDocID,
    limit: Int,
    withPostings: Bool
  ) throws(IndexError) -> [RawPassage] {
    try handle.withLock { (handle) throws(IndexError) in
      try handle.passages(term: term, after: after, limit: limit, withPostings: withPostings)
    }
  }

  /// The metadata whose keys begin with `prefix`, not decoded.
  func metadata(prefix: String) throws(IndexError) -> [(key: String, value: [UInt8])] {
    try handle.withLock { (handle) throws(IndexError) in try handle.metadata(prefix: prefix) }
  }

  /// The keys of the metadata that begin with `prefix`.
  func metadataKeys(prefix: String) throws(IndexError) -> [String] {
    try handle.withLock { (handle) throws(IndexError) in try handle.metadataKeys(prefix: prefix) }
  }

  private static func decode(_ passages: [RawPassage]) throws(IndexError) -> [StoredPassage] {
    var decoded: [StoredPassage] = []
    decoded.reserveCapacity(passages.count)
    for passage in passages { decoded.append(try passage.decoded()) }
    return decoded
  }
}
