// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

/// Tells where the weights of hits come from.
struct Explainer {
  private let plan: QueryPlan
  private let reader: IndexReader

  init(_ plan: QueryPlan, reader: IndexReader) {
    self.plan = plan
    self.reader = reader
  }

  /// The parts of a hit's weight.
  ///
  /// The engine tells sums only, so it is asked for each word alone.
  func explanation(of candidate: Candidate) throws(IndexError) -> Explanation {
    let stored = candidate.examined.stored
    var words: [Explanation.Word] = []
    for word in plan.ranked.words {
      let weight = try weight(of: word.engineQuery, in: stored)
      if weight > 0 { words.append(Explanation.Word(word: word.pattern.text, weight: weight)) }
    }
    // What words leave over is for the query as a whole.
    let rest = max(0, stored.weight - words.reduce(0) { $0 + $1.weight })
    let score = candidate.score
    return Explanation(
      words: words.sorted { ($1.weight, $0.word) < ($0.weight, $1.word) },
      adjacency: score?.adjacency ?? 0,
      exactness: score?.exactness ?? 0,
      sentence: score?.sentence ?? 0,
      verbatim: (score?.verbatim ?? 0) + (plan.ranked.verbatim == nil ? 0 : rest),
      neighbours: score?.neighbours ?? 0
    )
  }

  private func weight(
    of query: EngineQuery,
    in passage: StoredPassage
  ) throws(IndexError) -> Double {
    let own = EngineQuery.scaled(.documents([passage.document]), 0)
    let page = try reader.search(
      .all([own, query]),
      first: 0,
      limit: reader.passageCount,
      checkAtLeast: reader.passageCount,
      weighting: CandidateStream.weighting
    )
    return page.passages.first { $0.id == passage.id }?.weight ?? 0
  }
}
