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
    case .titled(.title, let words):
      words.allSatisfy { passage.title.hold($0) }
    case .titled(.headings, let words):
      words.allSatisfy { stems in passage.headings.contains { $0.hold(stems) } }
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

  /// Whether one place of each can be chosen so that, in reading order, no more than `distance` words
  /// lead from the end of one to the beginning of the next.
  ///
  /// A sweep over all places: the choice that reaches furthest back is kept for each set of operands
  /// that are together so far. Operands are few.
  private static func areNear(
    _ places: [[Range<Int>]],
    _ distance: Int,
    in words: [Token]
  ) -> Bool {
    guard !places.contains(where: \.isEmpty), places.count <= maximumOperandCount else {
      return false
    }
    let ordered = places.enumerated()
      .flatMap { operand, ranges in ranges.map { (operand: operand, range: $0) } }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
    let everything = (1 << places.count) - 1
    /// The last word of what is together, by the set of operands in it: the later, the better.
    var ends: [Int: Int] = [:]
    for (operand, range) in ordered {
      let start = words[range.lowerBound].position
      let end = words[range.upperBound - 1].position
      for (set, last) in ends
      where set & (1 << operand) == 0 && start > last && start - last <= distance {
        let joined = set | 1 << operand
        ends[joined] = max(ends[joined] ?? 0, end)
      }
      ends[1 << operand] = max(ends[1 << operand] ?? 0, end)
      if ends[everything] != nil { return true }
    }
    return false
  }

  /// Sets of operands are looked at, so they must be few.
  private static let maximumOperandCount = 8
}

extension [Token] {
  /// Whether a word has one of the stems.
  fileprivate func hold(_ stems: [String]) -> Bool {
    contains { stems.contains($0.forms.stem) }
  }
}
