// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel
internal import TextAnalysis

/// What of a query stands where in a passage.
struct TextMatches {
  /// One place to highlight.
  struct Match {
    /// Bytes of the passage's text.
    let range: Range<Int>
    /// What matched: a stem, or the words of a phrase.
    let key: String
    /// The place of its first word among the words of the passage.
    let position: Int
  }

  /// The matches in reading order; they may overlap.
  var matches: [Match] = []
  /// Whether every phrase of the query stands in the passage as written, and nothing excluded does.
  var isHit = true

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

/// Finds the words and phrases of a query in the text of a passage, by the index's own analyzer.
struct TextMatcher {
  private let plan: QueryPlan
  private let analyzer: Analyzer

  init(_ plan: QueryPlan, analyzer: Analyzer) {
    self.plan = plan
    self.analyzer = analyzer
  }

  func match(_ passage: Passage) -> TextMatches {
    let tokens = analyzer.tokens(in: passage.text, skipping: passage.wordless)
    var found = TextMatches()
    for token in tokens where plan.stems.contains(token.forms.stem) {
      found.matches.append(
        TextMatches.Match(range: token.range, key: token.forms.stem, position: token.position)
      )
    }
    let words = tokens.filter(\.kind.hasPosition)
    for phrase in plan.phrases {
      let places = Self.places(of: phrase, in: words)
      if places.isEmpty { found.isHit = false }
      found.matches += places
    }
    for stems in plan.excluded where Self.holds(stems, in: words) { found.isHit = false }
    found.matches.sort {
      ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
    }
    return found
  }

  private static func holds(_ stems: [String], in words: [Token]) -> Bool {
    guard words.count >= stems.count else { return false }
    return (0...(words.count - stems.count)).contains { start in
      words[start..<(start + stems.count)].elementsEqual(stems) { $0.forms.stem == $1 }
    }
  }

  /// Where the words stand one after the other, with nothing between them.
  private static func places(of phrase: [String], in words: [Token]) -> [TextMatches.Match] {
    guard let first = phrase.first, words.count >= phrase.count else { return [] }
    return (0...(words.count - phrase.count)).compactMap { start in
      guard words[start].forms.word == first else { return nil }
      let candidate = words[start..<(start + phrase.count)]
      // Positions tell of words that were passed over (too long to be indexed).
      let isContiguous =
        candidate[start + phrase.count - 1].position - words[start].position == phrase.count - 1
      guard isContiguous, candidate.elementsEqual(phrase, by: { $0.forms.word == $1 }) else {
        return nil
      }
      let range = words[start].range.lowerBound..<words[start + phrase.count - 1].range.upperBound
      return TextMatches.Match(
        range: range,
        key: phrase.joined(separator: " "),
        position: words[start].position
      )
    }
  }
}
