// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

/// What speaks for a passage besides the words that it holds.
///
/// The engine weighs how often a passage holds which words. This looks at the best of what it found:
/// do words that stand together in the query stand together here, in one sentence, as written? Each
/// part is a share of the weight of the words that are concerned. Documentation/ranking.md tells what
/// each is worth.
struct PassageScore {
  /// Words that follow one another in the query, and here.
  private(set) var adjacency = 0.0
  /// Words as they are written in the query, not only their stems.
  private(set) var exactness = 0.0
  /// The words in the sentence that holds most of them.
  private(set) var sentence = 0.0
  /// All of a short query, word for word.
  private(set) var verbatim = 0.0
  /// What a neighbouring passage of the same document weighs that was found, too.
  var neighbours = 0.0

  /// All of it.
  var total: Double { adjacency + exactness + sentence + verbatim + neighbours }

  private static let adjacencyShare = 0.15
  private static let exactnessShare = 0.2
  private static let sentenceShare = 0.1
  private static let verbatimShare = 0.5
  /// How much of what the better of two neighbours weighs is added.
  static let neighbourShare = 0.1
  /// Words further apart in the query, stop words between them counted, are no neighbours.
  private static let maximumGap = 3

  /// Looks at a passage.
  init(
    of passage: ExaminedPassage,
    for plan: QueryPlan,
    _ weights: WordWeights,
    _ finder: WordFinder
  ) {
    let sentences = passage.stored.passage.sentences
    var places: [Int: Set<Int>] = [:]
    var written: Set<Int> = []
    var inSentence: [Int: Set<Int>] = [:]
    func take(_ tokens: [Token], gap: Int, sentenceOf: (Token) -> Int) {
      for token in tokens where token.kind != .compound {
        for word in finder.words(for: token) {
          places[word, default: []].insert(token.position + gap)
          if plan.ranked.words[word].pattern.matches(token.forms.word) { written.insert(word) }
          inSentence[sentenceOf(token), default: []].insert(word)
        }
      }
    }
    // The title is a sentence of its own before the first.
    take(passage.title, gap: -Self.titleDistance) { _ in -1 }
    var current = 0
    take(passage.tokens, gap: 0) { token in
      while current + 1 < sentences.count, sentences[current].upperBound <= token.range.lowerBound {
        current += 1
      }
      return current
    }
    let ranked = plan.ranked
    adjacency = Self.adjacencyShare * Self.adjacent(ranked, places, weights)
    exactness = Self.exactnessShare * written.reduce(0) { $0 + weights.words[$1] }
    sentence =
      Self.sentenceShare
      * (inSentence.values.map { ranked.weight(of: $0, weights) }.max() ?? 0)
    if let sequence = ranked.verbatim, !sequence.places(in: passage.words).isEmpty {
      verbatim = Self.verbatimShare * weights.words.reduce(0, +)
    }
  }

  /// Far enough before the text that no word of the title is a neighbour of one of the text.
  private static let titleDistance = 10_000

  private static func adjacent(
    _ ranked: RankedWords,
    _ places: [Int: Set<Int>],
    _ weights: WordWeights
  ) -> Double {
    var seen: Set<[Int]> = []
    var sum = 0.0
    for (left, right) in zip(ranked.places, ranked.places.dropFirst()) {
      let gap = right.position - left.position
      guard (1...maximumGap).contains(gap), ranked.groups[left.word] != ranked.groups[right.word],
        let first = places[left.word], let second = places[right.word],
        seen.insert([ranked.groups[left.word], ranked.groups[right.word]]).inserted,
        first.contains(where: { place in (1...gap).contains { second.contains(place + $0) } })
      else { continue }
      sum += weights.words[left.word] + weights.words[right.word]
    }
    return sum
  }
}

extension RankedWords {
  /// The weight of some of the words, where several with the same stems count once.
  fileprivate func weight(of words: Set<Int>, _ weights: WordWeights) -> Double {
    var seen: Set<Int> = []
    return words.reduce(0) { sum, word in
      seen.insert(groups[word]).inserted ? sum + weights.words[word] : sum
    }
  }
}
