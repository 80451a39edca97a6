// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageIndex
package import PassageModel
internal import TextAnalysis

/// All the words of an index, to be scanned for what a query wants.
///
/// It shares with the search nothing but the analyzer, which says what a word is.
package final class PassageScan {
  /// A word, or what stands for one.
  struct Word {
    /// The word as written, by its number.
    let word: Int32
    /// Its stem, by its number.
    let stem: Int32
    let position: Int32
    let lower: Int32
    let upper: Int32
    let kind: Token.Kind

    var range: Range<Int> { Int(lower)..<Int(upper) }
  }

  /// A passage with the places of its words.
  struct Text {
    let passage: Passage
    let document: Int
    /// Its words and characters in `words`.
    let words: Range<Int>
    /// Its compounds and pairs in `others`.
    let others: Range<Int>
    let headings: [[Word]]
  }

  /// The records of the documents.
  package private(set) var records: [DocumentRecord] = []
  /// The titles of the documents.
  private(set) var titles: [[Word]] = []
  /// The authors of each document, and its references.
  private(set) var authors: [[[Word]]] = []
  private(set) var entries: [[[Word]]] = []
  private(set) var texts: [Text] = []
  private(set) var words: [Word] = []
  private(set) var others: [Word] = []
  /// The words as written, by their numbers.
  private(set) var vocabulary: [String] = []
  /// What the documents are in, the language that most passages are in first.
  package private(set) var languages: [String?] = []

  private var wordNumbers: [String: Int32] = [:]
  private var stemNumbers: [String: Int32] = [:]
  private var passageNumbers: [String: Int] = [:]

  /// Reads all of an index.
  package init(indexPath: String) throws {
    let reader = try IndexReader(path: indexPath)
    records = try reader.documents()
    let places = Dictionary(uniqueKeysWithValues: records.enumerated().map { ($1.number, $0) })
    languages = try reader.languages().map(\.code)
    if languages.isEmpty { languages = [nil] }
    var analyzers: [String?: Analyzer] = [:]
    for language in languages + records.map({ Self.primary($0.language) })
    where analyzers[language] == nil {
      analyzers[language] = Analyzer(language: language)
    }
    for record in records {
      titles.append(numbered(record.title ?? "", analyzers[Self.primary(record.language)]))
    }
    // What is not indexed may be in any language.
    for record in records {
      authors.append(
        record.authors.map { author in languages.flatMap { numbered(author, analyzers[$0]) } }
      )
      entries.append(
        record.references.map { entry in languages.flatMap { numbered(entry.text, analyzers[$0]) } }
      )
    }
    var last = EngineDocID(0)
    while true {
      let stored = try reader.passages(after: last, limit: 1000, withPostings: false)
      guard let end = stored.last else { break }
      for passage in stored {
        guard let place = places[passage.document] else { continue }
        add(passage.passage, place, analyzers[passage.language])
      }
      last = end.id
    }
  }

  /// How many passages there are.
  package var count: Int { texts.count }

  /// The number of the passage that a hit shows; nil if there is none.
  package func number(of hit: Hit) -> Int? {
    passageNumbers["\(hit.document.folder)/\(hit.document.path)#\(hit.passage.ordinal)"]
  }

  /// The number of a word as written; nil if no passage holds it.
  func wordNumber(_ word: String) -> Int32? { wordNumbers[word] }

  /// The number of a stem; nil if nothing has it.
  func stemNumber(_ stem: String) -> Int32? { stemNumbers[stem] }

  private static func primary(_ language: String?) -> String? {
    language.map { String($0.prefix { $0 != "-" }).lowercased() }
  }

  private func add(_ passage: Passage, _ document: Int, _ analyzer: Analyzer?) {
    let (firstWord, firstOther) = (words.count, others.count)
    let tokens = analyzer?.tokens(in: passage.text, skipping: passage.wordless) ?? []
    for token in tokens {
      if token.kind.hasPosition {
        words.append(numbered(token))
      } else {
        others.append(numbered(token))
      }
    }
    let record = records[document]
    passageNumbers["\(record.folder)/\(record.path)#\(passage.ordinal)"] = texts.count
    texts.append(
      Text(
        passage: passage,
        document: document,
        words: firstWord..<words.count,
        others: firstOther..<others.count,
        headings: passage.headings.map { numbered($0, analyzer) }
      )
    )
  }

  private func numbered(_ text: String, _ analyzer: Analyzer?) -> [Word] {
    analyzer?.tokens(in: text).map { numbered($0) } ?? []
  }

  private func numbered(_ token: Token) -> Word {
    let word = wordNumbers[token.forms.word] ?? Int32(vocabulary.count)
    if Int(word) == vocabulary.count {
      vocabulary.append(token.forms.word)
      wordNumbers[token.forms.word] = word
    }
    let stem = stemNumbers[token.forms.stem] ?? Int32(stemNumbers.count)
    stemNumbers[token.forms.stem] = stem
    return Word(
      word: word,
      stem: stem,
      position: Int32(token.position),
      lower: Int32(token.range.lowerBound),
      upper: Int32(token.range.upperBound),
      kind: token.kind
    )
  }
}
