// SPDX-License-Identifier: GPL-3.0-or-later

package import TestSupport

/// Parts of real documents.
package struct SampleTexts: TextKind {
  package let name: String
  /// Paragraphs that stand one after the other, some hundred words of each document.
  private let documents: [String]

  /// Takes documents, of which only the beginning of each is used; there must be one.
  package init(name: String, documents: [String]) {
    self.name = name
    self.documents = documents
  }

  package func document(_ random: inout SeededGenerator) -> String { documents.pick(&random) }

  package func sentence(_ random: inout SeededGenerator) -> String {
    let text = document(&random)
    let ends = text.indices.filter { ".。".contains(text[$0]) }
    guard ends.count > 1 else { return "Nothing more is known." }
    let end = random.number(1...ends.count - 1)
    let sentence = text[text.index(after: ends[end - 1])...ends[end]]
    let words = sentence.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.count > 1 ? words : "Nothing more is known."
  }
}
