// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel
internal import TextAnalysis

extension PassageScan {
  /// What a query marks in its hits.
  package struct Marks {
    fileprivate var stems: Set<Int32> = []
    /// Of characters that stand in a pair: marked where no pair stands.
    fileprivate var characters: Set<Int32> = []
    fileprivate var pairs: Set<Int32> = []
    fileprivate var sequences: [Sequence] = []
  }

  /// What of a query is marked: the words that rank, but for those that stand in phrases only;
  /// wildcards, and phrases whole.
  package func marks(of query: TypedQuery) -> Marks {
    var marks = Marks()
    let parts = query.wantedParts
    let text = parts.map(\.text).joined(separator: " ")
    let analyzer = QueryAnalyzer(languages: languages)
    let tokens = analyzer.tokens(in: text)
    let telling = self.telling(tokens, of: text, stopWords(of: query))
    let hasWildcard = query.wantedSequences.contains { part in
      if case .wildcard = part { true } else { false }
    }
    let ranking = telling.isEmpty && !hasWildcard ? tokens : telling
    var phrases: [Range<Int>] = []
    var start = 0
    for part in parts {
      if part.isPhrase { phrases.append(start..<start + part.text.utf8.count) }
      start += part.text.utf8.count + 1
    }
    let pairs = ranking.filter { $0.kind == .pair }.map(\.range)
    for token in ranking where !phrases.contains(where: { $0.contains(token.range.lowerBound) }) {
      let numbers = token.stems.compactMap { stemNumber($0) }
      // A pair marks both of its characters where they stand together.
      let isInPair = pairs.contains { token.kind == .character && $0.overlaps(token.range) }
      if isInPair { marks.characters.formUnion(numbers) } else { marks.stems.formUnion(numbers) }
      if token.kind == .pair { marks.pairs.formUnion(numbers) }
    }
    // Alone somewhere in the query, if only in a phrase, a character is no part of a pair.
    for token in ranking where token.kind == .character {
      let isInPair = pairs.contains { $0.overlaps(token.range) }
      let numbers = Set(token.stems.compactMap { stemNumber($0) })
      if !isInPair, !marks.characters.isDisjoint(with: numbers) { marks.stems.formUnion(numbers) }
    }
    marks.sequences = query.wantedSequences.compactMap { part in
      switch part {
      case .phrase(let typed): phrase(typed)
      case .wildcard(_, let parts): sequence(ofPatterns: parts)
      default: nil
      }
    }
    return marks
  }

  /// What is wrong with the marks of a hit.
  package func faults(of hit: Hit, _ marks: Marks) -> [String] {
    guard let number = number(of: hit) else { return ["a hit is no passage of the index"] }
    let text = texts[number]
    let all = words[text.words] + others[text.others]
    let holdsPair = all.contains { $0.kind == .pair && marks.pairs.contains($0.stem) }
    let found = all.filter { word in
      marks.stems.contains(word.stem) || !holdsPair && marks.characters.contains(word.stem)
    }
    let places = marks.sequences.flatMap { sequence in
      self.places(of: sequence, in: number).map {
        words[$0.lowerBound].range.lowerBound..<words[$0.upperBound - 1].range.upperBound
      }
    }
    let expected = Self.joined(found.map(\.range) + places)
    var faults: [String] = []
    func quoted(_ ranges: [Range<Int>]) -> String {
      let utf8 = Array(hit.passage.text.utf8)
      return ranges.map { String(decoding: utf8[$0], as: UTF8.self) }.joined(separator: "|")
    }
    if hit.highlights != expected {
      let missing = expected.filter { !hit.highlights.contains($0) }
      let extra = hit.highlights.filter { !expected.contains($0) }
      faults.append("not marked: \(quoted(missing)); marked: \(quoted(extra))")
    }
    let utf8 = Array(hit.passage.text.utf8)
    let range = hit.snippet.range
    let bounds = (hit.highlights + [range]).flatMap { [$0.lowerBound, $0.upperBound] }
    if bounds.contains(where: { $0 < utf8.count && utf8[$0] & 0xC0 == 0x80 }) {
      faults.append("a range ends within a character")
    }
    if hit.snippet.text != String(decoding: utf8[range], as: UTF8.self) {
      faults.append("the snippet is not what stands there")
    }
    let shown = hit.highlights.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
      .map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound }
    if shown != hit.snippet.highlights { faults.append("the snippet is marked otherwise") }
    return faults
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}

extension TypedQuery {
  /// The phrases and wildcards that are wanted.
  fileprivate var wantedSequences: [TypedQuery] {
    switch self {
    case .phrase, .wildcard: [self]
    case .word, .field, .not: []
    case .near(let parts, _), .and(let parts), .or(let parts): parts.flatMap(\.wantedSequences)
    case .beside(let parts):
      parts.flatMap { $0.sign == .minus ? [] : $0.part.wantedSequences }
    }
  }
}
