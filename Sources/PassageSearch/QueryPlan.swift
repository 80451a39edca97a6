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

  /// What must not stand in the text: the stems of each excluded word or phrase, in order.
  ///
  /// The engine cannot tell a word of the text from one of the title, so the text is asked.
  let excluded: [[String]]

  /// How many words a query ranks by: no question is longer, and pasted books end here.
  private static let maximumWordCount = 500
  /// How many phrases, and how many excluded texts, are looked for.
  private static let maximumTextCount = 32

  /// Analyzes `query`; nil if it holds no word.
  init?(_ query: ParsedQuery, analyzer: QueryAnalyzer) {
    var notes = query.notes
    func words(of texts: [Substring]) -> [[QueryToken]] {
      if texts.count > Self.maximumTextCount {
        notes.append("Only the first \(Self.maximumTextCount) quoted or excluded texts were used.")
      }
      return texts.prefix(Self.maximumTextCount).map { analyzer.words(in: $0) }
        .filter { !$0.isEmpty }
    }
    let phrases = words(of: query.phrases)
    var excluded = words(of: query.excluded).flatMap { QueryAnalyzer.stemSequences(of: $0) }
    var ranked = RankedWords(query.words, analyzer: analyzer, dropsStopWords: true)
    if ranked.isEmpty && phrases.isEmpty {
      ranked = RankedWords(query.words, analyzer: analyzer, dropsStopWords: false)
    }
    if ranked.isEmpty && phrases.isEmpty && !excluded.isEmpty {
      // Nothing is left to rank by: better a plain reading than no answer.
      notes.append("A query of nothing but excluded words was read as plain words.")
      ranked = RankedWords(query.excluded, analyzer: analyzer, dropsStopWords: false)
      excluded = []
    }
    guard !ranked.isEmpty || !phrases.isEmpty else { return nil }
    if ranked.limit(to: Self.maximumWordCount) {
      notes.append("Only the first \(Self.maximumWordCount) words were used.")
    }
    engineQuery = Self.engineQuery(ranked, phrases)
    stems = ranked.stems
    self.phrases = phrases.map { $0.map(\.word) }
    self.excluded = excluded
    self.notes = notes
  }

  /// Whether the text of a hit has to be looked at before it is one.
  var checksText: Bool { !phrases.isEmpty || !excluded.isEmpty }

  private static func engineQuery(
    _ ranked: RankedWords,
    _ phrases: [[QueryToken]]
  ) -> EngineQuery {
    let demanded = phrases.map { phrase in
      let sequences = QueryAnalyzer.stemSequences(of: phrase).map { stems in
        stems.count == 1 ? EngineQuery.term(stems[0]) : .phrase(stems, window: stems.count)
      }
      return sequences.count == 1 ? sequences[0] : .any(sequences)
    }
    guard !demanded.isEmpty else { return ranked.engineQuery }
    let all = demanded.count == 1 ? demanded[0] : .all(demanded)
    // The phrases as a filter, and the weights of both.
    return ranked.isEmpty ? all : .all([.scaled(all, 0), .any([all, ranked.engineQuery])])
  }
}

extension QueryAnalyzer {
  /// The words of `text` that have a place of their own, in order.
  fileprivate func words(in text: Substring) -> [QueryToken] {
    tokens(in: String(text)).filter(\.kind.hasPosition)
  }
}
