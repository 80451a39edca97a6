// SPDX-License-Identifier: GPL-3.0-or-later

package import TestSupport

/// A kind of text that documents are made of.
package protocol TextKind: Sendable {
  /// What it is called in tables.
  var name: String { get }
  /// Whether a line is a paragraph, as in lists.
  var linesAreBlocks: Bool { get }
  /// The text of a new document.
  func document(_ random: inout SeededGenerator) -> String
  /// A sentence that somebody might add to such a document.
  func sentence(_ random: inout SeededGenerator) -> String
}

extension TextKind {
  package var linesAreBlocks: Bool { false }
}

/// All kinds that are made up; none needs data.
package let inventedKinds: [any TextKind] = [
  Prose(),
  Repeated(),
  NearCopies(.english),
  NearCopies(.russian),
  NearCopies(.chinese),
  NearCopies(.german),
  Contract(),
  Rows(),
  Refrains(),
  ShortSentences(),
  Boilerplate(),
  Numbers(),
  TwiceTold(),
]

extension Array {
  /// One of them; there must be one.
  func pick(_ random: inout SeededGenerator) -> Element {
    self[Int(random.next() % UInt64(count))]
  }
}

extension SeededGenerator {
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// True once in `count` times.
  mutating func once(in count: Int) -> Bool { next() % UInt64(count) == 0 }
}
