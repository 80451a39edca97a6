// SPDX-License-Identifier: GPL-3.0-or-later

internal import QueryLanguage
internal import TextAnalysis

/// Words that a field of a query asks for, looked for in a text that is not indexed.
struct FieldWords {
  private enum Kind {
    /// All of them, in any order.
    case words([[String]])
    /// One after the other, as written.
    case phrase([WordPattern])
  }

  private let kind: Kind

  /// Takes the words of `value`; nil if it has none.
  init?(_ value: FieldValue, analyzer: QueryAnalyzer) {
    let text = value.written.text
    if case .wildcard = value {
      kind = .phrase([WordPattern(wildcard: text)])
      return
    }
    let tokens = analyzer.tokens(in: text).filter(\.kind.hasPosition)
    guard !tokens.isEmpty else { return nil }
    if case .phrase = value {
      kind = .phrase(tokens.map { WordPattern(word: $0.word) })
    } else {
      kind = .words(tokens.map(\.stems))
    }
  }

  /// Whether `text` holds them.
  func areIn(_ text: String, _ analyzer: QueryAnalyzer) -> Bool {
    let tokens = analyzer.tokens(in: text)
    switch kind {
    case .words(let words):
      let stems = Set(tokens.flatMap(\.stems))
      return words.allSatisfy { $0.contains { stems.contains($0) } }
    case .phrase(let patterns):
      return !patterns.places(in: tokens.filter(\.kind.hasPosition).map(\.word)).isEmpty
    }
  }
}

extension [WordPattern] {
  /// Where words that look like these stand one after the other: the number of the first word.
  func places(in words: [String]) -> [Int] {
    guard !isEmpty, words.count >= count else { return [] }
    return (0...(words.count - count)).filter { start in
      zip(self, words[start...]).allSatisfy { $0.matches($1) }
    }
  }
}
