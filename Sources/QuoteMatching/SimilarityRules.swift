// SPDX-License-Identifier: GPL-3.0-or-later

/// How like a text has to be to count, and how unlike all others.
///
/// Chosen on random edits of made-up texts; `scripts/bench anchors` shows what they yield there and on
/// others.
struct SimilarityRules {
  /// What is less like a quotation is another text.
  let leastSimilarity = 0.5
  /// The same, where it is not known how like other text was when the quotation was cited.
  let leastUnknownSimilarity = 0.7
  /// How much liker than all others a place has to be.
  let leastMargin = 0.1
  /// By how many tokens more it has to be like it: of short quotations a few are a large share.
  let leastTokenMargin = 4.0
  /// Shorter quotations are made of words that may stand anywhere.
  let leastDistinctWordCount = 4
  /// Shorter quotations are made of words that another document may hold as well: something of what
  /// stood around them has to stand there.
  let leastLoneWordCount = 8
  /// So many places are told at the most.
  let shownCount = 5

  /// Whether these very words can be nothing but the quotation.
  func isDistinct(_ quotation: SoughtQuotation) -> Bool {
    guard let lookalike = quotation.lookalike, lookalike < QuoteFinder.largestDistinctLookalike
    else { return false }
    return quotation.wordCount >= leastDistinctWordCount
  }

  /// How much liker than any other text a place has to be.
  func margin(tokenCount: Int) -> Double {
    max(leastMargin, leastTokenMargin / Double(max(1, tokenCount)))
  }

  /// Whether a place that is like a quotation is what became of it.
  func isEdited(
    _ best: LikePlaces.Place,
    insteadOf second: LikePlaces.Place?,
    _ quotation: SoughtQuotation,
    tokenCount: Int
  ) -> Bool {
    guard isDistinct(quotation), let lookalike = quotation.lookalike else { return false }
    let margin = margin(tokenCount: tokenCount)
    return best.similarity >= leastSimilarity && best.similarity >= lookalike + margin
      && best.similarity >= (second?.similarity ?? 0) + margin
  }
}
