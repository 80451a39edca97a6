// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Adds to passages what their documents' records say: place, title, references.
struct HitMaker {
  private let reader: IndexReader
  private let folders: [String: [UInt8]]
  /// Hits often share a document.
  private var records: [DocumentNumber: DocumentRecord] = [:]
  private var entries: [DocumentNumber: ReferenceLookup] = [:]

  init(reader: IndexReader) throws(IndexError) {
    self.reader = reader
    folders = try reader.folders()
  }

  /// The hit, or nil if the passage belongs to no document: a defect that `check` reports.
  mutating func hit(_ candidate: Candidate, rank: Int) throws(IndexError) -> Hit? {
    guard let record = try record(candidate.stored.document) else { return nil }
    let passage = candidate.stored.passage
    return Hit(
      rank: rank,
      weight: candidate.stored.weight,
      document: document(record),
      passage: passage,
      anchor: CitationAnchor(
        folder: record.folder,
        path: record.path,
        characters: passage.range.characters,
        documentLength: record.length.characters
      ),
      highlights: candidate.matches.highlights,
      snippet: SnippetMaker.snippet(of: passage, matches: candidate.matches),
      citations: passage.markers.map(entries(of: record).citation)
    )
  }

  /// The entries of a document, by which its markers are led.
  private mutating func entries(of record: DocumentRecord) -> ReferenceLookup {
    if let known = entries[record.number] { return known }
    let lookup = ReferenceLookup(record.references)
    entries[record.number] = lookup
    return lookup
  }

  private mutating func record(_ number: DocumentNumber) throws(IndexError) -> DocumentRecord? {
    if let known = records[number] { return known }
    let record = try reader.document(number)
    records[number] = record
    return record
  }

  private func document(_ record: DocumentRecord) -> SourceDocument {
    let root = folders[record.folder] ?? []
    return SourceDocument(
      folder: record.folder,
      path: record.path,
      uri: "file://" + PercentEncoding.encode(root + [UInt8(ascii: "/")] + record.path.bytes),
      title: record.title,
      authors: record.authors,
      mediaType: record.mediaType,
      language: record.language,
      modified: record.checkpoint.modified,
      digest: record.digest,
      length: record.length,
      passageCount: record.passageCount
    )
  }
}
