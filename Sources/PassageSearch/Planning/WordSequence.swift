// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// Words that follow one another: a phrase, or one word that is wanted as written.
struct WordSequence: Hashable {
  /// Whether the words themselves are wanted, and not any with the same stems.
  let isAsWritten: Bool
  /// What each word is to look like.
  let patterns: [WordPattern]
  /// How many words each stands behind the first: one more than the one before it, but where a word
  /// was passed over because it is too long to be indexed.
  let offsets: [Int]
  /// The sequences of stems that the words may be indexed as, one at least; empty if a word is known
  /// by its pattern only, so that `stems` has to do.
  let stemSequences: [[String]]
  /// For each word the stems it may be indexed by; nil if that may be any.
  let stems: [[String]?]

  /// The engine takes a time that grows with the product of a phrase's length and a word's frequency,
  /// and so many words tell it enough.
  private static let maximumEngineCount = 12

  /// The words of `tokens`, which have positions.
  init(_ tokens: [QueryToken], isAsWritten: Bool = true) {
    self.isAsWritten = isAsWritten
    patterns = tokens.map { WordPattern(word: $0.word) }
    offsets = tokens.map { $0.position - tokens[0].position }
    stemSequences = QueryAnalyzer.stemSequences(of: tokens.prefix(Self.maximumEngineCount))
    stems = tokens.map(\.stems)
    isOfVocabulary = tokens.allSatisfy(\.kind.isWord)
  }

  /// Whether its words are in the vocabulary of an index that has passages with them.
  let isOfVocabulary: Bool

  /// Words of which some are known by a pattern.
  init(patterns: [WordPattern], stems: [[String]?]) {
    isAsWritten = true
    self.patterns = patterns
    self.stems = stems
    offsets = Array(patterns.indices)
    stemSequences = []
    isOfVocabulary = false
  }

  /// The passages that may hold it: the engine knows stems and their order, not words.
  var candidates: EngineQuery {
    guard !stemSequences.isEmpty, patterns.count > 1 else { return candidates(behind: "") }
    let span = offsets[min(offsets.count, Self.maximumEngineCount) - 1] + 1
    return .joining(
      stemSequences.map { EngineQuery.phrase($0, window: span) },
      by: EngineQuery.any
    )
  }

  /// The passages that have all of the words somewhere, in terms that begin with `prefix`.
  func candidates(behind prefix: String) -> EngineQuery {
    let known = stems.compactMap(\.self).withoutDuplicates.prefix(Self.maximumEngineCount)
    guard !known.isEmpty else { return .everything }
    return .joining(
      known.map { stems in EngineQuery.anyTerm(stems.map { prefix + $0 }) },
      by: EngineQuery.all
    )
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it stands first.
  var withoutDuplicates: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
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
