// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// Finds the indexed words that a wildcard stands for.
struct WildcardExpander {
  /// The words of one wildcard.
  struct Expansion {
    /// The stems of the words, each once.
    let stems: [String]
    /// Something to tell, if there are more words than are used.
    let note: String?
  }

  private let reader: IndexReader
  private let analyzer: QueryAnalyzer

  /// How many words a wildcard stands for at the most; the most frequent are taken.
  private static let maximumCount = 500
  /// How many words are looked at to find the most frequent.
  private static let maximumFoundCount = 20_000

  /// The words that the engine's vocabulary cannot hold: those of a single byte.
  private static let shortWords = "abcdefghijklmnopqrstuvwxyz0123456789".map(String.init)

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.reader = reader
    self.analyzer = analyzer
  }

  /// The words that look like `pattern`, which was typed as `written`.
  func expand(_ pattern: WordPattern, written: String) throws(IndexError) -> Expansion {
    let words =
      try reader.words(matching: [pattern.text], limit: Self.maximumFoundCount)
      + Self.shortWords.filter { pattern.matches($0) }
    guard words.count > Self.maximumCount else {
      return Expansion(stems: try indexed(stems(of: words)), note: nil)
    }
    let keys = words.map { stems(of: [$0]).first ?? $0 }
    let frequencies = try reader.frequencies(of: keys)
    let frequent = zip(frequencies, words).sorted { ($1.0, $0.1) < ($0.0, $1.1) }
      .prefix(Self.maximumCount).map(\.1)
    let isCut = words.count >= Self.maximumFoundCount
    let count = isCut ? "more words than are looked at" : "\(words.count) words"
    return Expansion(
      stems: try indexed(stems(of: frequent)),
      note:
        "\(written) stands for \(count); the \(Self.maximumCount) most frequent\(isCut ? " of the first \(Self.maximumFoundCount) in the alphabet" : "") were used."
    )
  }

  /// Those that some passage holds: in an index of many languages most are of none.
  private func indexed(_ stems: [String]) throws(IndexError) -> [String] {
    zip(stems, try reader.frequencies(of: stems)).filter { $1 > 0 }.map(\.0)
  }

  private func stems(of words: [String]) -> [String] {
    var seen: Set<String> = []
    return words.flatMap { word in
      analyzer.tokens(in: word).first { $0.word == word }?.stems ?? [word]
    }.filter { seen.insert($0).inserted }
  }
}
