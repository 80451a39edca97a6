// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// Adds up how many passages have which type, folder, language or document.
struct FacetMaker {
  private let documents: [(record: DocumentRecord, count: Int)]

  /// So many documents are told, those that have most of the passages; types, folders and languages
  /// are few.
  private static let maximumDocumentCount = 20

  /// Takes the number of passages that match in each document.
  init(_ counts: [DocumentNumber: Int], examiner: PassageExaminer) throws(IndexError) {
    var documents: [(record: DocumentRecord, count: Int)] = []
    for (number, count) in counts where count > 0 {
      if let record = try examiner.record(number) { documents.append((record, count)) }
    }
    self.documents = documents
  }

  /// The facets of these kinds.
  func facets(_ kinds: [FacetKind]) -> [Facet] { kinds.map(facet) }

  private func facet(_ kind: FacetKind) -> Facet {
    guard kind != .document else {
      let sorted = sort(documents.map { Facet.Value(value(of: $0.record, kind), count: $0.count) })
      return Facet(
        kind,
        values: Array(sorted.prefix(Self.maximumDocumentCount)),
        omittedCount: max(0, sorted.count - Self.maximumDocumentCount)
      )
    }
    var counts: [String: Int] = [:]
    for (record, count) in documents { counts[value(of: record, kind), default: 0] += count }
    return Facet(kind, values: sort(counts.map { Facet.Value($0.key, count: $0.value) }))
  }

  private func value(of record: DocumentRecord, _ kind: FacetKind) -> String {
    switch kind {
    case .type: record.mediaType
    case .folder: record.folder
    case .lang: record.language ?? "und"
    case .document: "\(record.folder)/\(record.path)"
    }
  }

  private func sort(_ values: [Facet.Value]) -> [Facet.Value] {
    values.sorted { ($1.count, $0.name) < ($0.count, $1.name) }
  }
}
