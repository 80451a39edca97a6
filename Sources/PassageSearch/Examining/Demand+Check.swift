// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

extension Demand {
  /// Whether a passage fulfils it.
  func isMet(by passage: ExaminedPassage) -> Bool {
    switch self {
    case .word(let stems, let place):
      passage.tokens.hold(stems)
        || place == .textOrHeadings
          && (passage.title.hold(stems) || passage.headings.contains { $0.hold(stems) })
    case .sequence(let sequence):
      !sequence.places(in: passage.words).isEmpty
    case .near(let sequences, let distance):
      Self.areNear(sequences.map { $0.places(in: passage.words) }, distance, in: passage.words)
    case .titled(.title, let stems):
      passage.title.hold(stems)
    case .titled(.headings, let stems):
      passage.headings.contains { $0.hold(stems) }
    case .titledAs(.title, let sequence):
      !sequence.places(in: passage.title.filter(\.kind.hasPosition)).isEmpty
    case .titledAs(.headings, let sequence):
      passage.headings.contains { !sequence.places(in: $0.filter(\.kind.hasPosition)).isEmpty }
    case .document(let numbers):
      numbers.contains(passage.stored.document)
    case .passage(let ids):
      ids.contains(passage.stored.id)
    case .leaning(let labels):
      passage.stored.passage.markers.contains {
        labels[passage.stored.document]?.contains($0.label) ?? false
      }
    case .all(let demands):
      demands.allSatisfy { $0.isMet(by: passage) }
    case .any(let demands):
      demands.contains { $0.isMet(by: passage) }
    case .not(let demand):
      !demand.isMet(by: passage)
    }
  }

  /// Whether one place of each can be chosen so that none lies over another and, in reading order, no
  /// more than `distance` words lead from the end of one to the beginning of the next.
  ///
  /// A sweep over all places. For each set of operands that are together so far, the choice that ends
  /// last is kept, of those that end before the place at hand. Operands are few.
  private static func areNear(
    _ places: [[Range<Int>]],
    _ distance: Int,
    in words: [Token]
  ) -> Bool {
    guard !places.contains(where: \.isEmpty) else { return false }
    let ordered = places.enumerated()
      .flatMap { operand, ranges in ranges.map { (operand: operand, range: $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let everything = (1 << places.count) - 1
    /// The last word of what is together, by the set of operands in it: the later, the better.
    var ends: [Int: Int] = [:]
    /// What is together, but ends behind the beginning of the place at hand.
    var unfinished: [(set: Int, end: Int)] = []
    for (operand, range) in ordered {
      let start = words[range.lowerBound].position
      let end = words[range.upperBound - 1].position
      unfinished.removeAll { choice in
        guard choice.end < start else { return false }
        ends[choice.set] = max(ends[choice.set] ?? 0, choice.end)
        return true
      }
      unfinished.append((1 << operand, end))
      for (set, last) in ends where set & (1 << operand) == 0 && start - last <= distance {
        let joined = set | 1 << operand
        if joined == everything { return true }
        unfinished.append((joined, end))
      }
      if everything == 1 << operand { return true }
    }
    return false
  }

  /// How many things NEAR can join: sets of them are looked at.
  static let maximumNearCount = 8
}

extension [Token] {
  /// Whether a word has one of the stems.
  fileprivate func hold(_ stems: [String]) -> Bool {
    contains { stems.contains($0.forms.stem) }
  }
}
