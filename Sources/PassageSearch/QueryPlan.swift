// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// A query analyzed: what the engine is asked, and what is looked for in the text of a hit.
struct QueryPlan {
  /// What the engine is asked.
  let engineQuery: EngineQuery
  /// The stems that passages are ranked by; they are highlighted.
  let stems: Set<String>
  /// The words of each phrase, as written but for case, diacritics and typography: to be checked
  /// against the text, because the engine knows only stems.
  let phrases: [[String]]
  /// What was read otherwise than it was written, a sentence each.
  let notes: [String]

  /// How many different words a query ranks by: no question is longer, and pasted books end here.
  private static let maximumStemCount = 500

  /// Analyzes `query`; nil if it holds no word.
  init?(_ query: ParsedQuery, analyzer: Analyzer) {
    var notes = query.notes
    let phrases = query.phrases.map { analyzer.words(in: $0) }.filter { !$0.isEmpty }
    var ranked = RankedWords(query.words, analyzer: analyzer, dropsStopWords: true)
    if ranked.isEmpty && phrases.isEmpty {
      ranked = RankedWords(query.words, analyzer: analyzer, dropsStopWords: false)
    }
    let excluded = query.excluded.map { analyzer.words(in: $0).map(\.stem) }.filter { !$0.isEmpty }
    if ranked.isEmpty && phrases.isEmpty && !excluded.isEmpty {
      // Nothing is left to rank by: better a plain reading than no answer.
      notes.append("A query of nothing but excluded words was read as plain words.")
      ranked = RankedWords(query.excluded, analyzer: analyzer, dropsStopWords: false)
      self.init(ranked, phrases: [], excluded: [], notes: notes)
      return
    }
    guard !ranked.isEmpty || !phrases.isEmpty else { return nil }
    if ranked.limit(to: Self.maximumStemCount) {
      notes.append("Only the first \(Self.maximumStemCount) different words were used.")
    }
    self.init(ranked, phrases: phrases, excluded: excluded, notes: notes)
  }

  private init(
    _ ranked: RankedWords,
    phrases: [[WordForms]],
    excluded: [[String]],
    notes: [String]
  ) {
    var query = ranked.engineQuery
    let demanded = phrases.map { phrase in
      phrase.count == 1
        ? EngineQuery.term(phrase[0].stem)
        : EngineQuery.phrase(phrase.map(\.stem), window: phrase.count)
    }
    if !demanded.isEmpty {
      let all = demanded.count == 1 ? demanded[0] : .all(demanded)
      query = ranked.isEmpty ? all : .preferring(all, query)
    }
    let unwanted = excluded.map { stems in
      stems.count == 1 ? EngineQuery.term(stems[0]) : .phrase(stems, window: stems.count)
    }
    if !unwanted.isEmpty { query = .excluding(query, .any(unwanted)) }
    engineQuery = query
    stems = ranked.stems
    self.phrases = phrases.map { $0.map(\.word) }
    self.notes = notes
  }
}

extension Analyzer {
  /// The forms of the words in `text`, in order; hyphenated words only in their parts.
  fileprivate func words(in text: Substring) -> [WordForms] {
    tokens(in: String(text)).filter { $0.kind == .word }.map(\.forms)
  }
}
