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

/// A word found in a text, or what stands for one.
package struct Token: Hashable, Sendable {
  /// What a token stands for.
  ///
  /// | kind         | has a position, makes up phrases | ranks                  | in the vocabulary |
  /// |--------------|----------------------------------|------------------------|-------------------|
  /// | `.word`      | yes                              | yes                    | yes               |
  /// | `.compound`  | no                               | yes                    | yes               |
  /// | `.character` | yes                              | at half its weight     | no                |
  /// | `.pair`      | no                               | yes                    | no                |
  package enum Kind: Hashable, Sendable {
    /// A word between blanks, or a part of a hyphenated one.
    case word
    /// The parts of a hyphenated word written as one (`co-existence` as `coexistence`), in addition
    /// to the parts themselves.
    case compound
    /// A character of a script without blanks between words: an ideograph, a kana, a letter of
    /// Thai, Lao, Khmer or Myanmar with its marks.
    case character
    /// Two such characters that stand together, or two neighbouring syllables of a longer Korean
    /// word; in addition to them.
    case pair

    /// Whether its position is its own, so that phrases are made of it.
    package var hasPosition: Bool { self == .word || self == .character }
    /// Whether people would call it a word.
    package var isWord: Bool { self == .word || self == .compound }
  }

  /// Where it stands: bytes of the text; the parts of a hyphenated word have their own ranges.
  package let range: Range<Int>
  /// Its place in the text in words and characters, from 1; that of its first part for a compound or
  /// pair, that of the word for a pair of syllables.
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
