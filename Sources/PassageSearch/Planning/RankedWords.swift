// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// A word that passages are ranked by.
struct RankedWord: Hashable {
  /// The word as written, or what it is to look like.
  let pattern: WordPattern
  /// The stems it may be indexed by; they count as one.
  let stems: [String]
  /// Its place in the query; nil if it is none of the query's words itself: a compound, a pattern.
  let position: Int?
  /// What it stands for.
  let kind: Token.Kind
  /// Whether it marks a place where it stands: single characters that a pair holds as well do not.
  let isShown: Bool
  /// How often the query holds it.
  var count = 1

  /// How much of its weight a character adds, beside the pairs that hold it.
  ///
  /// Between 0.3 and 1 there is little difference on cmrc2018-dev and xquad-zh-dev; without
  /// characters both lose.
  private static let characterFactor = 0.5

  /// By how much the weight of its stems is multiplied.
  var factor: Double { Double(count) * (kind == .character && !isShown ? Self.characterFactor : 1) }

  /// What the engine weighs.
  var engineQuery: EngineQuery {
    let query = stems.count == 1 ? EngineQuery.term(stems[0]) : .synonyms(stems)
    return factor == 1 ? query : .scaled(query, factor)
  }
}

/// The words that passages are ranked by, in the order of the query.
///
/// A passage need not hold all of them; those that hold more, and rarer ones, come first.
struct RankedWords {
  /// Each word once.
  private(set) var words: [RankedWord] = []
  /// For each word the first one with the same stems: `treaty` and `treaties` are one to the engine.
  private(set) var groups: [Int] = []
  /// The places of the query's words, in order, by their numbers in `words`; stop words are left
  /// out, but have their place.
  private(set) var places: [(position: Int, word: Int)] = []
  /// All words of a plain query of two to five words, stop words too; nil for any other.
  private(set) var verbatim: WordSequence?

  /// How many words a query ranks by: no question is longer, and pasted books end here.
  static let maximumCount = 500
  /// What a query stands word for word in a passage for has so many words.
  private static let verbatimCounts = 2...5
  /// How much of its words' weight the whole query adds where it stands word for word, so that such
  /// a passage is among those that are looked at.
  private static let verbatimFactor = 0.2

  /// Whether words were left out because there are too many.
  private(set) var isCut = false

  /// Takes the words of `text`; stop words only if there is nothing else.
  ///
  /// - Parameter isWhole: whether this is all of the query, and plain words.
  init(_ text: String, analyzer: QueryAnalyzer, isWhole: Bool) {
    let tokens = analyzer.tokens(in: text)
    let ranking = Self.withoutStopWords(tokens, of: text, analyzer: analyzer)
    take(ranking.isEmpty ? tokens : ranking)
    let plain = tokens.filter(\.kind.hasPosition)
    if isWhole, Self.verbatimCounts.contains(plain.count) { verbatim = WordSequence(plain) }
  }

  /// Adds the words that look like a pattern.
  mutating func append(_ pattern: WordPattern, stems: [String]) {
    guard !stems.isEmpty else { return }
    let word = RankedWord(
      pattern: pattern,
      stems: stems,
      position: nil,
      kind: .word,
      isShown: true
    )
    append(word)
  }

  var isEmpty: Bool { words.isEmpty }

  /// Passages that hold any of the words, weighted.
  var engineQuery: EngineQuery {
    var queries = words.map(\.engineQuery)
    guard !queries.isEmpty else { return .nothing }
    if let verbatim { queries.append(.scaled(verbatim.candidates, Self.verbatimFactor)) }
    return .joining(queries, by: EngineQuery.any)
  }

  private mutating func append(_ word: RankedWord) {
    if let known = words.firstIndex(where: { $0.pattern == word.pattern && $0.stems == word.stems })
    {
      words[known].count += 1
      if let position = word.position { places.append((position, known)) }
    } else if words.count < Self.maximumCount {
      groups.append(words.firstIndex { $0.stems == word.stems } ?? words.count)
      words.append(word)
      if let position = word.position { places.append((position, words.count - 1)) }
    } else {
      isCut = true
    }
  }

  private mutating func take(_ tokens: [QueryToken]) {
    let pairs = tokens.filter { $0.kind == .pair }.map(\.range)
    for token in tokens {
      let isInPair = token.kind == .character && pairs.contains { $0.overlaps(token.range) }
      append(
        RankedWord(
          pattern: WordPattern(word: token.word),
          stems: token.stems,
          position: token.kind == .compound || isInPair ? nil : token.position,
          kind: token.kind,
          isShown: !isInPair
        )
      )
    }
  }

  private static func withoutStopWords(
    _ tokens: [QueryToken],
    of text: String,
    analyzer: QueryAnalyzer
  ) -> [QueryToken] {
    let isAllCapitals = !text.contains { $0.isLowercase }
    let stopWords = analyzer.stopWords(for: tokens)
    return tokens.filter { token in
      guard token.kind != .compound, stopWords.contains(token) else { return true }
      // `US` and `U.S.` are no pronouns; in a query typed in capitals nothing can be told.
      let written = text.utf8.dropFirst(token.range.lowerBound).prefix(token.range.count)
      let capitals = written.count { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
      return !isAllCapitals && capitals >= 2
    }
  }
}
