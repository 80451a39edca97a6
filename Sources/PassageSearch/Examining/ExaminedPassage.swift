// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import TextAnalysis

/// A passage with the words in it, found by the analyzer that it was indexed with.
struct ExaminedPassage {
  let stored: StoredPassage
  /// All that stands in the text.
  let tokens: [Token]
  /// What of it has a place of its own, in order.
  let words: [Token]
  /// The words of the document's title.
  let title: [Token]
  /// The words of each heading above it.
  let headings: [[Token]]

  /// Finds the words.
  ///
  /// - Parameters:
  ///   - stored: the passage.
  ///   - title: that of the document.
  ///   - analyzer: for the document's language.
  init(_ stored: StoredPassage, title: String?, analyzer: Analyzer) {
    self.stored = stored
    tokens = analyzer.tokens(in: stored.passage.text, skipping: stored.passage.wordless)
    words = tokens.filter(\.kind.hasPosition)
    self.title = title.map { analyzer.tokens(in: $0) } ?? []
    headings = stored.passage.headings.map { analyzer.tokens(in: $0) }
  }
}

extension WordSequence {
  /// Where it stands among words: the numbers of its words.
  ///
  /// Positions tell of words that were passed over because they are too long to be indexed.
  func places(in words: [Token]) -> [Range<Int>] {
    guard words.count >= patterns.count else { return [] }
    return (0...(words.count - patterns.count)).compactMap { start in
      let isHere = patterns.indices.allSatisfy { index in
        let word = words[start + index]
        return word.position - words[start].position == offsets[index]
          && matches(word.forms, at: index)
      }
      return isHere ? start..<start + patterns.count : nil
    }
  }

  private func matches(_ forms: WordForms, at index: Int) -> Bool {
    isAsWritten ? patterns[index].matches(forms.word) : stems[index]?.contains(forms.stem) ?? true
  }
}
