// SPDX-License-Identifier: GPL-3.0-or-later

internal import QueryLanguage
internal import TextAnalysis

/// A text that is not indexed, with its words.
struct FieldText {
  /// All stems that any of its words may have.
  fileprivate let stems: Set<String>
  /// The words that have a place, in order.
  fileprivate let words: [QueryToken]

  init(_ text: String, _ analyzer: QueryAnalyzer) {
    let tokens = analyzer.tokens(in: text)
    stems = Set(tokens.flatMap(\.stems))
    words = tokens.filter(\.kind.hasPosition)
  }
}

/// Words that a field of a query asks for, looked for in texts that are not indexed.
struct FieldWords {
  private enum Kind {
    /// All of them, in any order.
    case words(WordParts)
    /// One after the other, as written.
    case phrase([WordPattern])
  }

  private let kind: Kind

  /// Takes the words of `value`; nil if it has none.
  init?(_ value: FieldValue, analyzer: QueryAnalyzer) {
    let text = value.written.text
    if case .wildcard = value {
      kind = .phrase(WildcardReader.parts(of: text).map { WordPattern(wildcard: $0) })
      return
    }
    let tokens = analyzer.tokens(in: text)
    if case .phrase = value {
      let words = tokens.filter(\.kind.hasPosition)
      guard !words.isEmpty else { return nil }
      kind = .phrase(words.map { WordPattern(word: $0.word) })
    } else {
      guard let parts = WordParts(tokens) else { return nil }
      kind = .words(parts)
    }
  }

  /// Whether `text` holds them.
  func areIn(_ text: FieldText) -> Bool {
    switch kind {
    case .words(let parts):
      return parts.areThere { stems in stems.contains { text.stems.contains($0) } }
    case .phrase(let patterns):
      guard text.words.count >= patterns.count else { return false }
      return (0...(text.words.count - patterns.count)).contains { start in
        zip(patterns, text.words[start...]).allSatisfy { $0.matches($1.word) }
      }
    }
  }
}
