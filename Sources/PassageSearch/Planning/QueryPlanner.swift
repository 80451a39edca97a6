// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import QueryLanguage
internal import TextAnalysis

/// Makes a plan of a query for one revision of an index.
struct QueryPlanner {
  private let reader: IndexReader
  private let analyzer: QueryAnalyzer
  /// Read once, for the first field that needs it.
  private var fields: DocumentFields?
  private var parts: [RankedWords.Part] = []
  private var patterns: [(WordPattern, [String])] = []
  private var sequences: [WordSequence] = []
  private var notes: [String] = []
  private var wildcardCount = 0

  /// How many wildcards a query has at the most.
  private static let maximumWildcardCount = 32

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.reader = reader
    self.analyzer = analyzer
  }

  /// The plan for `query`.
  ///
  /// - Parameters:
  ///   - query: what was meant.
  ///   - readsPhrasesAsWords: whether the phrases of a query that has other words too rank only:
  ///     nobody may have written just those words.
  /// - Returns: nil if it holds no word that could be looked for.
  /// - Throws: what the index reports.
  mutating func plan(
    _ query: ParsedQuery,
    readsPhrasesAsWords: Bool = false
  ) throws(IndexError) -> QueryPlan? {
    guard let root = query.root else { return nil }
    notes = query.notes
    var group = root.asGroup
    if readsPhrasesAsWords { notes.append(group.makePhrasesOptional()) }
    if group.optional.isEmpty, group.required.isEmpty {
      // Nothing is left to rank by: better a plain reading than no answer.
      notes.append("A query of nothing but excluded words was read as plain words.")
      group = QueryGroup(optional: group.excluded)
    }
    let demand = try demand(group, isExcluded: false, isRoot: true)
    var ranked = RankedWords(
      parts,
      analyzer: analyzer,
      isWhole: query.isPlain
    )
    for (pattern, stems) in patterns { ranked.append(pattern, stems: stems) }
    guard !ranked.isEmpty || demand != nil else { return nil }
    if ranked.isCut { notes.append("Only the first \(RankedWords.maximumCount) words were used.") }
    return QueryPlan(
      ranked: ranked,
      demand: demand,
      sequences: sequences,
      needsRankedWord: group.required.isEmpty && !ranked.isEmpty,
      notes: notes
    )
  }

  // MARK: Parts

  /// What a part demands; nil if it has no word that could be looked for.
  private mutating func demand(
    _ node: QueryNode,
    isExcluded: Bool
  ) throws(IndexError) -> Demand? {
    switch node {
    case .words(let text):
      if !isExcluded { parts.append(RankedWords.Part(text: text.text, isPhrase: false)) }
      return word(text.text, isExcluded: isExcluded)
    case .phrase(let text):
      let sequence = sequence(of: text.text)
      guard let sequence else { return nil }
      if !isExcluded {
        parts.append(RankedWords.Part(text: text.text, isPhrase: true))
        sequences.append(sequence)
      }
      return .sequence(sequence)
    case .wildcard(let text):
      return try wildcard(text.text, isExcluded: isExcluded)
    case .near(let nodes, let distance):
      var operands: [WordSequence] = []
      for node in nodes {
        if let operand = try operand(node, isExcluded: isExcluded) { operands.append(operand) }
      }
      return operands.isEmpty ? nil : .near(operands, distance: distance)
    case .field(let field, let value):
      return try self.field(field, value)
    case .all(let nodes):
      return .joined(try demands(nodes, isExcluded: isExcluded), by: Demand.all)
    case .any(let nodes):
      return .joined(try demands(nodes, isExcluded: isExcluded), by: Demand.any)
    case .not(let node):
      return try demand(node, isExcluded: !isExcluded).map { .not($0) }
    case .group(let group):
      return try demand(group, isExcluded: isExcluded, isRoot: false)
    }
  }

  private mutating func demands(
    _ nodes: [QueryNode],
    isExcluded: Bool
  ) throws(IndexError) -> [Demand] {
    var demands: [Demand] = []
    for node in nodes {
      if let demand = try demand(node, isExcluded: isExcluded) { demands.append(demand) }
    }
    return demands
  }

  /// Of things side by side: all that are required, or else any of the others.
  private mutating func demand(
    _ group: QueryGroup,
    isExcluded: Bool,
    isRoot: Bool
  ) throws(IndexError) -> Demand? {
    let optional = try demands(group.optional, isExcluded: isExcluded)
    var all = try demands(group.required, isExcluded: isExcluded)
    // Whatever the engine ranks at the top holds one of the words, unless only their stems match.
    let areWords = optional.allSatisfy { $0.candidates.isExact }
    if all.isEmpty, !(isRoot && areWords), let any = Demand.joined(optional, by: Demand.any) {
      all.append(any)
    }
    all += try demands(group.excluded, isExcluded: !isExcluded).map { .not($0) }
    return .joined(all, by: Demand.all)
  }

  private mutating func field(
    _ field: QueryField,
    _ value: FieldValue
  ) throws(IndexError) -> Demand? {
    switch field {
    case .title: return try titled(.title, value)
    case .heading: return try titled(.headings, value)
    default:
      return try documentFields().demand(field, value)
    }
  }

  private mutating func documentFields() throws(IndexError) -> DocumentFields {
    if let fields { return fields }
    let read = try DocumentFields(reader: reader, analyzer: analyzer)
    fields = read
    return read
  }

  private mutating func titled(
    _ place: TitlePlace,
    _ value: FieldValue
  ) throws(IndexError) -> Demand? {
    let text = value.written.text
    switch value {
    case .wildcard:
      guard let expanded = try expand(text) else { return nil }
      return .titledAs(place, WordSequence(patterns: [expanded.0], stems: [expanded.1]))
    case .phrase:
      return sequence(of: text).map { .titledAs(place, $0) }
    case .text, .dates:
      let words = analyzer.tokens(in: text).filter(\.kind.hasPosition).map(\.stems)
      return words.isEmpty ? nil : .titled(place, words)
    }
  }

  // MARK: Words

  /// A hyphenated word is there if its parts are, or if it is as one word.
  private func word(_ text: String, isExcluded: Bool) -> Demand? {
    let tokens = analyzer.tokens(in: text)
    let place = isExcluded ? Demand.Place.text : .textOrHeadings
    let parts = tokens.filter(\.kind.hasPosition).map { Demand.word($0.stems, place) }
    let compounds = tokens.filter { $0.kind == .compound }.map { Demand.word($0.stems, place) }
    guard let together = Demand.joined(parts, by: Demand.all) else { return nil }
    return .joined([together] + compounds, by: Demand.any)
  }

  private func sequence(of text: String, isAsWritten: Bool = true) -> WordSequence? {
    let tokens = analyzer.tokens(in: text).filter(\.kind.hasPosition)
    return tokens.isEmpty ? nil : WordSequence(tokens, isAsWritten: isAsWritten)
  }

  private mutating func wildcard(
    _ text: String,
    isExcluded: Bool
  ) throws(IndexError) -> Demand? {
    guard let sequence = try wildcardSequence(text) else { return nil }
    if !isExcluded {
      sequences.append(sequence)
      for (pattern, stems) in zip(sequence.patterns, sequence.stems) {
        patterns.append((pattern, stems))
      }
    }
    return .sequence(sequence)
  }

  /// A word with wildcards, or several that hyphens join.
  private mutating func wildcardSequence(_ text: String) throws(IndexError) -> WordSequence? {
    var patterns: [WordPattern] = []
    var stems: [[String]] = []
    for part in text.split(whereSeparator: { "-\u{2010}\u{2011}".contains($0) }) {
      if part.contains(where: { $0 == "*" || $0 == "?" }) {
        guard let expanded = try expand(String(part)) else { return nil }
        patterns.append(expanded.0)
        stems.append(expanded.1)
      } else {
        for token in analyzer.tokens(in: String(part)) where token.kind.hasPosition {
          patterns.append(WordPattern(word: token.word))
          stems.append(token.stems)
        }
      }
    }
    return patterns.isEmpty ? nil : WordSequence(patterns: patterns, stems: stems)
  }

  private mutating func expand(_ text: String) throws(IndexError) -> (WordPattern, [String])? {
    wildcardCount += 1
    guard wildcardCount <= Self.maximumWildcardCount else {
      if wildcardCount == Self.maximumWildcardCount + 1 {
        notes.append("Only the first \(Self.maximumWildcardCount) wildcards were used.")
      }
      return nil
    }
    let pattern = WordPattern(wildcard: text)
    let expansion = try WildcardExpander(reader: reader, analyzer: analyzer)
      .expand(pattern, written: text)
    if let note = expansion.note { notes.append(note) }
    return (pattern, expansion.stems)
  }

  private mutating func operand(
    _ node: QueryNode,
    isExcluded: Bool
  ) throws(IndexError) -> WordSequence? {
    switch node {
    case .words(let text):
      if !isExcluded { parts.append(RankedWords.Part(text: text.text, isPhrase: false)) }
      return sequence(of: text.text, isAsWritten: false)
    case .phrase(let text):
      let sequence = sequence(of: text.text)
      if !isExcluded, let sequence {
        parts.append(RankedWords.Part(text: text.text, isPhrase: true))
        sequences.append(sequence)
      }
      return sequence
    case .wildcard(let text):
      let sequence = try wildcardSequence(text.text)
      if let sequence, !isExcluded {
        for (pattern, stems) in zip(sequence.patterns, sequence.stems) {
          patterns.append((pattern, stems))
        }
      }
      return sequence
    default:
      return nil
    }
  }
}

