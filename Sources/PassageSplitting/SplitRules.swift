// SPDX-License-Identifier: GPL-3.0-or-later

/// How large passages are, in words as `WordMeter` counts them.
package struct SplitRules: Hashable, Sendable {
  /// What a long paragraph is divided towards.
  package let targetWordCount: Int
  /// No passage has more; a paragraph of so many words is one passage.
  package let maximumWordCount: Int
  /// A paragraph shorter than this is joined to its neighbour, up to the target.
  package let joinBelowWordCount: Int

  /// Makes rules with `joinBelowWordCount <= targetWordCount <= maximumWordCount`.
  package init(
    targetWordCount: Int = 120,
    maximumWordCount: Int = 200,
    joinBelowWordCount: Int = 30
  ) {
    precondition(
      0 < targetWordCount && joinBelowWordCount <= targetWordCount
        && targetWordCount <= maximumWordCount,
      "the sizes of passages contradict each other"
    )
    self.targetWordCount = targetWordCount
    self.maximumWordCount = maximumWordCount
    self.joinBelowWordCount = joinBelowWordCount
  }
}
