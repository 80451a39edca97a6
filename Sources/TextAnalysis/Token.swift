// SPDX-License-Identifier: GPL-3.0-or-later

/// What the analyzer makes of one spelling of a word.
package struct WordForms: Hashable, Sendable {
  /// The word as written but for case, diacritics on Latin letters, and typography.
  package let word: String
  /// What the word is indexed and looked up by: never shown to a user.
  package let stem: String

  /// Makes a pair of forms.
  package init(word: String, stem: String) {
    self.word = word
    self.stem = stem
  }
}

/// A word found in a text.
package struct Token: Hashable, Sendable {
  /// What a token stands for.
  package enum Kind: Hashable, Sendable {
    /// A word, or a part of a hyphenated one.
    case word
    /// The parts of a hyphenated word written as one (`co-existence` as `coexistence`), in addition
    /// to the parts themselves.
    case compound
  }

  /// Where it stands: bytes of the text; the parts of a hyphenated word have their own ranges.
  package let range: Range<Int>
  /// Its place in the text in words, from 1; that of its first part for a compound.
  package let position: Int
  /// What it stands for.
  package let kind: Kind
  /// The forms it is compared by.
  package let forms: WordForms

  /// Makes a token.
  package init(range: Range<Int>, position: Int, kind: Kind, forms: WordForms) {
    self.range = range
    self.position = position
    self.kind = kind
    self.forms = forms
  }
}
