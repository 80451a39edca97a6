// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// The passages of one page of results, best first.
struct CandidatePage {
  let candidates: [Candidate]
  let matches: MatchCounts
  /// How many hits each document has, if that was asked for.
  let documentCounts: [DocumentNumber: Int]
  /// Whether `documentCounts` takes in all hits there are.
  let isCounted: Bool
  /// What a user has to know of it, a sentence each.
  var notes: [String] = []
}

/// Finds the hits of one page.
struct PageFinder {
  private let plan: QueryPlan
  private let weights: WordWeights
  private let examiner: PassageExaminer
  private let reader: IndexReader

  /// How many matches of a long query are weighed before their number may be an estimate: to weigh
  /// all would cost most of the time.
  private static let leastWeighedCount = 1000
  /// How many passages are read at once while they are checked.
  private static let firstCheckedCount = 100
  /// How many passages are checked in order to count the hits of each document.
  static let maximumCountedCount = 20_000

  init(
    _ plan: QueryPlan,
    _ weights: WordWeights,
    _ examiner: PassageExaminer,
    _ reader: IndexReader
  ) {
    self.plan = plan
    self.weights = weights
    self.examiner = examiner
    self.reader = reader
  }

  /// The hits that `request` asks for.
  func page(_ request: SearchRequest) throws(IndexError) -> CandidatePage {
    if !plan.checksPassages, request.perDocument == nil, request.offset >= RankedStream.depth {
      return try farPage(request)
    }
    let end = request.offset + request.limit
    var stream = RankedStream(
      plan,
      candidates(
        from: 0,
        firstBatchCount: plan.checksPassages
          ? Self.firstCheckedCount : max(end, RankedStream.depth),
        countsDocuments: request.perDocument != nil
          || !plan.checksPassages && !request.facets.isEmpty
      ),
      quota: DocumentQuota(request.perDocument),
      examiner: examiner,
      weights: weights
    )
    var kept: [Candidate] = []
    var rank = 0
    while rank < end, let candidate = try stream.next() {
      if rank >= request.offset { kept.append(candidate) }
      rank += 1
    }
    if plan.checksPassages, !request.facets.isEmpty {
      try stream.count(upTo: Self.maximumCountedCount)
    }
    var page = CandidatePage(
      candidates: kept,
      matches: stream.matches,
      documentCounts: stream.documentCounts,
      isCounted: !plan.checksPassages || stream.isAtEnd
    )
    if stream.isGivenUp, kept.count < request.limit {
      page.notes.append(
        "There may be more: the search ended after \(RankedStream.maximumMissCount) passages that were none."
      )
    }
    return page
  }

  /// A page behind those passages that are looked at more closely, when all are hits.
  private func farPage(_ request: SearchRequest) throws(IndexError) -> CandidatePage {
    var stream = candidates(
      from: request.offset,
      firstBatchCount: request.limit,
      countsDocuments: !request.facets.isEmpty
    )
    var kept: [Candidate] = []
    while kept.count < request.limit, let stored = try stream.next() {
      kept.append(Candidate(examined: try examiner.examine(stored)))
    }
    return CandidatePage(
      candidates: kept,
      matches: stream.matches,
      documentCounts: stream.documentCounts,
      isCounted: true
    )
  }

  private func candidates(
    from first: Int,
    firstBatchCount: Int,
    countsDocuments: Bool = false
  ) -> CandidateStream {
    CandidateStream(
      plan.engineQuery,
      of: reader,
      first: first,
      firstBatchCount: firstBatchCount,
      // Where Xapian 1.4.22 may leave out what cannot reach the page, it adds the weights of phrases
      // wrongly: they come to depend on the order of the docids (seen on two indexes of the same
      // documents).
      checkAtLeast: plan.ranked.verbatim == nil ? Self.leastWeighedCount : reader.passageCount,
      countsDocuments: countsDocuments
    )
  }
}
