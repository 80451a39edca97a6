// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel
package import PassageSearch

/// Compares what a search returns with a plain scan, for queries taken at random.
package struct ExactnessProof<Random: RandomNumberGenerator> {
  /// What was tried, and what was wrong.
  package struct Outcome: Sendable {
    /// How many queries.
    package var queryCount = 0
    /// How many hits all of them had together.
    package var hitCount = 0
    /// Those that were left out, because a wildcard stands for too many words.
    package var skippedCount = 0
    /// How many hits' marks were looked at.
    package var markedCount = 0
    /// What is wrong, with the query.
    package var faults: [String] = []
  }

  private let scan: PassageScan
  private let searcher: Searcher
  package private(set) var source: QuerySource<Random>
  private var random: Random

  /// Prepares to search an index.
  package init(_ scan: PassageScan, _ searcher: Searcher, random: Random) {
    self.scan = scan
    self.searcher = searcher
    self.random = random
    source = QuerySource(scan, random: random)
  }

  /// Phrases of one kind.
  package mutating func phrases(_ kind: QuerySource<Random>.PhraseKind, count: Int) throws
    -> Outcome
  {
    try outcome(count) { $0.phrase(kind) }
  }

  /// Single wildcards, demanded or as they are.
  package mutating func wildcards(count: Int) throws -> Outcome {
    try outcome(count) { .beside([(.none, $0.wildcard())]) }
  }

  /// Single fields.
  package mutating func fields(count: Int) throws -> Outcome {
    try outcome(count) { .beside([(.none, $0.field())]) }
  }

  /// Trees of all that there is.
  package mutating func trees(count: Int, depth: Int) throws -> Outcome {
    try outcome(count) { $0.tree(depth: depth) }
  }

  /// Single words and a few side by side, which are only ranked.
  package mutating func words(count: Int) throws -> Outcome {
    try outcome(count) { source in
      .beside((0..<3).map { _ in (.none, .word(source.word())) })
    }
  }

  private mutating func outcome(
    _ count: Int,
    _ make: (inout QuerySource<Random>) -> TypedQuery?
  ) throws -> Outcome {
    var outcome = Outcome()
    for _ in 0..<count {
      guard let query = make(&source) else { continue }
      try add(query, to: &outcome)
    }
    return outcome
  }

  private mutating func add(_ query: TypedQuery, to outcome: inout Outcome) throws {
    let walk = try PageWalk(query.written, in: searcher) { found in
      Int.random(in: 1...(2 * found + 30), using: &random)
    }
    outcome.queryCount += 1
    guard !walk.notes.contains(where: { $0.contains("most frequent were used") }) else {
      outcome.skippedCount += 1
      return
    }
    outcome.hitCount += walk.hits.count
    let answer = scan.answer(query)
    var faults = scan.faults(of: walk, for: query, expected: answer.passages)
    let marks = scan.marks(of: answer.reading)
    let shown = walk.hits.shuffled(using: &random).prefix(20)
    outcome.markedCount += shown.count
    for hit in shown { faults += scan.faults(of: hit, marks) }
    outcome.faults += faults.prefix(3).map { "\(query.written)\n    \($0)" }
  }
}
