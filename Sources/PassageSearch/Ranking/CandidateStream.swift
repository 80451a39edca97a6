// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// The passages that the engine finds for a plan, best first, one after the other.
///
/// The engine ranks all over again for each batch, so batches grow.
struct CandidateStream {
  private let reader: IndexReader
  private let query: EngineQuery
  private let checkAtLeast: Int
  let countsDocuments: Bool
  private var batch: ArraySlice<StoredPassage> = []
  private var batchCount: Int
  /// How many of the best were asked for so far.
  private var askedCount: Int
  private var isAtEnd = false
  /// How many passages the engine finds in all.
  private(set) var matches = MatchCounts(lower: 0, estimated: 0, upper: 0)
  /// How many passages of each document the engine finds, exactly; empty unless asked for.
  private(set) var documentCounts: [DocumentNumber: Int] = [:]

  private static let maximumBatchCount = 10_000

  /// BM25 with parameters that Documentation/ranking.md compares with others.
  static let weighting = Weighting(k1: 1.2, b: 0.5, minimumNormalizedLength: 0.3)

  /// Begins behind the `first` best; the first batch has so many passages, if
  /// that is not too many.
  ///
  /// With `countsDocuments` the passages of each document are counted, for which the engine has to
  /// look at all of them.
  init(
    _ query: EngineQuery,
    of reader: IndexReader,
    first: Int = 0,
    firstBatchCount: Int,
    checkAtLeast: Int,
    countsDocuments: Bool = false
  ) {
    self.reader = reader
    self.query = query
    self.checkAtLeast = countsDocuments ? reader.passageCount : checkAtLeast
    self.countsDocuments = countsDocuments
    askedCount = first
    batchCount = min(firstBatchCount, Self.maximumBatchCount)
  }

  /// The next passage; nil if there are no more.
  mutating func next() throws(IndexError) -> StoredPassage? {
    if batch.isEmpty, !isAtEnd { try ask() }
    return batch.popFirst()
  }

  /// How many of the passages that the engine finds a quota lets through: exact where documents are
  /// counted, as they have to be where there is a quota.
  func matches(within quota: DocumentQuota) -> MatchCounts {
    guard countsDocuments else { return matches }
    let total = quota.total(of: documentCounts)
    return MatchCounts(lower: total, estimated: total, upper: total)
  }

  private mutating func ask() throws(IndexError) {
    let page = try reader.search(
      query,
      first: askedCount,
      limit: batchCount,
      checkAtLeast: max(checkAtLeast, askedCount + batchCount),
      countsDocuments: countsDocuments && documentCounts.isEmpty,
      weighting: Self.weighting
    )
    matches = page.matches
    if !page.documentCounts.isEmpty { documentCounts = page.documentCounts }
    batch = page.passages[...]
    isAtEnd = page.passages.count < batchCount
    askedCount += batchCount
    batchCount = min(batchCount * 2, Self.maximumBatchCount)
  }
}
