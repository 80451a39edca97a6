// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// One occurrence of a term in a passage, ready for the engine.
package struct TermOccurrence: Hashable, Sendable {
  /// Where the term stands in `AnalyzedPassage.termBytes`.
  package let offset: UInt32
  /// Its length in bytes, its prefix included; at most `IndexSchema.maximumTermByteCount`.
  package let byteCount: UInt16
  /// By how much it raises the within-document frequency; 0 makes it a filter without weight.
  package let wdf: UInt16
  /// Its place in the passage in words, from 1; 0 for none.
  package let position: UInt32

  /// Makes an occurrence.
  package init(offset: UInt32, byteCount: UInt16, wdf: UInt16, position: UInt32) {
    self.offset = offset
    self.byteCount = byteCount
    self.wdf = wdf
    self.position = position
  }
}

/// A passage with the terms it is to be found by.
package struct AnalyzedPassage: Sendable {
  /// The passage.
  package let passage: Passage
  /// The language of its document; nil if it is not known.
  package let language: String?
  /// The bytes of all terms, one after the other.
  package let termBytes: [UInt8]
  /// The terms, in any order; a term may occur many times.
  package let occurrences: [TermOccurrence]
  /// The words of the passage as written but for case and diacritics, for the vocabulary.
  package let words: [String]

  /// Makes an analyzed passage.
  package init(
    passage: Passage,
    language: String?,
    termBytes: [UInt8],
    occurrences: [TermOccurrence],
    words: [String]
  ) {
    self.passage = passage
    self.language = language
    self.termBytes = termBytes
    self.occurrences = occurrences
    self.words = words
  }
}
