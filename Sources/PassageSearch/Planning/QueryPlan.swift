// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// A query as it is answered: what the engine is asked, and what is looked for in what it finds.
struct QueryPlan {
  /// What passages are ranked by.
  let ranked: RankedWords
  /// What a hit has to fulfil besides; nil if it is enough to hold one of the ranked words.
  let demand: Demand?
  /// The words and phrases of the query that have to stand as written: they are highlighted whole.
  let sequences: [WordSequence]
  /// What was read otherwise than it was written, a sentence each.
  var notes: [String]

  /// What the engine is asked.
  let engineQuery: EngineQuery
  /// Whether a passage that the engine found has to be looked at before it is a hit.
  let checksPassages: Bool

  /// Puts a plan together.
  ///
  /// - Parameters:
  ///   - ranked: what passages are ranked by.
  ///   - demand: what a hit has to fulfil besides; nil if it is enough to hold one of the ranked words.
  ///   - sequences: what has to stand as written.
  ///   - needsRankedWord: whether a hit must hold one of the ranked words.
  ///   - notes: what was read otherwise than it was written.
  init(
    ranked: RankedWords,
    demand: Demand?,
    sequences: [WordSequence],
    needsRankedWord: Bool,
    notes: [String]
  ) {
    self.ranked = ranked
    self.demand = demand
    self.sequences = sequences
    self.notes = notes
    let candidates = demand?.candidates
    checksPassages = candidates?.isExact == false
    switch candidates?.query {
    case nil: engineQuery = ranked.engineQuery
    case .everything? where needsRankedWord: engineQuery = ranked.engineQuery
    case let query?:
      let weights =
        ranked.isEmpty
        ? nil
        : needsRankedWord ? ranked.engineQuery : EngineQuery.any([ranked.engineQuery, .everything])
      engineQuery = .joining(
        [.scaled(query, 0)] + (weights.map { [$0] } ?? []),
        by: EngineQuery.all
      )
    }
  }
}
