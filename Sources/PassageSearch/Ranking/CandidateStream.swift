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
  private var batch: ArraySlice<StoredPassage> = []
  private var batchCount: Int
  /// How many of the best were asked for so far.
  private var askedCount: Int
  private var isAtEnd = false
  /// How many passages the engine finds in all.
  private(set) var matches = MatchCounts(lower: 0, estimated: 0, upper: 0)

  private static let maximumBatchCount = 10_000

  /// BM25 with parameters that Documentation/ranking.md compares with others.
  static let weighting = Weighting(k1: 1.2, b: 0.5, minimumNormalizedLength: 0.3)

  /// Begins behind the `first` best; the first batch has so many passages.
  init(
    _ query: EngineQuery,
    of reader: IndexReader,
    first: Int = 0,
    firstBatchCount: Int,
    checkAtLeast: Int
  ) {
    self.reader = reader
    self.query = query
    self.checkAtLeast = checkAtLeast
    askedCount = first
    batchCount = firstBatchCount
  }

  /// The next passage; nil if there are no more.
  mutating func next() throws(IndexError) -> StoredPassage? {
    if batch.isEmpty, !isAtEnd { try ask() }
    return batch.popFirst()
  }

  private mutating func ask() throws(IndexError) {
    let page = try reader.search(
      query,
      first: askedCount,
      limit: batchCount,
      checkAtLeast: max(checkAtLeast, askedCount + batchCount),
      weighting: Self.weighting
    )
    matches = page.matches
    batch = page.passages[...]
    isAtEnd = page.passages.count < batchCount
    askedCount += batchCount
    batchCount = min(batchCount * 2, Self.maximumBatchCount)
  }
}
