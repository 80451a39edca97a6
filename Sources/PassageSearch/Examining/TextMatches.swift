// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel
internal import TextAnalysis

/// What of a query stands where in a passage.
struct TextMatches {
  /// One place to highlight.
  struct Match {
    /// Bytes of the passage's text.
    let range: Range<Int>
    /// The number of the ranked word, or what comes after these for a phrase.
    let key: Int
    /// The place of its first word among the words of the passage.
    let position: Int
    /// How much it tells.
    let weight: Double
  }

  /// The matches in reading order; they may overlap.
  private(set) var matches: [Match] = []

  /// Finds the ranked words, and the phrases that have to stand as written.
  init(of plan: QueryPlan, weights: [Double], in passage: ExaminedPassage) {
    let finder = WordFinder(plan.ranked)
    // Single characters are noise where two of them stand together.
    let holdsPair = passage.tokens.contains { token in
      token.kind == .pair && finder.words(for: token).contains { plan.ranked.words[$0].isShown }
    }
    for token in passage.tokens {
      for word in finder.words(for: token) {
        let ranked = plan.ranked.words[word]
        guard ranked.isShown, !(ranked.isInPair && holdsPair) else { continue }
        matches.append(
          Match(
            range: token.range,
            key: word,
            position: token.position,
            weight: weights[word]
          )
        )
      }
    }
    for (number, sequence) in plan.sequences.enumerated() {
      for place in sequence.places(in: passage.words) {
        let first = passage.words[place.lowerBound]
        let last = passage.words[place.upperBound - 1]
        matches.append(
          Match(
            range: first.range.lowerBound..<last.range.upperBound,
            key: weights.count + number,
            position: first.position,
            weight: weights.max() ?? 1
          )
        )
      }
    }
    matches.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
  }

  /// What to highlight: sorted and disjoint.
  var highlights: [Range<Int>] {
    var merged: [Range<Int>] = []
    for match in matches {
      if let last = merged.last, match.range.lowerBound <= last.upperBound {
        let end = max(last.upperBound, match.range.upperBound)
        merged[merged.count - 1] = last.lowerBound..<end
      } else {
        merged.append(match.range)
      }
    }
    return merged
  }
}

/// Finds which ranked words a word of a passage is.
struct WordFinder {
  /// The numbers of the words that are ranked by a stem.
  private var byStem: [String: [Int]] = [:]
  /// The words that are wanted by what they look like.
  private var patterns: [Int: WordPattern] = [:]

  init(_ ranked: RankedWords) {
    for (number, word) in ranked.words.enumerated() {
      for stem in word.stems { byStem[stem, default: []].append(number) }
      if !word.pattern.isLiteral { patterns[number] = word.pattern }
    }
  }

  /// The numbers of the ranked words.
  func words(for token: Token) -> [Int] {
    guard let numbers = byStem[token.forms.stem] else { return [] }
    guard !patterns.isEmpty else { return numbers }
    // A wildcard is for words as written: `*coexist*` is not for `co-existence`.
    return numbers.filter { number in
      guard let pattern = patterns[number] else { return true }
      return token.kind.hasPosition && pattern.matches(token.forms.word)
    }
  }
}
