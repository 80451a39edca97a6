// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim
import PassageModel

/// Owns one open reader of one generation.
///
/// It cannot be copied, so it is closed exactly once.
struct ReaderHandle: ~Copyable {
  private let raw: OpaquePointer

  /// Opens the newest revision of the database in the folder `path`.
  init(path: String) throws(IndexError) {
    var opened: OpaquePointer?
    try check { xsh_reader_open(path, &opened, &$0) }
    raw = try handle(opened)
  }

  deinit { xsh_reader_close(raw) }

  func passageCount() throws(IndexError) -> Int {
    var count: UInt32 = 0
    try check { xsh_reader_passage_count(raw, &count, &$0) }
    return Int(count)
  }

  /// The value of `key`, empty if there is none.
  func metadata(of key: String) throws(IndexError) -> [UInt8] {
    try key.withShimBytes { (start, length) throws(IndexError) in
      var value: UnsafePointer<CChar>?
      var count = 0
      try check { xsh_reader_get_metadata(raw, start, length, &value, &count, &$0) }
      return bytes(value, count)
    }
  }

  /// The metadata whose keys begin with `prefix`.
  func metadata(prefix: String) throws(IndexError) -> [(key: String, value: [UInt8])] {
    try metadata(prefix: prefix, withValues: true)
  }

  /// The keys that begin with `prefix`.
  func metadataKeys(prefix: String) throws(IndexError) -> [String] {
    try metadata(prefix: prefix, withValues: false).map(\.key)
  }

  private func metadata(
    prefix: String,
    withValues: Bool
  ) throws(IndexError) -> [(key: String, value: [UInt8])] {
    try prefix.withShimBytes { (start, length) throws(IndexError) in
      var list: OpaquePointer?
      try check { xsh_reader_list_metadata(raw, start, length, withValues, &list, &$0) }
      return PassageIndex.metadata(takingOwnershipOf: try handle(list))
    }
  }

  func vocabulary(prefix: String, limit: Int) throws(IndexError) -> [String] {
    try prefix.withShimBytes { (start, length) throws(IndexError) in
      var list: OpaquePointer?
      try check { xsh_reader_vocabulary(raw, start, length, max(0, limit), &list, &$0) }
      return PassageIndex.metadata(takingOwnershipOf: try handle(list)).map(\.key)
    }
  }

  /// The words of the vocabulary that match any of the patterns.
  func matchingWords(_ patterns: [String], limit: Int) throws(IndexError) -> [String] {
    let joined: [UInt8] = patterns.flatMap { Array($0.utf8) + [0] }
    return try joined.withShimBytes { (start, _) throws(IndexError) in
      var list: OpaquePointer?
      try check {
        xsh_reader_matching_words(raw, start, patterns.count, max(0, limit), &list, &$0)
      }
      return PassageIndex.metadata(takingOwnershipOf: try handle(list)).map(\.key)
    }
  }

  /// The words of the vocabulary that are spelled almost like `word`.
  func words(
    near word: String,
    within distance: Int,
    prefix: String,
    limit: Int
  ) throws(IndexError) -> [String] {
    try word.withShimBytes { (word, wordLength) throws(IndexError) in
      try prefix.withShimBytes { (prefix, prefixLength) throws(IndexError) in
        var list: OpaquePointer?
        try check {
          xsh_reader_near_words(
            raw,
            word,
            wordLength,
            prefix,
            prefixLength,
            max(0, distance),
            max(0, limit),
            &list,
            &$0
          )
        }
        return PassageIndex.metadata(takingOwnershipOf: try handle(list)).map(\.key)
      }
    }
  }

  /// In how many passages each term stands.
  func frequencies(of terms: [String]) throws(IndexError) -> [Int] {
    let lengths = terms.map { UInt32($0.utf8.count) }
    var frequencies = [UInt32](repeating: 0, count: terms.count)
    try terms.joined().withShimBytes { (start, _) throws(IndexError) in
      try check { error in
        lengths.withUnsafeBufferPointer { lengths in
          frequencies.withUnsafeMutableBufferPointer { frequencies in
            xsh_reader_frequencies(
              raw,
              start,
              lengths.baseAddress,
              lengths.count,
              frequencies.baseAddress,
              &error
            )
          }
        }
      }
    }
    return frequencies.map(Int.init)
  }

