// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import QueryLanguage
internal import TextAnalysis

/// A word of a query that no passage holds.
struct AbsentWord {
  /// The word as the index would have it.
  let word: String
  /// Where it stands in the query: bytes.
  let range: Range<Int>
  /// Where it is looked for, if not in all of the passages.
  let place: TitlePlace?

  /// A query has more than so many words only if it was pasted.
  private static let maximumWordCount = 500

  /// The absent words of a query, in order.
  static func all(
    in query: ParsedQuery,
    typed: String,
    reader: IndexReader,
    analyzer: QueryAnalyzer
  ) throws(IndexError) -> [AbsentWord] {
    var absent: [AbsentWord] = []
    var count = 0
    // The shortest of them are near many words.
    let stopWords = analyzer.stopWords(for: analyzer.tokens(in: typed))
    for text in query.root?.spelledTexts ?? [] {
      guard count < maximumWordCount else { break }
      guard let start = start(of: text.text, in: typed) else { continue }
      let tokens = analyzer.tokens(in: text.text.text).filter(\.kind.isWord)
      count += tokens.count
      let prefix = text.place?.prefix ?? ""
      var stands: [Bool] = []
      for token in tokens {
        let frequencies = try reader.frequencies(of: token.stems.map { prefix + $0 })
        stands.append(frequencies.contains { $0 > 0 })
      }
      // A hyphenated word is there if it is as one word.
      let compounds = zip(tokens, stands).filter { $0.kind == .compound && $1 }.map(\.0.range)
      for (token, stands) in zip(tokens, stands) where token.kind == .word && !stands {
        guard !stopWords.contains(token) else { continue }
        guard !compounds.contains(where: { $0.overlaps(token.range) }) else { continue }
        let range = token.range.lowerBound + start..<token.range.upperBound + start
        let word = AbsentWord(word: token.word, range: range, place: text.place)
        absent.append(word.withoutPossessive(in: typed))
      }
    }
    return absent.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// `Kruschev` for `Kruschev’s`: what is behind the apostrophe is no matter of spelling.
  private func withoutPossessive(in typed: String) -> AbsentWord {
    let written = String(decoding: Array(typed.utf8)[range], as: UTF8.self)
    guard word.hasSuffix("'s"), let apostrophe = written.lastIndex(where: { !$0.isLetter }) else {
      return self
    }
    let length = written[..<apostrophe].utf8.count
    return AbsentWord(
      word: String(word.dropLast(2)),
      range: range.lowerBound..<range.lowerBound + length,
      place: place
    )
  }

  /// Where the text itself begins, behind quotation marks.
  private static func start(of text: QueryText, in typed: String) -> Int? {
    let bytes = Array(typed.utf8)
    let wanted = Array(text.text.utf8)
    guard text.range.upperBound <= bytes.count, wanted.count <= text.range.count else { return nil }
    return (text.range.lowerBound...(text.range.upperBound - wanted.count))
      .first { bytes[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}
