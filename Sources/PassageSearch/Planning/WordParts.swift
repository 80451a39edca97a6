// SPDX-License-Identifier: GPL-3.0-or-later

internal import TextAnalysis

/// What has to be there for a word, as it was typed, to be there.
///
/// A hyphenated word is there if its parts are, or if it is as one word. In scripts without blanks
/// between words the pairs of neighbouring characters have to be there: single ones are everywhere.
struct WordParts {
  /// The stems of each of its parts.
  let parts: [[String]]
  /// The stems of it as one word.
  let compounds: [[String]]

  /// Takes the tokens of a word; nil if there are none.
  init?(_ tokens: [QueryToken]) {
    let inPairs = CharactersInPairs(tokens)
    parts =
      tokens.filter { token in
        switch token.kind {
        case .word: true
        case .character: !inPairs.contains(token)
        case .pair: inPairs.isPairOfCharacters(token)
        case .compound: false
        }
      }.map(\.stems).withoutDuplicates
    compounds = tokens.filter { $0.kind == .compound }.map(\.stems)
    guard !parts.isEmpty else { return nil }
  }

  /// What a passage has to fulfil, by what it has to for one part.
  func demand(_ part: ([String]) -> Demand) -> Demand {
    let together = parts.count == 1 ? part(parts[0]) : .all(parts.map(part))
    return compounds.isEmpty ? together : .any([together] + compounds.map(part))
  }

  /// Whether it is there, by whether a part is.
  func areThere(_ isThere: ([String]) -> Bool) -> Bool {
    parts.allSatisfy(isThere) || compounds.contains(where: isThere)
  }
}

/// Which characters stand in pairs: what holds for the pair holds for them.
struct CharactersInPairs {
  private var starts: Set<Int> = []
  private var ends: Set<Int> = []
  private let characterStarts: Set<Int>

  /// Looks at pairs and characters of one text.
  init(_ tokens: [QueryToken]) {
    for token in tokens where token.kind == .pair {
      starts.insert(token.range.lowerBound)
      ends.insert(token.range.upperBound)
    }
    characterStarts = Set(
      tokens.lazy.filter { $0.kind == .character }.map(\.range.lowerBound)
    )
  }

  /// Whether a character is the first or the second of a pair.
  func contains(_ token: QueryToken) -> Bool {
    token.kind == .character
      && (starts.contains(token.range.lowerBound) || ends.contains(token.range.upperBound))
  }

  /// Whether a pair is one of characters, and not of syllables in a Korean word.
  func isPairOfCharacters(_ token: QueryToken) -> Bool {
    token.kind == .pair && characterStarts.contains(token.range.lowerBound)
  }
}