  func terms(
    prefix: String,
    limit: Int
  ) throws(IndexError) -> [(term: String, passageCount: Int)] {
    try prefix.withShimBytes { (start, length) throws(IndexError) in
      var list: OpaquePointer?
      try check { xsh_reader_list_terms(raw, start, length, max(0, limit), &list, &$0) }
      return PassageIndex.metadata(takingOwnershipOf: try handle(list)).map { term, count in
        (term, Int(String(decoding: count, as: UTF8.self)) ?? 0)
      }
    }
  }

  /// The passages that hold `term`, all for the empty term, by their numbers in the engine.
  func passages(
    term: String,
    after: EngineDocID,
    limit: Int,
    withPostings: Bool
  ) throws(IndexError) -> [RawPassage] {
    let limit = UInt32(clamping: limit)
    return try term.withShimBytes { (start, length) throws(IndexError) in
      var page: OpaquePointer?
      try check {
        xsh_reader_walk(raw, start, length, after.rawValue, limit, withPostings, &page, &$0)
      }
      return RawPage(takingOwnershipOf: try handle(page)).passages
    }
  }

  /// Runs a query.
  func search(
    _ query: EncodedQuery,
    first: Int,
    limit: Int,
    checkAtLeast: Int,
    countsDocuments: Bool,
    weighting: Weighting
  ) throws(IndexError) -> RawPage {
    try query.termBytes.withShimBytes { (terms, termsLength) throws(IndexError) in
      try query.nodes.withUnsafeBufferPointer { (nodes) throws(IndexError) in
        var search = xsh_search_t(
          nodes: nodes.baseAddress,
          node_count: nodes.count,
          terms: terms,
          terms_length: termsLength,
          first: UInt32(clamping: first),
          limit: UInt32(clamping: limit),
          check_at_least: UInt32(clamping: checkAtLeast),
          counts_documents: countsDocuments,
          k1: weighting.k1,
          b: weighting.b,
          minimum_normalized_length: weighting.minimumNormalizedLength
        )
        var page: OpaquePointer?
        try check { xsh_reader_search(raw, &search, &page, &$0) }
        return RawPage(takingOwnershipOf: try handle(page))
      }
    }
  }
}

/// A passage as the shim returns it, copied but not decoded.
struct RawPassage {
  let id: EngineDocID
  /// 0 if the engine holds no number with it.
  let document: DocumentNumber
  let weight: Double
  let data: [UInt8]
  let postings: [UInt8]

  /// The passage, or `corrupt` if its record is damaged.
  func decoded() throws(IndexError) -> StoredPassage {
    let record = try PassageRecord.decode(data)
    return StoredPassage(
      id: id,
      document: document,
      passage: record.passage,
      language: record.language,
      weight: weight,
      postings: postings
    )
  }
}

/// A page as the shim returns it, copied but not decoded.
struct RawPage {
  let passages: [RawPassage]
  let matches: MatchCounts
  /// How many matches each document has, if that was asked for.
  let documentCounts: [DocumentNumber: Int]

  /// Copies all there is; frees the page.
  init(takingOwnershipOf page: OpaquePointer) {
    defer { xsh_page_destroy(page) }
    var count = 0
    passages = UnsafeBufferPointer(start: xsh_page_passages(page, &count), count: count)
      .map { passage in
        RawPassage(
          id: EngineDocID(passage.docid),
          document: DocumentNumber(passage.document_number),
          weight: passage.weight,
          data: bytes(passage.data, passage.data_length),
          postings: bytes(passage.postings, passage.postings_length)
        )
      }
    let counts = UnsafeBufferPointer(start: xsh_page_document_counts(page, &count), count: count)
    documentCounts = Dictionary(
      uniqueKeysWithValues: counts.map { (DocumentNumber($0.document_number), Int($0.count)) }
    )
    let bounds = xsh_page_matches(page)
    matches = MatchCounts(
      lower: Int(bounds.lower),
      estimated: Int(bounds.estimated),
      upper: Int(bounds.upper)
    )
  }
}
