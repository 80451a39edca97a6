// SPDX-License-Identifier: GPL-3.0-or-later

// Benchmarks use what else is in this module, and are built without the testing library.
#if canImport(Testing)

  package import CXapianShim
  import Testing

  /// Runs `body` within a transaction on a generation, past all that the index makes sure of.
  package func withRawWriter(
    of path: String,
    generation: String = "generation-000001",
    _ body: (OpaquePointer) -> xsh_status_t
  ) throws {
    var opened: OpaquePointer?
    var status = xsh_writer_open("\(path)/\(generation)", false, &opened, nil)
    // A process that another test is starting holds all locks until it runs: the test's time limit
    // ends this if it is another one.
    while status == .locked {
      status = xsh_writer_open("\(path)/\(generation)", false, &opened, nil)
    }
    try #require(status == .ok)
    let writer = try #require(opened)
    defer { xsh_writer_close(writer) }
    try #require(xsh_writer_begin(writer, nil) == .ok)
    try #require(body(writer) == .ok)
    try #require(xsh_writer_commit(writer, nil) == .ok)
  }

  /// Sets a key of the metadata of an index, past all that the index makes sure of.
  package func setMetadata(_ key: String, to value: String, in path: String) throws {
    try withRawWriter(of: path) { writer in
      xsh_writer_set_metadata(writer, key, key.utf8.count, value, value.utf8.count, nil)
    }
  }

  /// Adds a passage with a record of `data` and no terms.
  package func addRawPassage(of document: UInt32, data: [UInt8], in path: String) throws {
    try withRawWriter(of: path) { writer in
      data.withUnsafeBytes { buffer in
        guard let start = buffer.assumingMemoryBound(to: CChar.self).baseAddress else {
          return .invalidArgument
        }
        var passage = xsh_new_passage_t(
          document_number: document,
          data: start,
          data_length: buffer.count,
          terms: start,
          terms_length: 0,
          occurrences: nil,
          occurrence_count: 0
        )
        return xsh_writer_add_passage(writer, &passage, nil)
      }
    }
  }

#endif
