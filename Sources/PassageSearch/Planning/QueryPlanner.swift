// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import QueryLanguage
internal import TextAnalysis

/// Makes a plan of a query for one revision of an index.
struct QueryPlanner {
  private let analyzer: QueryAnalyzer
  private let reader: IndexReader
  private var wildcards: WildcardReader
  private var fields: FieldReader
  private var telling: TellingWords
  private var parts: [RankedWords.Part] = []
  private var patterns: [RankedPattern] = []
  private var sequences: [WordSequence] = []
  private var notes: [String] = []

  /// A text without operators is read so far: beyond that there are more words than rank.
  private static let maximumTextByteCount = 16_384

  /// A word that is ranked by what it looks like.
  private struct RankedPattern {
    let pattern: WordPattern
    let stems: [String]
    let isShown: Bool
  }

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.reader = reader
    self.analyzer = analyzer
    telling = TellingWords("", analyzer: analyzer)
    wildcards = WildcardReader(reader: reader, analyzer: analyzer)
    fields = FieldReader(reader: reader, analyzer: analyzer)
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
    if group.cutLongWords(to: Self.maximumTextByteCount) {
      notes.append(
        "Of a text this long only the first \(Self.maximumTextByteCount) bytes were used."
      )
    }
    telling = TellingWords(group.wantedTexts.joined(separator: " "), analyzer: analyzer)
    let demand = try demand(group, isExcluded: false, isRoot: true)
    var ranked = RankedWords(
      parts.sorted { $0.start < $1.start },
      telling,
      analyzer: analyzer,
      isAlone: patterns.isEmpty,
      isWhole: query.isPlain
    )
    for each in patterns { ranked.append(each.pattern, stems: each.stems, isShown: each.isShown) }
    guard !ranked.isEmpty || demand != nil else { return nil }
    if ranked.isCut {
      notes.append("Only the first \(RankedWords.maximumCount) words were used.")
    }
    return QueryPlan(
      ranked: ranked,
      demand: demand,
      sequences: sequences.withoutDuplicates,
      needsRankedWord: group.needsOptional && !group.optional.isEmpty && !ranked.isEmpty,
      notes: notes + wildcards.notes + fields.notes
    )
  }

  // MARK: Parts

  /// What a part demands; nil if it has no word that could be looked for.
  ///
  /// `isExcluded`: whether it stands within something that is excluded, so that nothing of
  ///   it ranks.
  private mutating func demand(
    _ node: QueryNode,
    isExcluded: Bool
  ) throws(IndexError) -> Demand? {
    switch node {
    case .words(let text):
      if !isExcluded { parts.append(RankedWords.Part(text, isPhrase: false)) }
      return WordParts(analyzer.tokens(in: text.text))?.demand { stems in
        .word(stems, isExcluded ? .text : .textOrHeadings)
      }
    case .phrase(let text):
      guard let sequence = sequence(of: text.text) else { return nil }
      if !isExcluded { rank(text, sequence) }
      return try demand(sequence)
    case .wildcard(let text):
      guard let sequence = try wildcards.sequence(of: text.text) else { return nil }
      if !isExcluded { rank(sequence) }
      return try demand(sequence)
    case .near(let nodes, let distance):
      return try near(nodes, distance, isExcluded: isExcluded)
    case .field(let field, let value):
      return try fields.demand(field, value, &wildcards)
    case .all(let nodes):
      return .all(of: try demands(nodes, isExcluded: isExcluded))
    case .any(let nodes):
      return .any(of: try demands(nodes, isExcluded: isExcluded))
    case .not(let node):
      return try demand(node, isExcluded: true).map { .not($0) }
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

  /// Of things side by side: all that are required; where these are only fields, or nothing, any of the
  /// others.
  private mutating func demand(
    _ group: QueryGroup,
    isExcluded: Bool,
    isRoot: Bool
  ) throws(IndexError) -> Demand? {
    let any = try anyDemand(group.optional, isExcluded: isExcluded, isRoot: isRoot)
    var all = try demands(group.required, isExcluded: isExcluded)
    if all.isEmpty || group.needsOptional, let any { all.append(any) }
    all += try demands(group.excluded, isExcluded: true).map { .not($0) }
    return .all(of: all)
  }

  /// One of the words and wildcards that only rank; of stop words only if there is nothing else.
  ///
  /// At the top nil if it is enough to hold one of the ranked words, in whole or in part.
  private mutating func anyDemand(
    _ optional: [QueryNode],
    isExcluded: Bool,
    isRoot: Bool
  ) throws(IndexError) -> Demand? {
    if isRoot, optional.allSatisfy(\.isWords) {
      for case .words(let text) in optional {
        parts.append(RankedWords.Part(text, isPhrase: false))
      }
      return nil
    }
    var told: [Demand] = []
    var stopWords: [Demand] = []
    var others: [Demand] = []
    for node in optional {
      let demand = try demand(node, isExcluded: isExcluded)
      guard case .words(let text) = node else {
        if let demand { others.append(demand) }
        continue
      }
      let tokens = analyzer.tokens(in: text.text)
      let telling = telling.among(tokens, of: text.text)
      if isRoot {
        if !telling.isEmpty { told.append(.word(telling.flatMap(\.stems), .textOrHeadings)) }
        if !tokens.isEmpty { stopWords.append(.word(tokens.flatMap(\.stems), .textOrHeadings)) }
      } else if let demand {
        if telling.isEmpty { stopWords.append(demand) } else { told.append(demand) }
      }
    }
    if isRoot, others.isEmpty, !optional.contains(where: \.isWildcard) { return nil }
    let any = told + others
    return .any(of: any.isEmpty ? stopWords : any)
  }

  private mutating func near(
    _ nodes: [QueryNode],
    _ distance: Int,
    isExcluded: Bool
  ) throws(IndexError) -> Demand? {
    var operands: [WordSequence] = []
    for node in nodes {
      if let operand = try operand(node, isExcluded: isExcluded) { operands.append(operand) }
    }
    guard !operands.isEmpty else { return nil }
    let joined = operands.prefix(Demand.maximumNearCount)
    guard joined.count < operands.count else { return .near(operands, distance: distance) }
    let note =
      "NEAR joins \(Demand.maximumNearCount) words or phrases at the most; the others may stand anywhere in the text."
    if !notes.contains(note) { notes.append(note) }
    return .all(
      [.near(Array(joined), distance: distance)]
        + operands.dropFirst(joined.count).map { .sequence($0) }
    )
  }

  private mutating func operand(
    _ node: QueryNode,
    isExcluded: Bool
  ) throws(IndexError) -> WordSequence? {
    switch node {
    case .words(let text):
      if !isExcluded { parts.append(RankedWords.Part(text, isPhrase: false)) }
      return sequence(of: text.text, isAsWritten: false)
    case .phrase(let text):
      let sequence = sequence(of: text.text)
      if let sequence, !isExcluded { rank(text, sequence) }
      return sequence
    case .wildcard(let text):
      let sequence = try wildcards.sequence(of: text.text)
      if let sequence, !isExcluded { rank(sequence) }
      return sequence
    default:
      return nil
    }
  }

  // MARK: Sequences

  private func sequence(of text: String, isAsWritten: Bool = true) -> WordSequence? {
    let tokens = analyzer.tokens(in: text).filter(\.kind.hasPosition)
    return tokens.isEmpty ? nil : WordSequence(tokens, isAsWritten: isAsWritten)
  }

  /// A single word that no document has as it is written is nowhere: its stem may be everywhere.
  private func demand(_ sequence: WordSequence) throws(IndexError) -> Demand {
    guard sequence.patterns.count == 1, let word = sequence.patterns.first, word.isLiteral,
      sequence.isOfVocabulary, word.text.utf8.count > 1,
      try reader.words(matching: [word.text], limit: 1).isEmpty
    else { return .sequence(sequence) }
    return .any([])
  }

  private mutating func rank(_ phrase: QueryText, _ sequence: WordSequence) {
    parts.append(RankedWords.Part(phrase, isPhrase: true))
    sequences.append(sequence)
  }

  /// Ranks by the words of a wildcard; of one with several words the words are not marked one by one.
  private mutating func rank(_ sequence: WordSequence) {
    sequences.append(sequence)
    for (pattern, stems) in zip(sequence.patterns, sequence.stems) {
      guard let stems else { continue }
      patterns.append(
        RankedPattern(pattern: pattern, stems: stems, isShown: sequence.patterns.count == 1)
      )
    }
  }
}

extension QueryNode {
  /// The same as things side by side.
  fileprivate var asGroup: QueryGroup {
    switch self {
    case .group(let group): group
    case .words: QueryGroup(optional: [self])
    // To demand one of very many words and to rank by them costs twice what ranking by them does, and
    // is the same but for stop words.
    case .any(let nodes) where nodes.count > 64 && nodes.allSatisfy(\.isWords):
      QueryGroup(optional: nodes)
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
    let isAlone = required.isEmpty && excluded.isEmpty
    return "No passage\(isAlone ? "" : " that fulfils the rest") holds"
      + " \(phrases.count == 1 ? "" : "all ")the quoted words as written; they were searched for one by one."
  }

  /// Leaves out what is behind the first bytes of a text; says whether there was anything.
  fileprivate mutating func cutLongWords(to count: Int) -> Bool {
    var isCut = false
    for (index, node) in optional.enumerated() {
      guard case .words(let text) = node, text.text.utf8.count > count else { continue }
      var end = text.text.utf8.index(text.text.startIndex, offsetBy: count)
      while end.samePosition(in: text.text.unicodeScalars) == nil {
        end = text.text.utf8.index(before: end)
      }
      optional[index] = .words(QueryText(text: String(text.text[..<end]), range: text.range))
      isCut = true
    }
    return isCut
  }

  /// Whether one of the words that only rank has to be there: fields say where to look, not for what.
  fileprivate var needsOptional: Bool {
    required.allSatisfy(\.isOfFields)
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

extension QueryNode {
  fileprivate var isWildcard: Bool { if case .wildcard = self { true } else { false } }
  /// Whether it asks for nothing but fields, however they are joined.
  fileprivate var isOfFields: Bool {
    switch self {
    case .field: true
    case .all(let nodes), .any(let nodes): nodes.allSatisfy(\.isOfFields)
    case .not(let node): node.isOfFields
    case .group(let group):
      group.optional.isEmpty && (group.required + group.excluded).allSatisfy(\.isOfFields)
    case .words, .phrase, .wildcard, .near: false
    }
  }
  fileprivate var isWords: Bool { if case .words = self { true } else { false } }

  /// The words that it wants, as they were typed.
  fileprivate var wantedTexts: [String] {
    switch self {
    case .words(let text), .phrase(let text): [text.text]
    case .wildcard, .field, .not: []
    case .near(let nodes, _), .all(let nodes), .any(let nodes): nodes.flatMap(\.wantedTexts)
    case .group(let group): group.wantedTexts
    }
  }
}

extension QueryGroup {
  fileprivate var wantedTexts: [String] { (optional + required).flatMap(\.wantedTexts) }
}
