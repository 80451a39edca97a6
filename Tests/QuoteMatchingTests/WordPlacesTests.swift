// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import QuoteMatching
import TestSupport
import Testing

@Suite struct `Where words stand` {
  @Test(arguments: 1...200)
  func `all places are found, overlapping ones, too`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let vocabulary = ["a", "b", "."].prefix(Int.random(in: 1...3, using: &generator))
    let words = (0..<Int.random(in: 1...60, using: &generator)).map { _ in
      vocabulary.randomElement(using: &generator) ?? "a"
    }
    let count = Int.random(in: 1...min(12, words.count), using: &generator)
    let start = Int.random(in: 0...words.count - count, using: &generator)
    let sought = Array(words[start..<start + count])
    // Each word is one byte, and a blank follows it.
    let expected = (0...words.count - count).filter { Array(words[$0..<$0 + count]) == sought }
      .map { 2 * $0..<2 * ($0 + count) - 1 }
    let text = ComparedText(SourceText(words.joined(separator: " ")))
    #expect(text.places(of: sought.joined(separator: " ")) == expected)
  }

  @Test
  func `what overlaps a quotation is no other place of it`() {
    let text = ComparedText(SourceText("start " + String(repeating: "ha ", count: 12)))
    // Seven of twelve leave five, six of twelve as many again.
    #expect(text.distinctness(of: 6..<6 + 7 * 3 - 1).lookalike == 10.0 / 12.0)
    #expect(text.distinctness(of: 6..<6 + 6 * 3 - 1).lookalike == 1)
  }

  @Test(.timeLimit(.minutes(2)))
  func `one word that repeats without end takes no time without end`() {
    let text = ComparedText(SourceText(String(repeating: "ha ", count: 200_000) + "end"))
    #expect(text.distinctness(of: 0..<299_999).lookalike == 1)
    #expect(text.places(of: String(repeating: "ha ", count: 100_000) + "end").count == 1)
  }

  @Test(arguments: [
    ("one two x y z four five", 3, true), ("two x y z four", 3, true),
    ("one two x y z for five", 3, false),
    ("once two x y z four five", 1, true), ("once two x y z four five", 2, false),
  ])
  func `what stands around two places is compared as far as both texts go`(
    other: String,
    wordCount: Int,
    isSame: Bool
  ) {
    let text = "zero one two x y z four five six"
    let (here, there) = (ComparedText(SourceText(text)), ComparedText(SourceText(other)))
    let places = (byteRange(of: "x y z", in: text), byteRange(of: "x y z", in: other))
    #expect(here.surrounds(places.0, as: there, places.1, wordCount: wordCount) == isSame)
    #expect(there.surrounds(places.1, as: here, places.0, wordCount: wordCount) == isSame)
  }

  @Test(arguments: [
    ("They cannot leave.", "They can", false),
    ("Their uncanny silence.", "canny silence", false),
    ("Они говорили долго.", "говори", false),
    ("Nước Việt Nam.", "Nước Vi", false),
    ("They can.", "They can", true),
    ("평화를 원한다.", "평화", true),
    ("两国和平共处。", "和平", true),
  ])
  func `the beginning of a word is not that word but where endings are written to it`(
    text: String,
    words: String,
    isFound: Bool
  ) {
    #expect(!ComparedText(SourceText(text)).places(of: words).isEmpty == isFound)
  }
}
