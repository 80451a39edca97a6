// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import QueryLanguage
internal import TextAnalysis

/// Finds how a query was probably meant whose words are spelled as no passage has them.
///
/// A word that stands anywhere is right, however rare: names are. Xapian's own correction compares
/// words by pairs of letters first and misses some that are one letter away.
struct SpellingCorrector {
  private let reader: IndexReader
  private let analyzer: QueryAnalyzer

  /// Shorter words have too many neighbours to tell which was meant.
  private static let leastLetterCount = 4
  /// Words of so many letters may have two mistakes.
  private static let leastLetterCountOfTwo = 6
  /// A word that is two mistakes away has to be no rarer than one passage in so many: among all words
  /// of a large index there is one like nearly every name.
  private static let passageCountOfOne = 10_000
  /// So many words are corrected at the most: each costs a walk through the vocabulary.
  private static let maximumWordCount = 4
  /// So many words are weighed at the most, of those that are near.
  private static let maximumNearCount = 1000

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.reader = reader
    self.analyzer = analyzer
  }

  /// The query with the words replaced that can be corrected; nil if there is none.
  func correct(_ query: ParsedQuery, typed: String) throws(IndexError) -> String? {
    let absent = try AbsentWord.all(in: query, typed: typed, reader: reader, analyzer: analyzer)
    var bytes = Array(typed.utf8)
    var isCorrected = false
    let spelled = absent.filter { isSpelled($0.word, typed: bytes[$0.range], within: typed) }
    // From the end, so that ranges stay true.
    for word in spelled.prefix(Self.maximumWordCount).reversed() {
      // Who writes a capital within a query most often writes a name, and takes care.
      let isName =
        word.range.lowerBound > 0
        && String(decoding: bytes[word.range], as: UTF8.self).first?.isUppercase ?? false
      guard let better = try best(for: word, mayBeFar: !isName) else { continue }
      let written = String(decoding: bytes[word.range], as: UTF8.self)
      bytes.replaceSubrange(word.range, with: better.written(like: written).utf8)
      isCorrected = true
    }
    return isCorrected ? String(decoding: bytes, as: UTF8.self) : nil
  }

  /// Whether it is a word that is spelled: no number, and no abbreviation in capitals among other
  /// words.
  private func isSpelled(_ word: String, typed: ArraySlice<UInt8>, within query: String) -> Bool {
    let letters = word.unicodeScalars
    guard letters.count >= Self.leastLetterCount,
      letters.allSatisfy({ $0.properties.isAlphabetic })
    else { return false }
    let typed = String(decoding: typed, as: UTF8.self)
    return typed.contains(where: \.isLowercase) || !query.contains(where: \.isLowercase)
  }

  /// The word that was meant: rather with one mistake than with two, and rather not in its first
  /// letter; of equals the one that stands in most passages.
  private func best(for absent: AbsentWord, mayBeFar: Bool) throws(IndexError) -> String? {
    let letters = absent.word.unicodeScalars
    let first = letters.first.map { String($0) } ?? ""
    if let word = try best(for: absent, within: 1, prefix: first, least: 1) { return word }
    if let word = try best(for: absent, within: 1, prefix: "", least: 1) { return word }
    guard mayBeFar, letters.count >= Self.leastLetterCountOfTwo else { return nil }
    let least = 1 + reader.passageCount / Self.passageCountOfOne
    return try best(for: absent, within: 2, prefix: first, least: least)
  }

  private func best(
    for absent: AbsentWord,
    within distance: Int,
    prefix: String,
    least: Int
  ) throws(IndexError) -> String? {
    let words = try reader.words(
      near: absent.word,
      within: distance,
      prefix: prefix,
      limit: Self.maximumNearCount
    )
    var best: (word: String, count: Int)?
    for word in words where word.unicodeScalars.allSatisfy({ $0.properties.isAlphabetic }) {
      let count = try count(word, at: absent.place)
      // Words of passages that are gone stay in the vocabulary.
      if count >= least, count > best?.count ?? 0 { best = (word, count) }
    }
    return best?.word
  }

  private func count(_ word: String, at place: TitlePlace?) throws(IndexError) -> Int {
    let stems = analyzer.tokens(in: word).first { $0.word == word }?.stems ?? []
    return try reader.frequencies(of: stems.map { (place?.prefix ?? "") + $0 }).max() ?? 0
  }
}

extension String {
  /// The word with capitals where `written` has them.
  fileprivate func written(like written: String) -> String {
    guard let first = written.first, first.isUppercase else { return self }
    if written.count > 1, !written.contains(where: \.isLowercase) { return uppercased() }
    return prefix(1).uppercased() + dropFirst()
  }
}
