// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that say how a sentence is built and nothing of what it is about.
///
/// They are indexed, so phrases find them, but they do not rank: in a long question they cost most
/// of the time and put no passage before another. The lists hold function words only, in the form
/// that the analyzer gives a word; where a folded form means something else as well, it is left out.
package struct StopWords: Hashable, Sendable {
  /// The words in the form of `QueryToken.word`; of Chinese characters and pairs of them.
  package let words: Set<String>

  /// Makes a list of words with blanks between them.
  init(words: String) {
    self.words = Set(words.split(separator: " ").map(String.init))
  }

  /// The list for `language`, a primary subtag of BCP 47; nil if there is none.
  init?(of language: String) {
    guard let words = Self.words(of: language) else { return nil }
    self.init(words: words)
  }

  /// Whether `token` is a stop word: for a pair, whether one of its characters is.
  package func contains(_ token: QueryToken) -> Bool {
    words.contains(token.word)
      || token.kind == .pair && token.word.contains { words.contains(String($0)) }
  }

  private static func words(of language: String) -> String? {
    switch language {
    case "en": english
    case "de": german
    case "fr": french
    case "es": spanish
    case "it": italian
    case "pt": portuguese
    case "nl": dutch
    case "ru": russian
    case "sv": swedish
    case "da": danish
    case "nb", "nn", "no": norwegian
    case "fi": finnish
    case "zh": chinese
    default: nil
    }
  }
}
