// SPDX-License-Identifier: GPL-3.0-or-later

internal import TextAnalysis

extension PassageScan {
  /// The passages that a query is for, by Documentation/query-language.md, and how it was read: what
  /// nobody wrote becomes plain words if the query says more.
  package func answer(_ query: TypedQuery) -> (passages: Set<Int>, reading: TypedQuery) {
    let stopWords = stopWords(of: query)
    func passages(_ query: TypedQuery) -> Set<Int> {
      self.passages(condition(query.unwrapped, isExcluded: false, isRoot: true, stopWords))
    }
    let strict = passages(query)
    guard strict.isEmpty, let plain = query.withPhrasesAsWords else { return (strict, query) }
    return (passages(plain), plain)
  }

  private func passages(_ condition: Condition?) -> Set<Int> {
    guard let condition else { return [] }
    return Set(texts.indices.filter(condition))
  }

  /// What a part wants; nil if it holds no word.
  private func condition(
    _ query: TypedQuery,
    isExcluded: Bool,
    isRoot: Bool = false,
    _ stopWords: StopRule
  ) -> Condition? {
    func inner(_ part: TypedQuery, isExcluded: Bool) -> Condition? {
      condition(part, isExcluded: isExcluded, stopWords)
    }
    switch query {
    case .word(let typed):
      if isRoot { return beside([(.none, query)], isExcluded: isExcluded, isRoot: true, stopWords) }
      return word(typed, isTextOnly: isExcluded)
    case .phrase(let typed):
      guard let phrase = phrase(typed) else { return nil }
      return { !self.places(of: phrase, in: $0).isEmpty }
    case .wildcard(_, let parts):
      let sequence = sequence(ofPatterns: parts)
      return { !self.places(of: sequence, in: $0).isEmpty }
    case .near(let parts, let distance): return near(parts, distance)
    case .field(_, let demand): return field(demand)
    case .and(let parts):
      let conditions = parts.compactMap { inner($0, isExcluded: isExcluded) }
      return conditions.isEmpty ? nil : { number in conditions.allSatisfy { $0(number) } }
    case .or(let parts):
      let conditions = parts.compactMap { inner($0, isExcluded: isExcluded) }
      return conditions.isEmpty ? nil : { number in conditions.contains { $0(number) } }
    case .not(let part):
      guard let condition = inner(part, isExcluded: true) else { return nil }
      return { !condition($0) }
    case .beside(let parts):
      return beside(parts, isExcluded: isExcluded, isRoot: isRoot, stopWords)
    }
  }

  /// All that is demanded and nothing that is excluded; where nothing but
  /// fields is demanded, one of the others.
  private func beside(
    _ parts: [(sign: TypedQuery.Sign, part: TypedQuery)],
    isExcluded: Bool,
    isRoot: Bool,
    _ stopWords: StopRule
  ) -> Condition? {
    var optional: [TypedQuery] = []
    var all: [Condition] = []
    var hasDemand = false
    for (sign, part) in TypedQuery.flat(parts) {
      switch (sign, part) {
      case (.minus, let part), (_, .not(let part)):
        if let condition = condition(part, isExcluded: true, stopWords) {
          all.append { !condition($0) }
        }
      case (.none, let part) where part.isOptional: optional.append(part)
      default:
        if !part.isOfFields { hasDemand = true }
        if let condition = condition(part, isExcluded: isExcluded, stopWords) {
          all.append(condition)
        }
      }
    }
    if !hasDemand, !optional.isEmpty,
      let any = any(optional, isExcluded: isExcluded, isRoot: isRoot, stopWords)
    {
      all.append(any)
    }
    return all.isEmpty ? nil : { number in all.allSatisfy { $0(number) } }
  }

  /// One of the words and wildcards at least; stop words only if there is nothing else.
  private func any(
    _ optional: [TypedQuery],
    isExcluded: Bool,
    isRoot: Bool,
    _ stopWords: StopRule
  ) -> Condition? {
    var telling: [Condition] = []
    var others: [Condition] = []
    for part in optional {
      guard case .word(let typed) = part else {
        if let condition = condition(part, isExcluded: isExcluded, stopWords) {
          telling.append(condition)
        }
        continue
      }
      // Side by side, a word may be there in parts; a part of a query as a whole.
      let tokens = QueryAnalyzer(languages: languages).tokens(in: typed)
      let ranking = self.telling(tokens, of: typed, stopWords)
      if isRoot {
        if let found = anyStem(of: ranking, isTextOnly: isExcluded) { telling.append(found) }
        if let found = anyStem(of: tokens, isTextOnly: isExcluded) { others.append(found) }
      } else if let whole = word(typed, isTextOnly: isExcluded) {
        if ranking.isEmpty { others.append(whole) } else { telling.append(whole) }
      }
    }
    let chosen = telling.isEmpty ? others : telling
    return chosen.isEmpty ? nil : { number in chosen.contains { $0(number) } }
  }

