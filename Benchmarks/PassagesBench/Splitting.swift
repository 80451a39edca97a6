// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel
internal import PassageSplitting

/// A way to cut documents into passages.
struct Splitting {
  let name: String
  let split: (StructuredDocument) -> [Passage]

  /// Ours first, then what it is compared with.
  static var all: [Splitting] {
    [
      Splitting(name: "splitsearch", split: PassageSplitter().split),
      Splitting(name: "cuts of 120 words", split: FixedCut(wordCount: 120).split),
      Splitting(name: "a paragraph each", split: PassageSplitter(rules: paragraphs).split),
    ]
  }

  /// Divides no paragraph and joins none.
  private static let paragraphs = SplitRules(
    targetWordCount: 1_000_000,
    maximumWordCount: 1_000_000,
    joinBelowWordCount: 0
  )
}
