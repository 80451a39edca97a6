// SPDX-License-Identifier: GPL-3.0-or-later

/// A query as it was meant: words to rank by, phrases to demand, words to exclude.
struct ParsedQuery: Hashable {
  /// Text whose words passages are ranked by.
  var words: [Substring] = []
  /// Texts that have to stand in a passage as written.
  var phrases: [Substring] = []
  /// Texts that must not stand in a passage (`-word`, `-"two words"`).
  var excluded: [Substring] = []
  /// What was read otherwise than it was written, a sentence each.
  var notes: [String] = []

  /// Reads a query.
  ///
  /// Nothing is an error: a quotation mark without its partner is passed over, with a note.
  init(_ query: String) {
    var rest = query[...]
    while let start = rest.firstIndex(where: { !$0.isWhitespace }) {
      rest = rest[start...]
      if Self.isQuotationMark(rest.first) {
        readPhrase(from: &rest, into: \.phrases)
      } else if rest.first == "-", Self.isQuotationMark(rest.dropFirst().first) {
        rest = rest.dropFirst()
        readPhrase(from: &rest, into: \.excluded)
      } else {
        readWord(from: &rest)
      }
    }
  }

  /// The same query with its phrases read as plain words.
  ///
  /// A question that quotes something should not go without an answer because nobody wrote just
  /// those words.
  var readingPhrasesAsWords: ParsedQuery {
    var plain = self
    plain.words += phrases
    plain.phrases = []
    plain.notes.append(
      phrases.count == 1
        ? "No passage holds the quoted words as written; they were searched for one by one."
        : "No passage holds all the quoted words as written; they were searched for one by one."
    )
    return plain
  }

  private mutating func readPhrase(
    from rest: inout Substring,
    into texts: WritableKeyPath<ParsedQuery, [Substring]>
  ) {
    let inner = rest.dropFirst()
    guard let end = inner.firstIndex(where: { Self.isQuotationMark($0) }) else {
      notes.append("A quotation mark has no partner and was passed over.")
      rest = inner
      return
    }
    self[keyPath: texts].append(inner[..<end])
    rest = inner[inner.index(after: end)...]
  }

  private mutating func readWord(from rest: inout Substring) {
    let end = rest.firstIndex { $0.isWhitespace || Self.isQuotationMark($0) } ?? rest.endIndex
    let word = rest[..<end]
    rest = rest[end...]
    // A hyphen within a word joins it; before a word it excludes the word.
    if word.first == "-", let next = word.dropFirst().first, next.isLetter || next.isNumber {
      excluded.append(word.dropFirst())
    } else {
      words.append(word)
    }
  }

  /// The straight quotation mark and what word processors make of it, whatever mark is on it.
  private static func isQuotationMark(_ character: Character?) -> Bool {
    switch character?.unicodeScalars.first {
    case "\"", "\u{201C}", "\u{201D}", "\u{201E}", "\u{201F}", "\u{00AB}", "\u{00BB}", "\u{FF02}":
      true
    default:
      false
    }
  }
}
