// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// The plain words of a query.
///
/// A passage need not hold all of them; those that hold more, and rarer ones, come first, and
/// words that stand beside each other in the query count a little more where they do so in the
/// passage too.
struct RankedWords {
  private struct Word {
    let stem: String
    let position: Int
    let isCompound: Bool
  }

  private var words: [Word] = []

  /// How much of their weight two neighbours add when they stand together in a passage.
  ///
  /// Little helps questions, much hurts everything, because a phrase adds the whole weight of its
  /// words again. Between 0.03 and 0.08 squad-dev gained and cranfield lost.
  private static let adjacencyFactor = 0.05
  /// A query of more words than this is no question but a text: its pairs would cost more than they
  /// tell, because the positions of all its common words would have to be read.
  private static let maximumWordCountForPairs = 64
  /// Neighbours further apart in the query (stop words between them) are no neighbours.
  private static let maximumGap = 3

  init(_ texts: [Substring], analyzer: Analyzer, dropsStopWords: Bool) {
    let text = texts.joined(separator: " ")
    let isAllCapitals = !text.contains { $0.isLowercase }
    for token in analyzer.tokens(in: text) {
      if dropsStopWords, token.kind == .word, StopWords.english.contains(token.forms.word) {
        // `US` and `U.S.` are no pronouns; in a query typed in capitals nothing can be told.
        let written = text.utf8.dropFirst(token.range.lowerBound).prefix(token.range.count)
        let capitals = written.count { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
        if isAllCapitals || capitals < 2 { continue }
      }
      words.append(
        Word(
          stem: token.forms.stem,
          position: token.position,
          isCompound: token.kind == .compound
        )
      )
    }
  }

  var isEmpty: Bool { words.isEmpty }

  var stems: Set<String> { Set(words.map(\.stem)) }

  /// Keeps the first `count` words; says whether any were left out.
  mutating func limit(to count: Int) -> Bool {
    guard words.count > count else { return false }
    words.removeSubrange(count...)
    return true
  }

  var engineQuery: EngineQuery {
    var counts: [String: Int] = [:]
    var order: [String] = []
    for word in words {
      if counts[word.stem] == nil { order.append(word.stem) }
      counts[word.stem, default: 0] += 1
    }
    let terms = order.map { EngineQuery.term($0, count: counts[$0] ?? 1) }
    guard let first = terms.first else { return .nothing }
    let any = terms.count == 1 ? first : .any(terms)
    let pairs = adjacentPairs
    guard !pairs.isEmpty else { return any }
    // Neighbours stand only where their words do, so they add weight and no passages.
    return .any(terms + pairs.map { .scaled($0, Self.adjacencyFactor) })
  }

  private var adjacentPairs: [EngineQuery] {
    let plain = words.filter { !$0.isCompound }
    guard plain.count <= Self.maximumWordCountForPairs else { return [] }
    var seen: Set<[String]> = []
    return zip(plain, plain.dropFirst()).compactMap { left, right in
      let gap = right.position - left.position
      guard (1...Self.maximumGap).contains(gap), left.stem != right.stem,
        seen.insert([left.stem, right.stem]).inserted
      else { return nil }
      return .phrase([left.stem, right.stem], window: gap + 1)
    }
  }
}
