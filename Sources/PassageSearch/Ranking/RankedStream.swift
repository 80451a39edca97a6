// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// A passage that is a hit, with what speaks for it.
struct Candidate {
  let examined: ExaminedPassage
  /// Nil behind the best, which alone are looked at more closely.
  var score: PassageScore?

  /// What it is ranked by.
  var weight: Double { examined.stored.weight + (score?.total ?? 0) }
}

/// The hits of a plan, best first.
///
/// The best that the engine finds are looked at more closely and put in a better order; all others
/// follow in the engine's. How many that are never depends on the page that is asked for, so pages
/// neither repeat nor skip. What a document has beyond its quota is left out of that order.
struct RankedStream {
  private let plan: QueryPlan
  private let examiner: PassageExaminer
  private let weights: WordWeights
  private let finder: WordFinder
  private var candidates: CandidateStream
  private var quota: DocumentQuota
  /// The best, once they are known; the last first.
  private var best: [Candidate]?
  private var tally = HitTally()
  /// Whether there are no more.
  private(set) var isAtEnd = false
  private var missCount = 0
  /// Whether there may be more, but it would take too long to find them.
  private(set) var isGivenUp = false

  /// How many passages that are no hits are looked at: of the words of a wildcard, and of single words
  /// as written, the engine knows little, and each look takes some 20 microseconds.
  ///
  /// Pages end at the same place, whatever page is asked for.
  static let maximumMissCount = 20_000

  /// How many are looked at more closely.
  ///
  /// 20 did as well as 100 on all sets.
  static let depth = 50

  init(
    _ plan: QueryPlan,
    _ candidates: CandidateStream,
    quota: DocumentQuota,
    examiner: PassageExaminer,
    weights: WordWeights
  ) {
    self.plan = plan
    self.candidates = candidates
    self.quota = quota
    self.examiner = examiner
    self.weights = weights
    finder = WordFinder(plan.ranked)
  }

  /// How many hits there are in all; exact once there are no more.
  ///
  /// Where the engine cannot tell what is a hit, it can tell of which documents they may be.
  var matches: MatchCounts {
    if !plan.checksPassages { return candidates.matches(within: quota) }
    if isAtEnd {
      let count = quota.total(of: tally.hitCounts)
      return MatchCounts(lower: count, estimated: count, upper: count)
    }
    return candidates.countsDocuments
      ? tally.matches(of: candidates.documentCounts, within: quota)
      : tally.matches(of: candidates.matches)
  }

  /// The next hit; nil if there are no more.
  mutating func next() throws(IndexError) -> Candidate? {
    if best == nil { best = try rank(takeBest()).reversed() }
    while let next = best?.popLast() {
      if quota.takes(next.examined.stored.document) { return next }
    }
    while let next = try nextHit() {
      if quota.takes(next.examined.stored.document) { return next }
    }
    return nil
  }

  /// Looks at further passages only to count the hits, until `limit` were looked at in all.
  mutating func count(upTo limit: Int) throws(IndexError) {
    while tally.checkedCount < limit, !isAtEnd, !isGivenUp { _ = try lookAtNext() }
  }

  /// The next hit in the engine's order.
  private mutating func nextHit() throws(IndexError) -> Candidate? {
    while !isAtEnd, !isGivenUp {
      if let hit = try lookAtNext() { return hit }
    }
    return nil
  }

  /// The next passage of the engine's; nil if it is no hit, or if there is none.
  private mutating func lookAtNext() throws(IndexError) -> Candidate? {
    guard let stored = try candidates.next() else {
      isAtEnd = true
      return nil
    }
    // Behind the best nothing is looked at in vain.
    if !plan.checksPassages, best != nil, quota.isUsedUp(by: stored.document) { return nil }
    let examined = try examiner.examine(stored)
    let isHit = !plan.checksPassages || plan.demand?.isMet(by: examined) ?? true
    tally.count(stored.document, isHit: isHit)
    guard isHit else {
      missCount += 1
      isGivenUp = missCount >= Self.maximumMissCount
      return nil
    }
    return Candidate(examined: examined)
  }

  /// How many hits each document has, of those that were counted; whatever its quota.
  var documentCounts: [DocumentNumber: Int] {
    plan.checksPassages ? tally.hitCounts : candidates.documentCounts
  }

  private mutating func takeBest() throws(IndexError) -> [Candidate] {
    var taken: [Candidate] = []
    while taken.count < Self.depth, let hit = try nextHit() { taken.append(hit) }
    return taken
  }

  private func rank(_ candidates: [Candidate]) -> [Candidate] {
    guard !plan.ranked.isEmpty else { return candidates }
    var weightsOfPlaces: [PassagePlace: Double] = [:]
    for candidate in candidates {
      weightsOfPlaces[candidate.examined.place] = candidate.examined.stored.weight
    }
    let scored = candidates.map { candidate in
      var candidate = candidate
      let place = candidate.examined.place
      var score = PassageScore(of: candidate.examined, for: plan, weights, finder)
      let neighbours = [place.next, place.previous].compactMap { weightsOfPlaces[$0] }
      score.neighbours = PassageScore.neighbourShare * (neighbours.max() ?? 0)
      candidate.score = score
      return candidate
    }
    return scored.enumerated()
      .sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
      .map(\.element)
  }
}

/// Where a passage stands: which of which document.
private struct PassagePlace: Hashable {
  let document: DocumentNumber
  let ordinal: Int

  var next: PassagePlace { PassagePlace(document: document, ordinal: ordinal + 1) }
  var previous: PassagePlace { PassagePlace(document: document, ordinal: ordinal - 1) }
}

extension ExaminedPassage {
  fileprivate var place: PassagePlace {
    PassagePlace(document: stored.document, ordinal: stored.passage.ordinal)
  }
}
