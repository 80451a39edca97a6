// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// An explanation as schema 1 has it.
struct ExplanationObject: Encodable {
  let words: [WordObject]
  let adjacency: Double
  let exactness: Double
  let sentence: Double
  let verbatim: Double
  let neighbours: Double

  init(_ explanation: Explanation) {
    words = explanation.words.map { WordObject(word: $0.word, weight: $0.weight) }
    adjacency = explanation.adjacency
    exactness = explanation.exactness
    sentence = explanation.sentence
    verbatim = explanation.verbatim
    neighbours = explanation.neighbours
  }

  struct WordObject: Encodable {
    let word: String
    let weight: Double
  }
}
