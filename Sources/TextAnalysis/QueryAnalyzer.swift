// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the words of a query, and the stems by which an index of several languages holds them.
///
/// For any word of a document in one of the languages, the stems contain the one that the
/// document's `Analyzer` made. One caller at a time.
package final class QueryAnalyzer {
  private let analyzer = Analyzer()
  private var stemmers = StemmerTable()
  /// The different rules that documents of the index follow.
  private let rules: [StemmingRule]
  /// The lists of stop words that may apply, without duplicates.
  private let stopWordLists: [StopWords]

  /// Makes an analyzer for queries to an index.
  ///
  /// - Parameter languages: what its documents are in, as `Analyzer` takes it, the language that
  ///   most passages are in first; nil stands for documents of which it is not known. An empty list
  ///   is taken as that alone.
  package init(languages: [String?]) {
    let languages = languages.isEmpty ? [nil] : languages
    rules = languages.map { StemmingRule(documentLanguage: $0) }.withoutDuplicates
    // Where words in Latin letters are English by default, there are English words.
    let hasEnglish = rules.contains { $0.language(for: .latin) == "en" }
    stopWordLists = (languages.compactMap { $0 } + (hasEnglish ? ["en"] : []))
      .withoutDuplicates.compactMap { StopWords(of: $0) }
  }

  /// The words of `text`, as `Analyzer` finds them in a document.
  package func tokens(in text: String) -> [QueryToken] {
    analyzer.tokens(in: text).map { token in
      let word = token.forms.word
      return QueryToken(token, stemsByRule: rules.map { stemmers.stem(word, by: $0) })
    }
  }

  /// The sequences of stems that `tokens` may stand as in a passage, each once; most often there is
  /// only one.
  ///
  /// A passage is in one language, so the stems of different languages never stand together. For
  /// phrases, pass only tokens that have a position.
  package static func stemSequences(of tokens: some Collection<QueryToken>) -> [[String]] {
    guard let first = tokens.first else { return [] }
    return first.stemsByRule.indices.map { rule in tokens.map { $0.stemsByRule[rule] } }
      .withoutDuplicates
  }

  /// The stop words that apply to a query.
  ///
  /// They are the list, among those of the index's languages, that most of its words are in; of
  /// equals that of the language that most passages are in.
  ///
  package func stopWords(for tokens: [QueryToken]) -> StopWords {
    let words = tokens.filter(\.kind.hasPosition)
    let counts = stopWordLists.map { list in words.count { list.contains($0) } }
    // `max` keeps the first of equals.
    return zip(counts, stopWordLists).max { $0.0 < $1.0 }?.1 ?? StopWords(words: "")
  }
}
