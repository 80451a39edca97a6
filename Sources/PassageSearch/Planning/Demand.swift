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
  /// Words of the title, or of the headings together, by any of the stems each.
  case titled(TitlePlace, [[String]])
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
  /// The passages that fulfil it, or at least all of these.
  struct Candidates {
    let query: EngineQuery
    /// Whether there are no others among them.
    let isExact: Bool
  }

  /// What the engine is asked for.
  var candidates: Candidates {
    switch self {
    case .word(let stems, let place):
      Candidates(query: .anyTerm(stems), isExact: place == .textOrHeadings)
    case .sequence(let sequence):
      Candidates(query: sequence.candidates, isExact: false)
    case .near(let sequences, _):
      Candidates(query: .joining(sequences.map(\.candidates), by: EngineQuery.all), isExact: false)
    case .titled(let place, let words):
      Candidates(query: Self.titled(place, words), isExact: true)
    case .titledAs(let place, let sequence):
      Candidates(query: Self.titled(place, sequence.stems), isExact: false)
    case .document(let numbers):
      Candidates(query: .documents(numbers), isExact: true)
    case .passage:
      Candidates(query: .everything, isExact: false)
    case .leaning(let labels):
      Candidates(query: .documents(Set(labels.keys)), isExact: false)
    case .all(let demands):
      Self.join(demands, by: EngineQuery.all)
    case .any(let demands):
      Self.join(demands, by: EngineQuery.any)
    case .not(let demand):
      Self.complement(of: demand.candidates)
    }
  }

  private static func titled(_ place: TitlePlace, _ words: [[String]]) -> EngineQuery {
    .joining(
      words.map { stems in .anyTerm(stems.map { place.prefix + $0 }) },
      by: EngineQuery.all
    )
  }

  private static func join(
    _ demands: [Demand],
    by join: ([EngineQuery]) -> EngineQuery
  ) -> Candidates {
    let parts = demands.map(\.candidates)
    return Candidates(
      query: .joining(parts.map(\.query), by: join),
      isExact: parts.allSatisfy(\.isExact)
    )
  }

  /// Of a query that finds too much nobody knows what it leaves out.
  private static func complement(of candidates: Candidates) -> Candidates {
    candidates.isExact
      ? Candidates(query: .excluding(.everything, candidates.query), isExact: true)
      : Candidates(query: .everything, isExact: false)
  }
}
