// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// Words that follow one another: a phrase, or one word that is wanted as written.
struct WordSequence: Hashable {
  /// Whether the words themselves are wanted, and not any with the same stems.
  let isAsWritten: Bool
  /// What each word is to look like.
  let patterns: [WordPattern]
  /// The sequences of stems that the words may be indexed as, one at least; empty if a word is known
  /// by its pattern only, so that `stems` has to do.
  let stemSequences: [[String]]
  /// For each word the stems it may be indexed by.
  let stems: [[String]]

  /// The words of `tokens`, which have positions.
  init(_ tokens: [QueryToken], isAsWritten: Bool = true) {
    self.isAsWritten = isAsWritten
    patterns = tokens.map { WordPattern(word: $0.word) }
    stemSequences = QueryAnalyzer.stemSequences(of: tokens)
    stems = tokens.map(\.stems)
  }

  /// Words of which some are known by a pattern.
  init(patterns: [WordPattern], stems: [[String]]) {
    isAsWritten = true
    self.patterns = patterns
    self.stems = stems
    stemSequences = []
  }

  /// The passages that may hold it: the engine knows stems and their order, not words.
  var candidates: EngineQuery {
    if stemSequences.isEmpty || patterns.count == 1 {
      return .joining(stems.map { EngineQuery.anyTerm($0) }, by: EngineQuery.all)
    }
    return .joining(
      stemSequences.map { EngineQuery.phrase($0, window: $0.count) },
      by: EngineQuery.any
    )
  }
}

extension EngineQuery {
  /// Passages that hold any of the terms, as a filter.
  static func anyTerm(_ terms: [String]) -> EngineQuery {
    terms.isEmpty ? .nothing : joining(terms.map { .term($0) }, by: EngineQuery.any)
  }

  /// One query of several; a single one is left alone.
  static func joining(
    _ queries: [EngineQuery],
    by join: ([EngineQuery]) -> EngineQuery
  ) -> EngineQuery {
    queries.count == 1 ? queries[0] : join(queries)
  }
}