  private func anyStem(of tokens: [QueryToken], isTextOnly: Bool) -> Condition? {
    guard !tokens.isEmpty else { return nil }
    let numbers = Set(tokens.flatMap(\.stems).compactMap { stemNumber($0) })
    return { self.holds(numbers, in: $0, isTextOnly: isTextOnly) }
  }

  /// A word with all its parts, or written as one.
  private func word(_ typed: String, isTextOnly: Bool) -> Condition? {
    let stems = stems(of: typed)
    guard !stems.isEmpty else { return nil }
    return { number in
      (stems.parts + stems.pairs).allSatisfy { self.holds($0, in: number, isTextOnly: isTextOnly) }
        || stems.compounds.contains { self.holds($0, in: number, isTextOnly: isTextOnly) }
    }
  }

  /// One place of each, none over another, with so many words from one to the next at the most.
  private func near(_ parts: [TypedQuery], _ distance: Int) -> Condition? {
    let finders = parts.compactMap { finder($0) }
    guard !finders.isEmpty else { return nil }
    return { number in
      let places = finders.map { $0(number) }
      guard !places.contains(where: \.isEmpty) else { return false }
      return places.indices.contains { first in
        places[first].contains { start in
          self.reaches(places, from: start, used: [first], distance)
        }
      }
    }
  }

  /// Whether all others can follow, each behind the one before it: tries everything.
  private func reaches(
    _ places: [[Range<Int>]],
    from last: Range<Int>,
    used: Set<Int>,
    _ distance: Int
  ) -> Bool {
    if used.count == places.count { return true }
    let end = words[last.upperBound - 1].position
    return places.indices.contains { operand in
      !used.contains(operand)
        && places[operand].contains { place in
          let gap = words[place.lowerBound].position - end
          return gap > 0 && gap <= distance
            && reaches(places, from: place, used: used.union([operand]), distance)
        }
    }
  }

  private func finder(_ part: TypedQuery) -> ((Int) -> [Range<Int>])? {
    switch part {
    case .phrase(let typed):
      guard let phrase = phrase(typed) else { return nil }
      return { self.places(of: phrase, in: $0) }
    case .wildcard(_, let parts):
      let sequence = sequence(ofPatterns: parts)
      return { self.places(of: sequence, in: $0) }
    case .word(let typed):
      // The parts of a word follow one another.
      let byLanguage = languages.map {
        Analyzer(language: $0).tokens(in: typed).filter(\.kind.hasPosition)
      }
      guard let tokens = byLanguage.first, !tokens.isEmpty else { return nil }
      let stems = tokens.indices.map { index in
        Set(byLanguage.compactMap { stemNumber($0[index].forms.stem) })
      }
      return { number in
        self.texts[number].words.dropLast(stems.count - 1).compactMap { start in
          let isHere = stems.indices.allSatisfy { index in
            stems[index].contains(self.words[start + index].stem)
              && Int(self.words[start + index].position - self.words[start].position) == index
          }
          return isHere ? start..<start + stems.count : nil
        }
      }
    default: return nil
    }
  }

  /// Which words tell nothing: those of the list, but for such as are written in capitals where others
  /// are not.
  struct StopRule {
    let words: StopWords
    let hasSmallLetters: Bool
  }

  /// The stop words that apply, by the words that are wanted.
  func stopWords(of query: TypedQuery) -> StopRule {
    let analyzer = QueryAnalyzer(languages: languages)
    let text = query.wantedParts.map(\.text).joined(separator: " ")
    return StopRule(
      words: analyzer.stopWords(for: analyzer.tokens(in: text)),
      hasSmallLetters: text != text.uppercased()
    )
  }

  /// Those of the words of `text` that are no stop words.
  func telling(_ tokens: [QueryToken], of text: String, _ rule: StopRule) -> [QueryToken] {
    tokens.filter { token in
      guard token.kind != .compound, rule.words.contains(token) else { return true }
      let written = String(decoding: Array(text.utf8)[token.range], as: UTF8.self)
      let letters = written.filter(\.isLetter)
      return rule.hasSmallLetters && letters.count > 1
        && letters.allSatisfy { $0.isASCII && $0.isUppercase }
    }
  }
}

extension TypedQuery {
  /// Whether it says only where to look.
  fileprivate var isOfFields: Bool {
    switch self {
    case .field: true
    case .and(let parts), .or(let parts): parts.allSatisfy(\.isOfFields)
    case .not(let part): part.isOfFields
    case .beside(let parts): parts.allSatisfy { $0.part.isOfFields }
    case .word, .phrase, .wildcard, .near: false
    }
  }
}
