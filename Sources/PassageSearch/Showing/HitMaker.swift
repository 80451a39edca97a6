// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Adds to passages what their documents' records say: place, title, references.
struct HitMaker {
  private let plan: QueryPlan
  private let weights: WordWeights
  private let examiner: PassageExaminer
  private let folders: [String: [UInt8]]
  private let explainer: Explainer?
  /// Hits often share a document.
  private var entries: [DocumentNumber: ReferenceLookup] = [:]

  init(
    _ plan: QueryPlan,
    weights: WordWeights,
    examiner: PassageExaminer,
    folders: [String: [UInt8]],
    explainer: Explainer?
  ) {
    self.plan = plan
    self.weights = weights
    self.examiner = examiner
    self.folders = folders
    self.explainer = explainer
  }

  /// The hit, or nil if the passage belongs to no document: a defect that `check` reports.
  mutating func hit(_ candidate: Candidate, rank: Int) throws(IndexError) -> Hit? {
    let stored = candidate.examined.stored
    guard let record = try examiner.record(stored.document) else { return nil }
    let passage = stored.passage
    let matches = TextMatches(of: plan, weights: weights.words, in: candidate.examined)
    return Hit(
      rank: rank,
      weight: candidate.weight,
      document: document(record),
      passage: passage,
      anchor: CitationAnchor(
        folder: record.folder,
        path: record.path,
        position: .characters(AnchorSpan(passage.range.characters)),
        length: record.length.characters,
        encoding: "UTF-8"
      ),
      highlights: matches.highlights,
      snippet: SnippetMaker.snippet(of: passage, matches: matches),
      citations: passage.markers.map(entries(of: record).citation),
      explanation: try explainer?.explanation(of: candidate)
    )
  }

  /// The entries of a document, by which its markers are led.
  private mutating func entries(of record: DocumentRecord) -> ReferenceLookup {
    if let known = entries[record.number] { return known }
    let lookup = ReferenceLookup(record.references)
    entries[record.number] = lookup
    return lookup
  }

  private func document(_ record: DocumentRecord) -> SourceDocument {
    let root = folders[record.folder] ?? []
    return SourceDocument(
      record,
      uri: "file://" + PercentEncoding.encode(root + [UInt8(ascii: "/")] + record.path.bytes)
    )
  }
}

extension SourceDocument {
  /// What a record says, for those who are shown its document.
  init(_ record: DocumentRecord, uri: String) {
    self.init(
      folder: record.folder,
      path: record.path,
      uri: uri,
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
