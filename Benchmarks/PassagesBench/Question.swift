// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A question and all the places that answer it.
struct Question {
  let text: String
  /// By file, the characters that answer it.
  let answers: [String: Set<Int>]

  /// Which share of the answers' characters is among the first words of `hits`.
  ///
  /// A passage that crosses the limit counts up to its last word within it.
  func share(in hits: [Hit], wordLimit: Int) -> Double {
    var wordsLeft = wordLimit
    var found = 0
    for hit in hits where wordsLeft > 0 {
      let utf8 = Array(hit.passage.text.utf8)
      let words = Words.ranges(of: 0..<utf8.count, in: utf8).prefix(wordsLeft)
      wordsLeft -= words.count
      let read = TextLength(measuring: utf8[..<(words.last?.upperBound ?? 0)]).characters
      let start = hit.passage.range.characters.lowerBound
      let answer = answers[hit.document.path.description, default: []]
      found += (start..<start + read).count { answer.contains($0) }
    }
    return Double(found) / Double(answers.values.reduce(0) { $0 + $1.count })
  }
}
