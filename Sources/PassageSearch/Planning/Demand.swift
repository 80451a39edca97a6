// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// What a passage has to fulfil to be a hit.
///
/// The engine finds candidates; where it cannot tell, the passage itself is looked at.
indirect enum Demand: Hashable {
  /// Where a word may stand.
  enum Place: Hashable {
    /// In the text, or in the title or a heading above it.
    case textOrHeadings
    /// In the text alone: what excludes by a title would exclude whole documents.
    case text
  }

  /// A word, by any of the stems.
  case word([String], Place)
  /// Words as written, one after the other, in the text.
  case sequence(WordSequence)
  /// All of them in the text, in any order, with at most `distance` words from one to the next.
  case near([WordSequence], distance: Int)
  /// A word of the title or of a heading, by any of the stems.
  case titled(TitlePlace, [String])
  /// Words as written, one after the other, in the title or one heading.
  case titledAs(TitlePlace, WordSequence)
  /// The passage's document is one of these.
  case document(Set<DocumentNumber>)
  /// The passage is one of these.
  case passage(Set<EngineDocID>)
  /// The passage has a marker with one of the labels of its document.
  case leaning([DocumentNumber: Set<String>])
  /// Each of them.
  case all([Demand])
  /// At least one of them.
  case any([Demand])
  /// Not it.
  case not(Demand)
}

/// The title of a document, or the headings above a passage.
enum TitlePlace: Hashable {
  case title
  case headings

  /// What the engine has before the stems of such words.
  var prefix: String {
    switch self {
    case .title: IndexSchema.title.prefix
    case .headings: IndexSchema.heading.prefix
    }
  }
}

extension Demand {
  /// What the engine can tell of the passages that fulfil a demand.
  struct Candidates {
    /// All of them, and perhaps others.
    let query: EngineQuery
    /// None but them, though perhaps not all; nil if `query` has no others.
    let certain: EngineQuery?

    /// Whether the engine knows them exactly.
    var isExact: Bool { certain == nil }

    /// Exactly those of a query.
    init(exactly query: EngineQuery) {
      self.query = query
      certain = nil
    }

    /// Some of those of a query, and those of `certain` at least.
    init(within query: EngineQuery, certain: EngineQuery = .nothing) {
      self.query = query
      self.certain = query == .nothing ? nil : certain
    }
  }

  /// What the engine is asked for.
  var candidates: Candidates {
    switch self {
    case .word(let stems, .textOrHeadings):
      Candidates(exactly: .anyTerm(stems))
    case .word(let stems, .text):
      // What is neither in the title nor in a heading is in the text.
      Candidates(
        within: .anyTerm(stems),
        certain: .excluding(
          .anyTerm(stems),
          .anyTerm(
            stems.flatMap { [TitlePlace.title.prefix + $0, TitlePlace.headings.prefix + $0] }
          )
        )
      )
    case .sequence(let sequence):
      Candidates(within: sequence.candidates)
    case .near(let sequences, _):
      Candidates(within: .joining(sequences.map(\.candidates), by: EngineQuery.all))
    case .titled(let place, let stems):
      Candidates(exactly: .anyTerm(stems.map { place.prefix + $0 }))
    case .titledAs(let place, let sequence):
      Candidates(within: sequence.candidates(behind: place.prefix))
    case .document(let numbers):
      Candidates(exactly: numbers.isEmpty ? .nothing : .documents(numbers))
    case .passage:
      Candidates(within: .everything)
    case .leaning(let labels):
      Candidates(within: labels.isEmpty ? .nothing : .documents(Set(labels.keys)))
    case .all(let demands):
      Self.join(demands, by: EngineQuery.all)
    case .any(let demands):
      Self.join(demands, by: EngineQuery.any)
    case .not(let demand):
      Self.complement(of: demand.candidates)
    }
  }

  private static func join(
    _ demands: [Demand],
    by join: ([EngineQuery]) -> EngineQuery
  ) -> Candidates {
    let parts = demands.map(\.candidates)
    let query = EngineQuery.joining(parts.map(\.query), by: join)
    guard parts.contains(where: { !$0.isExact }) else { return Candidates(exactly: query) }
    let certain = parts.map { $0.certain ?? $0.query }
    return Candidates(within: query, certain: .joining(certain, by: join))
  }

  /// Of a query that finds too much nobody knows what it leaves out, but for what is certain.
  private static func complement(of candidates: Candidates) -> Candidates {
    func without(_ query: EngineQuery) -> EngineQuery {
      query == .nothing ? .everything : .excluding(.everything, query)
    }
    guard let certain = candidates.certain else {
      return Candidates(exactly: without(candidates.query))
    }
    return Candidates(within: without(certain), certain: without(candidates.query))
  }
}
