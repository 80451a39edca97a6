// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

/// Finds the words that tell most of what some passages are about.
struct SimilarWords {
  private let reader: IndexReader
  private let analyzer: QueryAnalyzer

  /// More words than these tell little more, and cost time.
  private static let maximumCount = 25
  /// A word is wanted at most so many times more than one that stands once.
  private static let maximumRepetition = 3

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.reader = reader
    self.analyzer = analyzer
  }

  /// The plan for passages that are like `passages`, which are left out; nil if they hold no word that
  /// stands elsewhere, too.
  func plan(for passages: [StoredPassage]) throws(IndexError) -> QueryPlan? {
    let words = try words(of: passages)
    guard !words.isEmpty else { return nil }
    return QueryPlan(
      ranked: RankedWords(words),
      demand: .not(.passage(Set(passages.map(\.id)))),
      sequences: [],
      needsRankedWord: true,
      notes: []
    )
  }

  private func words(of passages: [StoredPassage]) throws(IndexError) -> [RankedWord] {
    let counted = counted(passages)
    let frequencies = try reader.frequencies(of: counted.map { $0.token.stems[0] })
    let weighed = zip(counted, frequencies).compactMap { word, frequency -> (Counted, Double)? in
      // What stands nowhere else finds nothing else.
      guard frequency > word.passages.count else { return nil }
      let weight = WordWeights.weight(of: frequency, in: reader.passageCount)
      return (word, Double(word.count) * weight)
    }
    return weighed.sorted { ($1.1, $0.0.token.word) < ($0.1, $1.0.token.word) }
      .prefix(Self.maximumCount).map { word, _ in
        RankedWord(
          pattern: WordPattern(word: word.token.word),
          stems: word.token.stems,
          position: nil,
          kind: word.token.kind,
          isInPair: false,
          isShown: true,
          count: min(word.count, Self.maximumRepetition)
        )
      }
  }

  private struct Counted {
    let token: QueryToken
    var count: Int
    /// The numbers of the passages that hold it.
    var passages: Set<Int>
  }

  /// The words of the passages, by their stems, without stop words; characters only in pairs.
  private func counted(_ passages: [StoredPassage]) -> [Counted] {
    let tokens = passages.map(\.passage).map { passage in
      let wordless = passage.wordless
      return analyzer.tokens(in: passage.text).filter { token in
        token.kind != .character && token.kind != .compound
          && !wordless.contains { $0.overlaps(token.range) }
      }
    }
    let stopWords = analyzer.stopWords(for: tokens.flatMap(\.self))
    var numbers: [[String]: Int] = [:]
    var counted: [Counted] = []
    for (passage, tokens) in tokens.enumerated() {
      for token in tokens where !stopWords.contains(token) {
        if let number = numbers[token.stems] {
          counted[number].count += 1
          counted[number].passages.insert(passage)
        } else {
          numbers[token.stems] = counted.count
          counted.append(Counted(token: token, count: 1, passages: [passage]))
        }
      }
    }
    return counted
  }
}
