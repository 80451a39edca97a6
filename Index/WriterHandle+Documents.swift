// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel

// What is kept of a document beside its passages.
extension WriterHandle {
  /// The record of a document; nil if there is none.
  func document(_ number: DocumentNumber) throws(IndexError) -> DocumentRecord? {
    let key = IndexSchema.Key.document(number)
    let value = try metadata(of: key)
    return value.isEmpty ? nil : try DocumentRecord((key, value))
  }

  /// Puts a record, nil for none, in the place of another of the same document, with all entries by
  /// which the document is found.
  func replaceRecord(
    _ old: DocumentRecord?,
    with new: DocumentRecord?,
    of number: DocumentNumber
  ) throws(IndexError) {
    let stale = old.map { DocumentLookup.keys(of: $0) } ?? []
    let fresh = new.map { DocumentLookup.keys(of: $0) } ?? []
    for key in stale.subtracting(fresh) { try setMetadata(key, to: []) }
    for key in fresh.subtracting(stale) { try setMetadata(key, to: IndexMetadata.yes) }
    try setMetadata(IndexSchema.Key.document(number), to: new?.encoded ?? [])
  }

  /// Removes a document's passages and all that lies between them.
  func removeText(of number: DocumentNumber) throws(IndexError) {
    try removePassages(of: number)
    for key in try metadataKeys(prefix: IndexSchema.Key.gaps(of: number)) {
      try setMetadata(key, to: [])
    }
  }

  /// Adds what lies between a document's passages, of which nothing must be there.
  func addGaps(_ gaps: DocumentGaps, of number: DocumentNumber) throws(IndexError) {
    let starts = stride(from: 0, to: gaps.utf8.count, by: Self.pieceByteCount)
    for (piece, start) in starts.enumerated() {
      let end = min(start + Self.pieceByteCount, gaps.utf8.count)
      let key = IndexSchema.Key.gaps(of: number, piece: piece)
      try setMetadata(key, to: Array(gaps.utf8[start..<end]))
    }
  }

  /// Values of more than about 130 MB the engine refuses, and a reference list can be as long.
  private static var pieceByteCount: Int { 1 << 20 }
}
