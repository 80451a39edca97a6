// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// What is known of the number of hits while passages that might be hits are looked at.
struct HitTally {
  /// How many passages were looked at.
  private(set) var checkedCount = 0
  /// How many of them are hits, by document.
  private(set) var hitCounts: [DocumentNumber: Int] = [:]
  private var hitCount = 0
  private var checkedCounts: [DocumentNumber: Int] = [:]

  /// Counts a passage that was looked at.
  mutating func count(_ document: DocumentNumber, isHit: Bool) {
    checkedCount += 1
    checkedCounts[document, default: 0] += 1
    guard isHit else { return }
    hitCount += 1
    hitCounts[document, default: 0] += 1
  }

  /// How many hits there are in all, of so many passages that might be: those that were not looked at
  /// may all be hits, or none; likely the same share as of the others.
  func matches(of candidates: MatchCounts) -> MatchCounts {
    let upper = hitCount + max(0, candidates.upper - checkedCount)
    let likely = Double(max(0, candidates.estimated - checkedCount)) * share
    return MatchCounts(
      lower: hitCount,
      estimated: min(hitCount + Int(likely.rounded()), upper),
      upper: upper
    )
  }

  /// How many of these hits a quota lets through, of so many passages in each document.
  func matches(of candidates: [DocumentNumber: Int], within quota: DocumentQuota) -> MatchCounts {
    var (lower, upper, likely) = (0, 0, 0.0)
    for (document, count) in candidates {
      let hits = hitCounts[document, default: 0]
      let left = max(0, count - checkedCounts[document, default: 0])
      lower += quota.share(of: hits)
      upper += quota.share(of: hits + left)
      likely += min(Double(hits) + Double(left) * share, Double(quota.share(of: hits + left)))
    }
    let estimated = min(max(lower, Int(likely.rounded())), upper)
    return MatchCounts(lower: lower, estimated: estimated, upper: upper)
  }

  private var share: Double { checkedCount == 0 ? 1 : Double(hitCount) / Double(checkedCount) }
}