extension QueryNode {
  /// The same as things side by side.
  fileprivate var asGroup: QueryGroup {
    switch self {
    case .group(let group): group
    case .words: QueryGroup(optional: [self])
    default: QueryGroup(required: [self])
    }
  }
}

extension QueryGroup {
  /// Reads the phrases as plain words; returns a sentence about it.
  fileprivate mutating func makePhrasesOptional() -> String {
    let phrases = required.filter { if case .phrase = $0 { true } else { false } }
    required.removeAll { phrases.contains($0) }
    for case .phrase(let text) in phrases { optional.append(.words(text)) }
    return phrases.count == 1
      ? "No passage holds the quoted words as written; they were searched for one by one."
      : "No passage holds all the quoted words as written; they were searched for one by one."
  }

  /// Whether there are phrases that must be there, and words besides.
  fileprivate var hasPhrasesBesideWords: Bool {
    !optional.isEmpty && required.contains { if case .phrase = $0 { true } else { false } }
  }
}

extension ParsedQuery {
  /// Whether the query says more than the phrases that it demands.
  var hasPhrasesBesideWords: Bool { root?.asGroup.hasPhrasesBesideWords ?? false }
}

extension Demand {
  /// One demand of several, nil of none; a single one is left alone.
  static func joined(_ demands: [Demand], by join: ([Demand]) -> Demand) -> Demand? {
    demands.count > 1 ? join(demands) : demands.first
  }
}
