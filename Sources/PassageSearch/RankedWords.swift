// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// The plain words of a query.
///
/// A passage need not hold all of them; those that hold more, and rarer ones, come first, and
/// words that stand beside each other in the query count a little more where they do so in the
/// passage too.
struct RankedWords {
  private var words: [QueryToken] = []

  /// How much of their weight two neighbours add when they stand together in a passage.
  ///
  /// Little helps questions, much hurts everything, because a phrase adds the whole weight of its
  /// words again. Between 0.03 and 0.08 squad-dev gained and cranfield lost.
  private static let adjacencyFactor = 0.05
  /// How much of its weight a character adds, beside the pairs that hold it.
  ///
  /// Between 0.3 and 1 there is little difference on cmrc2018-dev and xquad-zh-dev; without
  /// characters both lose.
  private static let characterFactor = 0.5
  /// A query of more words than this is no question but a text: its pairs would cost more than they
  /// tell, because the positions of all its common words would have to be read.
  private static let maximumWordCountForPairs = 64
  /// Neighbours further apart in the query (stop words between them) are no neighbours.
  private static let maximumGap = 3

  init(_ texts: [Substring], analyzer: QueryAnalyzer, dropsStopWords: Bool) {
    let text = texts.joined(separator: " ")
    let isAllCapitals = !text.contains { $0.isLowercase }
    let tokens = analyzer.tokens(in: text)
    let stopWords = dropsStopWords ? analyzer.stopWords(for: tokens) : nil
    for token in tokens {
      if token.kind != .compound, stopWords?.contains(token) == true {
        // `US` and `U.S.` are no pronouns; in a query typed in capitals nothing can be told.
        let written = text.utf8.dropFirst(token.range.lowerBound).prefix(token.range.count)
        let capitals = written.count { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        if isAllCapitals || capitals < 2 { continue }
      }
      words.append(token)
    }
  }

  var isEmpty: Bool { words.isEmpty }

  var stems: Set<String> { Set(words.flatMap(\.stems)) }

  /// Keeps the first `count` words; says whether any were left out.
  mutating func limit(to count: Int) -> Bool {
    guard words.count > count else { return false }
    words.removeSubrange(count...)
    return true
  }

  var engineQuery: EngineQuery {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for stem in words.flatMap(\.stems) {
      if counts[stem] == nil { order.append(stem) }
      counts[stem, default: 0] += 1
    }
    let characters = Set(words.filter { $0.kind == .character }.flatMap(\.stems))
    let terms = order.map { stem in
      let term = EngineQuery.term(stem, count: counts[stem] ?? 1)
      return characters.contains(stem) ? .scaled(term, Self.characterFactor) : term
    }
    guard let first = terms.first else { return .nothing }
    let any = terms.count == 1 ? first : .any(terms)
    let pairs = adjacentPairs
    guard !pairs.isEmpty else { return any }
    // Neighbours stand only where their words do, so they add weight and no passages.
    return .any(terms + pairs.map { .scaled($0, Self.adjacencyFactor) })
  }

  private var adjacentPairs: [EngineQuery] {
    let plain = words.filter(\.kind.hasPosition)
    guard plain.count <= Self.maximumWordCountForPairs else { return [] }
    var seen: Set<[String]> = []
    return zip(plain, plain.dropFirst()).flatMap { left, right -> [EngineQuery] in
      let gap = right.position - left.position
      // Neighbouring characters have a term of their own.
      guard (1...Self.maximumGap).contains(gap), left.kind == .word || right.kind == .word
      else { return [] }
      return QueryAnalyzer.stemSequences(of: [left, right])
        .filter { $0[0] != $0[1] && seen.insert($0).inserted }
        .map { .phrase($0, window: gap + 1) }
    }
  }
}
