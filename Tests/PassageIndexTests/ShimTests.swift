// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Shim` {
  /// The status of a call and what it says.
  private func outcome(_ call: (inout OpaquePointer?) -> xsh_status_t) -> (xsh_status_t, String) {
    var error: OpaquePointer?
    let status = call(&error)
    defer { xsh_error_destroy(error) }
    return (status, error.map { String(cString: xsh_error_message($0)) } ?? "")
  }

  /// Expects a status. (The compiler crashes on `#expect` around a call that changes variables.)
  private func expect(
    _ expected: xsh_status_t,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ call: (inout OpaquePointer?) -> xsh_status_t
  ) {
    let (status, message) = outcome(call)
    #expect(status == expected, "\(message)", sourceLocation: sourceLocation)
  }

  private func status(_ call: (inout OpaquePointer?) -> xsh_status_t) -> xsh_status_t {
    outcome(call).0
  }

  /// Lends a writer of a new database, within a transaction.
  private func withWriter(
    _ body: (_ writer: OpaquePointer, _ path: String) throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "database").path
      var opened: OpaquePointer?
      expect(.ok) { xsh_writer_open(path, true, &opened, &$0) }
      let writer = try #require(opened)
      defer { xsh_writer_close(writer) }
      expect(.ok) { xsh_writer_begin(writer, &$0) }
      try body(writer, path)
    }
  }

  private func add(_ terms: [String], to writer: OpaquePointer, document: UInt32 = 1)
    -> xsh_status_t
  {
    let bytes = terms.joined()
    var offset: UInt32 = 0
    var occurrences: [xsh_occurrence_t] = []
    for (index, term) in terms.enumerated() {
      let length = UInt32(term.utf8.count)
      occurrences.append(
        xsh_occurrence_t(
          offset: offset,
          byte_count: UInt16(length),
          wdf: 1,
          position: UInt32(index + 1)
        )
      )
      offset += length
    }
    return occurrences.withUnsafeBufferPointer { occurrences in
      bytes.withCString { start in
        String(repeating: "data", count: 500).withCString { data in
          var passage = xsh_new_passage_t(
            document_number: document,
            data: data,
            data_length: 2_000,
            terms: start,
            terms_length: bytes.utf8.count,
            occurrences: occurrences.baseAddress,
            occurrence_count: occurrences.count
          )
          return status { xsh_writer_add_passage(writer, &passage, &$0) }
        }
      }
    }
  }

  private func search(_ nodes: [xsh_node_t], terms: String = "a", in path: String) -> xsh_status_t {
    var opened: OpaquePointer?
    guard status({ xsh_reader_open(path, &opened, &$0) }) == .ok, let reader = opened else {
      return .engine
    }
    defer { xsh_reader_close(reader) }
    var page: OpaquePointer?
    defer { xsh_page_destroy(page) }
    return terms.withCString { start in
      nodes.withUnsafeBufferPointer { nodes in
        var search = xsh_search_t(
          nodes: nodes.baseAddress,
          node_count: nodes.count,
          terms: start,
          terms_length: terms.utf8.count,
          first: 0,
          limit: 10,
          check_at_least: 0,
          counts_documents: false,
          k1: 1,
          b: 0.5,
          minimum_normalized_length: 0.5
        )
        return status { xsh_reader_search(reader, &search, &page, &$0) }
      }
    }
  }

  private func node(
    _ op: xsh_op_t,
    _ children: UInt32 = 0,
    number: Double = 0,
    offset: UInt32 = 0,
    length: UInt32 = 0
  ) -> xsh_node_t {
    xsh_node_t(
      op: op,
      child_count: children,
      term_offset: offset,
      term_length: length,
      number: number
    )
  }

  private var term: xsh_node_t { node(.term, number: 1, length: 1) }

  @Test
  func `a stem is lent until the next call`() throws {
    var created: OpaquePointer?
    expect(.ok) { xsh_stemmer_create("en", &created, &$0) }
    let stemmer = try #require(created)
    defer { xsh_stemmer_destroy(stemmer) }
    for (word, expected) in [("peaceful", "peac"), ("coexistence", "coexist"), ("", "")] {
      var stem: UnsafePointer<CChar>?
      var length = 0
      expect(.ok) { xsh_stemmer_stem(stemmer, word, word.utf8.count, &stem, &length, &$0) }
      let bytes = UnsafeRawBufferPointer(start: stem, count: length)
      #expect(String(decoding: bytes, as: UTF8.self) == expected)
    }
  }

  @Test
  func `a language without a stemmer is an invalid argument with a message`() {
    var stemmer: OpaquePointer?
    let (status, message) = outcome { xsh_stemmer_create("xx", &stemmer, &$0) }
    #expect(status == .invalidArgument)
    #expect(message.contains("xx"))
    #expect(stemmer == nil)
  }

  @Test
  func `nobody has to take the error, and NULL may be freed`() {
    var stemmer: OpaquePointer?
    #expect(xsh_stemmer_create("xx", &stemmer, nil) == .invalidArgument)
    xsh_stemmer_destroy(nil)
    xsh_reader_close(nil)
    xsh_writer_close(nil)
    xsh_page_destroy(nil)
    xsh_list_destroy(nil)
    xsh_error_destroy(nil)
  }

  @Test
  func `a missing folder is not found`() {
    var reader: OpaquePointer?
    expect(.notFound) { xsh_reader_open("/nonexistent/x", &reader, &$0) }
    #expect(reader == nil)
    var writer: OpaquePointer?
    expect(.notFound) { xsh_writer_open("/nonexistent/x", false, &writer, &$0) }
  }

  @Test
  func `a path that is a file and a garbage stub cannot be opened`() async throws {
    try await withTemporaryFolder { folder in
      try write("no database\n", to: "file", in: folder)
      try write("\u{1}garbage\n", to: "stub/XAPIANDB", in: folder)
      for name in ["file", "stub"] {
        var reader: OpaquePointer?
        let found = status {
          xsh_reader_open(folder.appending(path: name).path, &reader, &$0)
        }
        #expect(found == .cannotOpen, "\(name)")
        xsh_reader_close(reader)
      }
    }
  }

  @Test
  func `a second writer is locked out`() async throws {
    try await withWriter { _, path in
      var second: OpaquePointer?
      expect(.locked) { xsh_writer_open(path, false, &second, &$0) }
    }
  }

  @Test(arguments: [
    (245, 0, true), (246, 0, false), (244, 1, true), (245, 1, false), (0, 0, false),
  ])
  func `a term has 245 bytes at most, zero bytes counting twice`(
    length: Int,
    zeros: Int,
    fits: Bool
  ) async throws {
    try await withWriter { writer, _ in
      var bytes = [UInt8](repeating: 97, count: length)
      for index in 0..<zeros { bytes[index] = 0 }
      let occurrence = [
        xsh_occurrence_t(offset: 0, byte_count: UInt16(length), wdf: 1, position: 1)
      ]
      bytes.append(0)
      let result = bytes.withUnsafeBytes { buffer in
        occurrence.withUnsafeBufferPointer { occurrences in
          let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress
          return start.map { start in
            var passage = xsh_new_passage_t(
              document_number: 1,
              data: start,
              data_length: 0,
              terms: start,
              terms_length: length,
              occurrences: occurrences.baseAddress,
              occurrence_count: 1
            )
            return status { xsh_writer_add_passage(writer, &passage, &$0) }
          }
        }
      }
      #expect(result == (fits ? .ok : .invalidArgument))
      expect(.ok) { xsh_writer_commit(writer, &$0) }
    }
  }

  @Test
  func `nothing is changed outside a transaction`() async throws {
    try await withWriter { writer, _ in
      expect(.invalidArgument) { xsh_writer_begin(writer, &$0) }
      expect(.ok) { xsh_writer_cancel(writer, &$0) }
      #expect(add(["a"], to: writer) == .invalidArgument)
      expect(.invalidArgument) { xsh_writer_remove_passages(writer, 1, &$0) }
      expect(.invalidArgument) { xsh_writer_set_metadata(writer, "k", 1, "v", 1, &$0) }
      expect(.invalidArgument) { xsh_writer_add_words(writer, "a", 1, [1], 1, &$0) }
      expect(.invalidArgument) { xsh_writer_cancel(writer, &$0) }
      expect(.invalidArgument) { xsh_writer_commit(writer, &$0) }
    }
  }

  @Test
  func `metadata keys that are empty or too long are invalid`() async throws {
    try await withWriter { writer, _ in
      let key = String(repeating: "k", count: 246)
      expect(.invalidArgument) { xsh_writer_set_metadata(writer, "", 0, "v", 1, &$0) }
      expect(.invalidArgument) { xsh_writer_set_metadata(writer, key, 246, "v", 1, &$0) }
      expect(.ok) { xsh_writer_set_metadata(writer, key, 245, "v", 1, &$0) }
      expect(.ok) { xsh_writer_commit(writer, &$0) }
    }
  }

  @Test(arguments: [[0], [65], [2], [1, 1], []] as [[UInt8]])
  func `lengths of words that do not fit the bytes are invalid`(lengths: [UInt8]) async throws {
    try await withWriter { writer, _ in
      let found = status { xsh_writer_add_words(writer, "a", 1, lengths, lengths.count, &$0) }
      #expect(found == .invalidArgument)
    }
  }

  @Test
  func `malformed queries are invalid arguments`() async throws {
    try await withWriter { writer, path in
      #expect(add(["a"], to: writer) == .ok)
      expect(.ok) { xsh_writer_commit(writer, &$0) }
      let deep = [term] + Array(repeating: node(.scaled, 1, number: 1), count: 500)
      let malformed: [[xsh_node_t]] = [
        [],
        [term, term],
        [node(.any, 1)],
        [term, node(.any, .max)],
        [term, node(.excluding, 1)],
        [term, node(.nothing, 1)],
        [term, node(.scaled, 1, number: -1)],
        [term, node(.scaled, 1, number: .nan)],
        [term, node(.scaled, 1, number: .infinity)],
        [node(.term, number: 1)],
        [node(.term, number: 0, length: 1)],
        [node(.term, number: 1, length: 2)],
        [node(.term, number: 1, offset: .max, length: .max)],
        [term, node(.any, 1), node(.phrase, 1, number: 1)],
        [term, node(.phrase, 1, number: .nan)],
        [node(xsh_op_t(rawValue: 99) ?? .nothing, 0), term, node(.nothing, 1)],
        deep,
      ]
      for nodes in malformed { #expect(search(nodes, in: path) == .invalidArgument, "\(nodes)") }
      #expect(search([term], in: path) == .ok)
      #expect(search(Array(deep.dropLast()), in: path) == .ok)
      #expect(search([node(.nothing)], in: path) == .ok)
      #expect(
        search([node(.all), node(.any), node(.phrase, number: 0), node(.any, 3)], in: path) == .ok
      )
    }
  }

  @Test
  func `an operator of ten thousand terms is one operator`() async throws {
    try await withWriter { writer, path in
      #expect(add(["a"], to: writer) == .ok)
      expect(.ok) { xsh_writer_commit(writer, &$0) }
      let nodes = Array(repeating: term, count: 10_000) + [node(.any, 10_000)]
      #expect(search(nodes, in: path) == .ok)
    }
  }

  @Test
  func `a truncated database is reported, never read past its end`() async throws {
    try await withTemporaryFolder { folder in
      for name in [
        "iamglass", "postlist.glass", "docdata.glass", "termlist.glass", "position.glass",
      ] {
        let path = folder.appending(path: name).path
        var opened: OpaquePointer?
        expect(.ok) { xsh_writer_open(path, true, &opened, &$0) }
        let writer = try #require(opened)
        expect(.ok) { xsh_writer_begin(writer, &$0) }
        #expect(add(["a", "b"], to: writer) == .ok)
        expect(.ok) { xsh_writer_commit(writer, &$0) }
        xsh_writer_close(writer)
        let file = try FileHandle(forUpdating: URL(filePath: "\(path)/\(name)"))
        try file.truncate(atOffset: 7)
        try file.close()

        var reader: OpaquePointer?
        var found = status { xsh_reader_open(path, &reader, &$0) }
        if let reader {
          var page: OpaquePointer?
          found = status { xsh_reader_walk(reader, "", 0, 0, 10, true, &page, &$0) }
          xsh_page_destroy(page)
        }
        xsh_reader_close(reader)
        #expect(found != .ok, "\(name)")
        var count = 0
        var lines: OpaquePointer?
        let checked = status { xsh_check(path, &count, &lines, &$0) }
        #expect(checked != .ok || count > 0, "\(name)")
        xsh_list_destroy(lines)
      }
    }
  }

  @Test
  func `a folder that cannot be made is an error of the system`() async throws {
    try await withTemporaryFolder { folder in
      try write("text", to: "file", in: folder)
      var writer: OpaquePointer?
      let path = folder.appending(path: "file/database").path
      expect(.inputOutput) { xsh_writer_open(path, true, &writer, &$0) }
    }
  }

  @Test(arguments: [(14, xsh_status_t.version), (3, .corrupt)])
  func `a changed byte in the head of a database is told by its meaning`(
    offset: Int,
    expected: xsh_status_t
  ) async throws {
    try await withWriter { writer, path in
      expect(.ok) { xsh_writer_commit(writer, &$0) }
      let file = URL(filePath: "\(path)/iamglass")
      var head = try Data(contentsOf: file)
      head[offset] ^= 0x55
      try head.write(to: file)
      var reader: OpaquePointer?
      expect(expected) { xsh_reader_open(path, &reader, &$0) }
    }
  }

  @Test
  func `two later commits lose the revision`() async throws {
    try await withWriter { writer, path in
      func commit(_ round: Int) {
        for document in 1...200 as ClosedRange<UInt32> {
          _ = xsh_writer_remove_passages(writer, document, nil)
          // Enough terms that the tables have more blocks than a reader keeps at hand.
          let terms = (0..<30).map { "term\(document)x\($0)y\(round)" }
          _ = add(terms, to: writer, document: document)
        }
        expect(.ok) { xsh_writer_commit(writer, &$0) }
        expect(.ok) { xsh_writer_begin(writer, &$0) }
      }
      commit(0)
      var opened: OpaquePointer?
      expect(.ok) { xsh_reader_open(path, &opened, &$0) }
      let reader = try #require(opened)
      defer { xsh_reader_close(reader) }
      for round in 1...4 { commit(round) }
      var page: OpaquePointer?
      let found = status { xsh_reader_walk(reader, "", 0, 0, 1_000, true, &page, &$0) }
      #expect(found == .revisionLost)
      xsh_page_destroy(page)
    }
  }
}
