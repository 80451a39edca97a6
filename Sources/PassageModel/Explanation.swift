// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the weight of a hit comes from: its parts add up to it.
package struct Explanation: Hashable, Sendable {
  /// What one word of the query adds.
  package struct Word: Hashable, Sendable {
    /// The word but for case, diacritics and typography, or a wildcard.
    package let word: String
    /// How much it adds.
    package let weight: Double

    /// Makes a part.
    package init(word: String, weight: Double) {
      self.word = word
      self.weight = weight
    }
  }

  /// The words that the passage holds, its title and headings included: the heaviest first.
  package let words: [Word]
  /// For words that follow one another in the query and here.
  package let adjacency: Double
  /// For words that stand here as they are written in the query.
  package let exactness: Double
  /// For the words that one sentence holds.
  package let sentence: Double
  /// For a short query that stands here word for word.
  package let verbatim: Double
  /// For a neighbouring passage that was found, too.
  package let neighbours: Double

  /// Makes an explanation of its parts.
  package init(
    words: [Word],
    adjacency: Double,
    exactness: Double,
    sentence: Double,
    verbatim: Double,
    neighbours: Double
  ) {
    self.words = words
    self.adjacency = adjacency
    self.exactness = exactness
    self.sentence = sentence
    self.verbatim = verbatim
    self.neighbours = neighbours
  }
}
