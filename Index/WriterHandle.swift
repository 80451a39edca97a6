// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim
import PassageModel

/// Owns one generation open for writing.
///
/// It cannot be copied, so it is closed exactly once; what was not committed by then is discarded.
struct WriterHandle: ~Copyable {
  /// Nil once closed.
  private var raw: OpaquePointer?

  /// Opens the database in the folder `path`, or makes it.
  init(path: String, creating: Bool) throws(IndexError) {
    var opened: OpaquePointer?
    try check { xsh_writer_open(path, creating, &opened, &$0) }
    raw = try handle(opened)
  }

  deinit { xsh_writer_close(raw) }

  mutating func close() {
    xsh_writer_close(raw)
    raw = nil
  }

  private func open() throws(IndexError) -> OpaquePointer {
    guard let raw else {
      throw IndexError(code: .engine, message: "the index was closed before this call")
    }
    return raw
  }

  func begin() throws(IndexError) {
    let raw = try open()
    try check { xsh_writer_begin(raw, &$0) }
  }

  func commit() throws(IndexError) {
    let raw = try open()
    try check { xsh_writer_commit(raw, &$0) }
  }

  func cancel() throws(IndexError) {
    let raw = try open()
    try check { xsh_writer_cancel(raw, &$0) }
  }

  func add(_ analyzed: AnalyzedPassage, of number: DocumentNumber) throws(IndexError) {
    let raw = try open()
    let data = PassageRecord.encode(analyzed.passage, language: analyzed.language)
    let occurrences = analyzed.occurrences.map { term in
      xsh_occurrence_t(
        offset: term.offset,
        byte_count: term.byteCount,
        wdf: term.wdf,
        position: term.position
      )
    }
    try data.withShimBytes { (data, dataLength) throws(IndexError) in
      try analyzed.termBytes.withShimBytes { (terms, termsLength) throws(IndexError) in
        try occurrences.withUnsafeBufferPointer { (occurrences) throws(IndexError) in
          var passage = xsh_new_passage_t(
            document_number: number.rawValue,
            data: data,
            data_length: dataLength,
            terms: terms,
            terms_length: termsLength,
            occurrences: occurrences.baseAddress,
            occurrence_count: occurrences.count
          )
          try check { xsh_writer_add_passage(raw, &passage, &$0) }
        }
      }
    }
  }

  func removePassages(of number: DocumentNumber) throws(IndexError) {
    let raw = try open()
    try check { xsh_writer_remove_passages(raw, number.rawValue, &$0) }
  }

  /// Adds the words that the vocabulary takes.
  func addWords(_ words: [String]) throws(IndexError) {
    let raw = try open()
    var joined: [UInt8] = []
    var lengths: [UInt8] = []
    for word in words {
      let length = word.utf8.count
      guard (1...IndexSchema.maximumWordByteCount).contains(length) else { continue }
      joined += word.utf8
      lengths.append(UInt8(length))
    }
    try joined.withShimBytes { (start, length) throws(IndexError) in
      try lengths.withUnsafeBufferPointer { (lengths) throws(IndexError) in
        try check {
          xsh_writer_add_words(raw, start, length, lengths.baseAddress, lengths.count, &$0)
        }
      }
    }
  }

  /// Sets `key`; an empty value removes it.
  func setMetadata(_ key: String, to value: [UInt8]) throws(IndexError) {
    let raw = try open()
    try key.withShimBytes { (key, keyLength) throws(IndexError) in
      try value.withShimBytes { (value, valueLength) throws(IndexError) in
        try check { xsh_writer_set_metadata(raw, key, keyLength, value, valueLength, &$0) }
      }
    }
  }

  /// The value of `key` with all uncommitted changes, empty if there is none.
  func metadata(of key: String) throws(IndexError) -> [UInt8] {
    let raw = try open()
    return try key.withShimBytes { (start, length) throws(IndexError) in
      var value: UnsafePointer<CChar>?
      var count = 0
      try check { xsh_writer_get_metadata(raw, start, length, &value, &count, &$0) }
      return bytes(value, count)
    }
  }

  /// The metadata whose keys begin with `prefix`, with all uncommitted changes.
  func metadata(prefix: String) throws(IndexError) -> [(key: String, value: [UInt8])] {
    try metadata(prefix: prefix, withValues: true)
  }

  /// The keys that begin with `prefix`, with all uncommitted changes.
  func metadataKeys(prefix: String) throws(IndexError) -> [String] {
    try metadata(prefix: prefix, withValues: false).map(\.key)
  }

  private func metadata(
    prefix: String,
    withValues: Bool
  ) throws(IndexError) -> [(key: String, value: [UInt8])] {
    let raw = try open()
    return try prefix.withShimBytes { (start, length) throws(IndexError) in
      var list: OpaquePointer?
      try check { xsh_writer_list_metadata(raw, start, length, withValues, &list, &$0) }
      return PassageIndex.metadata(takingOwnershipOf: try handle(list))
    }
  }
}
