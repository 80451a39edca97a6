// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim
import PassageModel

/// Reads a whole index and says what is wrong with it.
package enum IndexCheck {
  /// Checks the current revision of the index in the folder `path`.
  ///
  /// Reads every block and every record, so it takes as long as reading the files. An index may be
  /// checked while it is written.
  ///
  /// - Returns: what was found, a sentence each; empty if the index is sound.
  package static func run(path: String) throws(IndexError) -> [String] {
    for _ in 0..<attemptCount {
      let before = try? IndexReader(path: path).revision
      let findings: [String]
      do throws(IndexError) {
        findings = try inspect(path)
      } catch {
        guard error.code != .revisionLost else { continue }
        guard error.code == .corrupt else { throw error }
        findings = [error.message]
      }
      // Blocks that are overwritten while they are read look damaged: only what was found in an
      // index that nobody wrote to counts.
      if findings.isEmpty || (try? IndexReader(path: path).revision) == before { return findings }
    }
    throw IndexError(
      code: .revisionLost,
      message: "\(path) is being written too often to be checked"
    )
  }

  private static let attemptCount = 5
  private static let findingLimit = 1_000
  private static let pageSize = 1_000

  private static func inspect(_ path: String) throws(IndexError) -> [String] {
    let reader = try IndexReader(path: path)
    let findings = try inspectEngine(IndexFolder(path: path))
    // What the engine itself finds fault with cannot be read on with any use.
    guard findings.isEmpty else { return findings }
    var inspection = try Inspection(reader)
    try inspection.run()
    guard inspection.findings.count > findingLimit else { return inspection.findings }
    return inspection.findings.prefix(findingLimit) + ["there is more than is listed here"]
  }

  private static func inspectEngine(_ folder: IndexFolder) throws(IndexError) -> [String] {
    guard let generation = try folder.currentGeneration() else { return [] }
    var list: OpaquePointer?
    var errorCount = 0
    try check { xsh_check(folder.path(of: generation), &errorCount, &list, &$0) }
    let lines = metadata(takingOwnershipOf: try handle(list)).map(\.key)
    guard errorCount > 0 else { return [] }
    return ["the engine finds \(errorCount) errors in \(generation.name)"] + lines
  }

  /// The comparison of all passages with all records.
  struct Inspection {
    var findings: [String] = []
    let reader: IndexReader
    private(set) var records: [DocumentNumber: DocumentRecord] = [:]
    /// The passages of each document by value slot, in the engine's order.
    private var passages: [DocumentNumber: [(id: EngineDocID, ordinal: Int?)]] = [:]

    init(_ reader: IndexReader) throws(IndexError) {
      self.reader = reader
      for entry in try reader.metadata(prefix: IndexSchema.Key.documentPrefix) {
        do throws(IndexError) {
          let record = try DocumentRecord(entry)
          records[record.number] = record
        } catch {
          findings.append("\(entry.key): \(error.message)")
        }
      }
    }

    mutating func run() throws(IndexError) {
      var last = EngineDocID(0)
      while true {
        let page = try reader.raw(term: "", after: last, limit: pageSize, withPostings: false)
        guard let end = page.last else { break }
        for passage in page { inspect(passage) }
        last = end.id
      }
      try inspectRecords()
      for number in Set(records.keys).union(passages.keys).sorted() { try inspect(number) }
      try inspectKeysOfGaps()
      for prefix in IndexSchema.Key.lookupPrefixes { try inspectLookups(prefix) }
    }

    /// What records must be to each other and to the rest of the metadata.
    private mutating func inspectRecords() throws(IndexError) {
      let key = IndexSchema.Key.nextDocument
      let next = try IndexMetadata.number(
        try reader.metadata(prefix: key).first?.value ?? [],
        of: key
      )
      var places: [String: DocumentNumber] = [:]
      for record in records.values.sorted(by: { $0.number < $1.number }) {
        let place = "\(record.folder)/\(record.path.percentEncoded)"
        if let other = places.updateValue(record.number, forKey: place) {
          findings.append("documents \(other) and \(record.number) both stand at \(place)")
        }
        if Int(record.number.rawValue) >= next {
          findings.append("document \(record.number) has a number that is still to be given")
        }
      }
    }

    private mutating func inspect(_ raw: RawPassage) {
      var ordinal: Int?
      do throws(IndexError) {
        let (passage, language) = try PassageRecord.decode(raw.data)
        ordinal = passage.ordinal
        inspect(passage, of: raw)
        if let record = records[raw.document], record.language != language {
          findings.append("\(name(raw)) is in another language than its document")
        }
      } catch {
        findings.append("\(name(raw)): \(error.message)")
      }
      passages[raw.document, default: []].append((raw.id, ordinal))
    }

    private mutating func inspect(_ passage: Passage, of raw: RawPassage) {
      let range = passage.range
      let length = TextLength(measuring: passage.text.utf8)
      let measured = (length.bytes, length.characters, length.utf16)
      if measured != (range.bytes.count, range.characters.count, range.utf16.count) {
        findings.append("\(name(raw)) has a range that is not as long as its text")
      }
      guard let whole = records[raw.document]?.length else { return }
      let ranges = [
        (range.bytes, whole.bytes), (range.characters, whole.characters),
        (range.utf16, whole.utf16),
      ]
      if ranges.contains(where: { $0.lowerBound < 0 || $0.upperBound > $1 }) {
        findings.append("\(name(raw)) lies outside its document's text")
      }
    }

    private mutating func inspect(_ number: DocumentNumber) throws(IndexError) {
      let found = passages[number] ?? []
      guard let record = records[number] else {
        findings.append("\(found.count) passages belong to document \(number), which has no record")
        return
      }
      var isWhole = true
      if found.map(\.ordinal) != (0..<max(0, record.passageCount)).map({ $0 + 1 }) {
        findings.append(
          "document \(number) has \(found.count) passages that are not those its record counts, "
            + "1 to \(record.passageCount) in order"
        )
        isWhole = false
      }
      let term = IndexSchema.document.prefix + number.description
      let named = try reader.raw(
        term: term,
        after: EngineDocID(0),
        limit: .max,
        withPostings: false
      )
      if named.map(\.id) != found.map(\.id) {
        findings.append("document \(number) has other passages by its term than by its value slot")
        isWhole = false
      }
      if isWhole { try inspectText(of: record, named) }
    }

    private func name(_ raw: RawPassage) -> String {
      "passage \(raw.id.rawValue) of document \(raw.document)"
    }
  }
}
