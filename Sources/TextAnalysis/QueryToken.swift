// SPDX-License-Identifier: GPL-3.0-or-later

/// A word of a query, or what stands for one, with all the stems it may be indexed by.
package struct QueryToken: Hashable, Sendable {
  /// Where it stands: bytes of the query's text.
  package let range: Range<Int>
  /// Its place as in `Token`.
  package let position: Int
  /// What it stands for.
  package let kind: Token.Kind
  /// The word as written but for case, diacritics on Latin letters, and typography.
  package let word: String
  /// Its stems in the languages of the index, each once, those of the language that most passages
  /// are in first; most often there is only one.
  package let stems: [String]
  /// A stem for each rule that documents of the index follow, in the order of the rules.
  let stemsByRule: [String]

  /// The same place with a stem for each rule.
  init(_ token: Token, stemsByRule: [String]) {
    range = token.range
    position = token.position
    kind = token.kind
    word = token.forms.word
    self.stemsByRule = stemsByRule
    stems = stemsByRule.withoutDuplicates
  }
}

extension Sequence where Element: Hashable {
  /// Each element once, where it stands first.
  var withoutDuplicates: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
