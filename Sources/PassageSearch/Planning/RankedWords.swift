// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import QueryLanguage
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
  /// Whether it is a character that a pair of the query holds as well.
  var isInPair: Bool
  /// Whether the places where it stands are marked: words of a phrase are where the phrase stands only.
  var isShown: Bool
  /// How often the query holds it.
  var count = 1

  /// How much of its weight a character adds, beside the pairs that hold it.
  ///
  /// Between 0.3 and 1 there is little difference on cmrc2018-dev and xquad-zh-dev; without
  /// characters both lose.
  private static let characterFactor = 0.5

  /// By how much the weight of its stems is multiplied.
  var factor: Double { Double(count) * (isInPair ? Self.characterFactor : 1) }

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
  /// How many places of words are kept.
  private static let maximumPlaceCount = 4 * maximumCount
  /// What a query stands word for word in a passage for has so many words.
  private static let verbatimCounts = 2...5
  /// How much of its words' weight the whole query adds where it stands word for word, so that such
  /// a passage is among those that are looked at.
  private static let verbatimFactor = 0.2

  /// Whether words were left out because there are too many.
  private(set) var isCut = false

  private struct Key: Hashable {
    let pattern: WordPattern
    let stems: [String]
  }
  /// The words by what makes them the same, and the first with the same stems.
  private var numbers: [Key: Int] = [:]
  private var firstNumbers: [[String]: Int] = [:]

  /// A part of a query whose words rank.
  struct Part {
    let text: String
    /// Where it begins in the query.
    let start: Int
    /// Whether it is a phrase.
    let isPhrase: Bool

    init(_ text: QueryText, isPhrase: Bool) {
      self.text = text.text
      start = text.range.lowerBound
      self.isPhrase = isPhrase
    }
  }

  /// Takes the words of `parts`; stop words only if there is nothing else.
  ///
  /// - Parameters:
  ///   - parts: in the order of the query.
  ///   - telling: which of the words are no stop words.
  ///   - analyzer: for the languages of the index.
  ///   - isAlone: whether nothing else ranks.
  ///   - isWhole: whether this is all of the query, and plain words.
  init(
    _ parts: [Part],
    _ telling: TellingWords,
    analyzer: QueryAnalyzer,
    isAlone: Bool,
    isWhole: Bool
  ) {
    let text = parts.map(\.text).joined(separator: " ")
    let tokens = analyzer.tokens(in: text)
    let ranking = telling.among(tokens, of: text)
    take(ranking.isEmpty && isAlone ? tokens : ranking, phrases: Self.phrases(in: parts))
    let plain = tokens.filter(\.kind.hasPosition)
    // It must not bring up passages that hold none of the words that rank.
    if isWhole, Self.verbatimCounts.contains(plain.count), !places.isEmpty {
      verbatim = WordSequence(plain)
    }
  }

  /// Takes words that stand for no query, in no order.
  init(_ words: [RankedWord]) {
    for word in words { append(word) }
  }

  /// Adds the words that look like a pattern.
  ///
  /// `isShown`: whether each of them is marked where it stands.
  mutating func append(_ pattern: WordPattern, stems: [String], isShown: Bool) {
    guard !stems.isEmpty else { return }
    let word = RankedWord(
      pattern: pattern,
      stems: stems,
      position: nil,
      kind: .word,
      isInPair: false,
      isShown: isShown
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
    guard !isCut else { return }
    let key = Key(pattern: word.pattern, stems: word.stems)
    if let known = numbers[key] {
      words[known].count += word.count
      words[known].isShown = words[known].isShown || word.isShown
      // A character may stand in a pair here and alone there.
      words[known].isInPair = words[known].isInPair && word.isInPair
      if let position = word.position, places.count < Self.maximumPlaceCount {
        places.append((position, known))
      }
    } else if words.count < Self.maximumCount {
      let number = words.count
      numbers[key] = number
      let group = firstNumbers[word.stems] ?? number
      firstNumbers[word.stems] = group
      groups.append(group)
      words.append(word)
      if let position = word.position { places.append((position, number)) }
    } else {
      isCut = true
    }
  }

  private mutating func take(_ tokens: [QueryToken], phrases: [Range<Int>]) {
    let inPairs = CharactersInPairs(tokens)
    var phrases = phrases[...]
    for token in tokens {
      while let first = phrases.first, first.upperBound <= token.range.lowerBound {
        phrases.removeFirst()
      }
      let isInPair = inPairs.contains(token)
      append(
        RankedWord(
          pattern: WordPattern(word: token.word),
          stems: token.stems,
          position: token.kind == .compound || isInPair ? nil : token.position,
          kind: token.kind,
          isInPair: isInPair,
          isShown: phrases.first?.contains(token.range.lowerBound) != true
        )
      )
    }
  }

  /// Where phrases stand in the joined text of the parts: bytes.
  private static func phrases(in parts: [Part]) -> [Range<Int>] {
    var start = 0
    return parts.compactMap { part in
      let range = start..<start + part.text.utf8.count
      start = range.upperBound + 1
      return part.isPhrase ? range : nil
    }
  }
}
