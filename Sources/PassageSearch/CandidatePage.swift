// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// A passage that is to be shown, and where it matches.
struct Candidate {
  let stored: StoredPassage
  let matches: TextMatches

  init(_ stored: StoredPassage, _ matches: TextMatches) {
    self.stored = stored
    self.matches = matches
  }
}

/// The passages of one page of results, best first.
struct CandidatePage {
  let candidates: [Candidate]
  let matches: MatchCounts
}

/// Candidates looked through one by one, until a page is full of those that hold every phrase and
/// nothing excluded.
struct TextCheck {
  private let offset: Int
  private let limit: Int
  private var kept: [Candidate] = []
  private var holdingCount = 0
  /// How many were looked through, whether they hold or not.
  private(set) var checkedCount = 0

  init(_ request: SearchRequest) {
    offset = request.offset
    limit = request.limit
  }

  var isFull: Bool { kept.count == limit }

  mutating func take(_ candidate: Candidate) {
    checkedCount += 1
    guard candidate.matches.isHit else { return }
    holdingCount += 1
    if holdingCount > offset { kept.append(candidate) }
  }

  /// The page when all candidates were looked through: the count is exact.
  var lastPage: CandidatePage {
    CandidatePage(
      candidates: kept,
      matches: MatchCounts(lower: holdingCount, estimated: holdingCount, upper: holdingCount)
    )
  }

  /// The page when there are more candidates: those not looked through may all hold, or none.
  func page(outOf candidates: MatchCounts) -> CandidatePage {
    let upper = holdingCount + max(0, candidates.upper - checkedCount)
    let share = checkedCount == 0 ? 1 : Double(holdingCount) / Double(checkedCount)
    let likely = Double(max(0, candidates.estimated - checkedCount)) * share
    return CandidatePage(
      candidates: kept,
      matches: MatchCounts(
        lower: holdingCount,
        estimated: min(holdingCount + Int(likely.rounded()), upper),
        upper: upper
      )
    )
  }
}
