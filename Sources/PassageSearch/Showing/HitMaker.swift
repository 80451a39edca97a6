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
  private var sidecars: SidecarFinder

  init(
    _ plan: QueryPlan,
    weights: WordWeights,
    examiner: PassageExaminer,
    reader: IndexReader,
    explainer: Explainer?
  ) throws(IndexError) {
    self.plan = plan
    self.weights = weights
    self.examiner = examiner
    folders = try reader.folders()
    sidecars = SidecarFinder(reader: reader)
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
      document: SourceDocument(record, root: folders[record.folder] ?? []),
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
      citations: try citations(of: passage, in: record),
      explanation: try explainer?.explanation(of: candidate)
    )
  }

  private mutating func citations(
    of passage: Passage,
    in record: DocumentRecord
  ) throws(IndexError) -> [Citation] {
    // Most passages have no markers, and then nothing is looked up.
    guard !passage.markers.isEmpty else { return [] }
    return passage.markers.map(try entries(of: record).citation)
  }

  /// The entries of a document, by which its markers are led.
  private mutating func entries(
    of record: DocumentRecord
  ) throws(IndexError) -> ReferenceLookup {
    if let known = entries[record.number] { return known }
    let lookup = ReferenceLookup(record.references, sidecars: try sidecars.sidecars(of: record))
    entries[record.number] = lookup
    return lookup
  }
}
