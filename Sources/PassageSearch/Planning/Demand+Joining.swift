// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

extension Demand {
  /// Each of several demands; nil of none.
  static func all(of demands: [Demand]) -> Demand? {
    var documents: Set<DocumentNumber>?
    var excluded: Set<DocumentNumber> = []
    var others: [Demand] = []
    for demand in demands {
      switch demand {
      case .document(let numbers): documents = documents?.intersection(numbers) ?? numbers
      case .not(.document(let numbers)): excluded.formUnion(numbers)
      default: others.append(demand)
      }
    }
    if let known = documents { documents = known.subtracting(excluded) }
    let hasExclusion = demands.contains { if case .not(.document) = $0 { true } else { false } }
    let ofDocuments =
      documents.map { Demand.document($0) } ?? (hasExclusion ? .not(.document(excluded)) : nil)
    return simplified((ofDocuments.map { [$0] } ?? []) + others.withoutDuplicates) { .all($0) }
  }

  /// At least one of several demands; nil of none.
  ///
  /// The engine looks at every passage for each set of documents, so sets are joined.
  static func any(of demands: [Demand]) -> Demand? {
    var documents: Set<DocumentNumber>?
    var labels: [DocumentNumber: Set<String>]?
    var others: [Demand] = []
    for demand in demands {
      switch demand {
      case .document(let numbers): documents = documents?.union(numbers) ?? numbers
      case .leaning(let more): labels = labels?.merging(more) { $0.union($1) } ?? more
      default: others.append(demand)
      }
    }
    let joined: [Demand?] = [documents.map { .document($0) }, labels.map { .leaning($0) }]
    return simplified(joined.compactMap(\.self) + others.withoutDuplicates) { .any($0) }
  }

  private static func simplified(_ demands: [Demand], _ join: ([Demand]) -> Demand) -> Demand? {
    demands.count > 1 ? join(demands) : demands.first
  }
}
