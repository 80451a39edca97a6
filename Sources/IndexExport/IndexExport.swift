// SPDX-License-Identifier: GPL-3.0-or-later

internal import Digests
internal import PassageIndex
internal import PassageModel
internal import ResultPrinting

/// Writes out all that an index holds, so that two indexes can be compared by `diff`.
///
/// Nothing in it depends on how the index came to be: no numbers of documents, inodes, times of
/// indexing or revisions.
package struct IndexExport {
  private let reader: IndexReader
  private let documents: [DocumentNumber: DocumentRecord]

  /// Where a passage is to be written, and where it is to be found.
  private struct Place {
    let document: DocumentNumber
    let ordinal: Int
    let id: EngineDocID
  }

  /// Passes on the export of the index at `path`, JSON line by JSON line, without line feeds.
  ///
  /// The documents are sorted by folder and the bytes of their paths, each with its passages in
  /// order. Passages that belong to no document come first.
  package static func lines(
    of path: String,
    to receive: (String) throws -> Void
  ) throws {
    // Whole lines may have been passed on when a revision is lost, so there is no second try here:
    // the caller is told to repeat.
    let export = try IndexExport(reader: IndexReader(path: path))
    try export.write(receive)
  }

  private init(reader: IndexReader) throws {
    self.reader = reader
    documents = Dictionary(uniqueKeysWithValues: try reader.documents().map { ($0.number, $0) })
  }

  private func write(_ receive: (String) throws -> Void) throws {
    let places = Dictionary(grouping: try walk(), by: \.document)
    for (number, stray) in places.sorted(by: { $0.key < $1.key }) where documents[number] == nil {
      try write(stray, of: nil, receive)
    }
    let sorted = documents.values.sorted {
      ($0.folder, $0.path) < ($1.folder, $1.path)
    }
    for record in sorted {
      try receive(line(ExportedLine(document: ExportedDocument(record))))
      try write(places[record.number] ?? [], of: record, receive)
    }
  }

  /// Every passage the engine holds, whether a record knows of it or not.
  private func walk() throws -> [Place] {
    var places: [Place] = []
    var last = EngineDocID(0)
    while true {
      let batch = try reader.passages(after: last, limit: 1_000, withPostings: false)
      guard let end = batch.last else { return places }
      places += batch.map { Place(document: $0.document, ordinal: $0.passage.ordinal, id: $0.id) }
      last = end.id
    }
  }

  private func write(
    _ places: [Place],
    of record: DocumentRecord?,
    _ receive: (String) throws -> Void
  ) throws {
    for place in places.sorted(by: { ($0.ordinal, $0.id) < ($1.ordinal, $1.id) }) {
      let before = EngineDocID(place.id.rawValue - 1)
      let found = try reader.passages(after: before, limit: 1, withPostings: true)
      guard let stored = found.first else { continue }
      try receive(line(ExportedLine(passage: ExportedPassage(stored, record))))
    }
  }

  private func line(_ value: ExportedLine) throws -> String {
    try JSONLine.encode(value)
  }
}
