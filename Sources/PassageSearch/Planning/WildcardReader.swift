// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import TextAnalysis

/// Reads the wildcards of one query.
struct WildcardReader {
  /// What was read otherwise than it was written, a sentence each.
  private(set) var notes: [String] = []
  private let expander: WildcardExpander
  private let analyzer: QueryAnalyzer
  private var known: [WordPattern: [String]] = [:]
  private var openCount = 0
  private var stemCount = 0

  /// How many different wildcards a query has at the most.
  private static let maximumCount = 32
  /// How many of them may begin with `*` or `?`: each has all words of the index looked at.
  private static let maximumOpenCount = 3
  /// So many stems end a query's wildcards: the engine reads a list for each.
  private static let maximumStemCount = 2_500

  init(reader: IndexReader, analyzer: QueryAnalyzer) {
    self.analyzer = analyzer
    expander = WildcardExpander(reader: reader, analyzer: analyzer)
  }

  /// The words that a wildcard stands for: several one after the other where a hyphen, or something
  /// else that is of no word, stands in it; nil if it is not used.
  mutating func sequence(of text: String) throws(IndexError) -> WordSequence? {
    var patterns: [WordPattern] = []
    var stems: [[String]?] = []
    for part in Self.parts(of: text) {
      let isWild = part.contains { Self.isWild($0) }
      if isWild, isOfCharacters(part) {
        for piece in pieces(of: part) {
          if piece == "?" {
            patterns.append(WordPattern(wildcard: "?"))
            stems.append(nil)
          } else {
            append(piece, to: &patterns, &stems)
          }
        }
      } else if isWild {
        guard let (pattern, expanded) = try expand(part) else { return nil }
        patterns.append(pattern)
        stems.append(expanded)
      } else {
        append(part, to: &patterns, &stems)
      }
    }
    return patterns.isEmpty ? nil : WordSequence(patterns: patterns, stems: stems)
  }

  private func append(_ text: String, to patterns: inout [WordPattern], _ stems: inout [[String]?])
  {
    for token in analyzer.tokens(in: text) where token.kind.hasPosition {
      patterns.append(WordPattern(word: token.word))
      stems.append(token.stems)
    }
  }

  private mutating func expand(_ text: String) throws(IndexError) -> (WordPattern, [String])? {
    let pattern = WordPattern(wildcard: text)
    if let stems = known[pattern] { return (pattern, stems) }
    let isOpen = pattern.text.first.map(Self.isWild) ?? true
    guard known.count < Self.maximumCount, stemCount < Self.maximumStemCount else {
      note("Only the first \(known.count) wildcards were used.")
      return nil
    }
    guard !isOpen || openCount < Self.maximumOpenCount else {
      note("Only the first \(Self.maximumOpenCount) wildcards that begin with * or ? were used.")
      return nil
    }
    if isOpen { openCount += 1 }
    let expansion = try expander.expand(pattern, written: text)
    if let text = expansion.note { note(text) }
    known[pattern] = expansion.stems
    stemCount += expansion.stems.count
    return (pattern, expansion.stems)
  }

  private mutating func note(_ text: String) {
    if !notes.contains(text) { notes.append(text) }
  }

  // MARK: Parts

  private static func isWild(_ character: Character) -> Bool {
    character == "*" || character == "?"
  }

  /// What no word goes on behind parts a wildcard as it parts a text.
  static func parts(of text: String) -> [String] {
    text.split { character in
      !isWild(character) && !"'\u{2018}\u{2019}\u{02BC}".contains(character)
        && !character.unicodeScalars.contains {
          $0.properties.isAlphabetic || $0.properties.numericType != nil
        }
    }.map(String.init)
  }

  /// Whether it is in a script without blanks between words: there every character is one, and `*` at
  /// its ends changes nothing.
  private func isOfCharacters(_ part: String) -> Bool {
    let tokens = analyzer.tokens(in: part.filter { !Self.isWild($0) }).filter(\.kind.hasPosition)
    return !tokens.isEmpty && tokens.allSatisfy { $0.kind == .character }
  }

  /// The characters of such a wildcard that stand together, and each `?`.
  private mutating func pieces(of part: String) -> [String] {
    if part.drop(while: { Self.isWild($0) }).reversed().drop(while: { Self.isWild($0) }).contains(
      "*"
    ) {
      note("Between the characters of a script without blanks * stands for nothing.")
    }
    var pieces: [String] = []
    for character in part where character != "*" {
      if character == "?" || pieces.last.map({ $0 == "?" }) ?? true {
        pieces.append(String(character))
      } else {
        pieces[pieces.count - 1].append(character)
      }
    }
    return pieces
  }
}
