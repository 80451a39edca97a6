// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageIndex
package import PassageModel
package import TextAnalysis

/// Turns the passages of one document into the terms they are found by.
package struct PassageAnalysis {
  /// How much a word of the title adds to a passage, beside what the passage says itself.
  ///
  /// Three times rather than twice was worth about 0.01 of nDCG@10 on cranfield and cacm, and nothing
  /// on squad-dev; four times was worth no more.
  private static let titleWdf: UInt16 = 3
  /// The same for the words of the headings; these sets have none to measure it by.
  private static let headingWdf: UInt16 = 1

  private let analyzer: Analyzer
  private let language: String?
  private let titleTokens: [Token]
  /// The words of the headings of the passage analyzed last: neighbours share them.
  private var headings: [String] = []
  private var headingTokens: [Token] = []

  /// Prepares the analysis of one document's passages.
  ///
  /// - Parameters:
  ///   - title: the title of the document.
  ///   - language: that of the document; nil if it is not known.
  ///   - analyzer: for that language.
  package init(title: String?, language: String?, analyzer: Analyzer) {
    self.analyzer = analyzer
    self.language = language
    titleTokens = title.map { analyzer.tokens(in: $0) } ?? []
  }

  /// The terms of `passage`.
  package mutating func analyze(_ passage: Passage) -> AnalyzedPassage {
    if passage.headings != headings {
      headings = passage.headings
      headingTokens = headings.flatMap { analyzer.tokens(in: $0) }
    }
    var terms = TermBuffer()
    var words: Set<String> = []
    for token in analyzer.tokens(in: passage.text, skipping: passage.wordless) {
      terms.append(
        token.forms.stem,
        wdf: 1,
        // Only the parts of a hyphenated word count as neighbours, only characters and not pairs.
        position: token.kind.hasPosition ? UInt32(token.position) : 0
      )
      if token.kind.isWord { words.insert(token.forms.word) }
    }
    for token in titleTokens {
      terms.append(token.forms.stem, wdf: Self.titleWdf)
      terms.append(token.forms.stem, prefix: IndexSchema.title.prefix, wdf: 0)
      if token.kind.isWord { words.insert(token.forms.word) }
    }
    for token in headingTokens {
      terms.append(token.forms.stem, wdf: Self.headingWdf)
      terms.append(token.forms.stem, prefix: IndexSchema.heading.prefix, wdf: 0)
      if token.kind.isWord { words.insert(token.forms.word) }
    }
    if let language { terms.append(language, prefix: IndexSchema.language.prefix, wdf: 0) }
    return AnalyzedPassage(
      passage: passage,
      language: language,
      termBytes: terms.bytes,
      occurrences: terms.occurrences,
      words: Array(words)
    )
  }
}

/// Terms laid one after the other, as the engine takes them.
private struct TermBuffer {
  var bytes: [UInt8] = []
  var occurrences: [TermOccurrence] = []

  mutating func append(_ stem: String, prefix: String = "", wdf: UInt16, position: UInt32 = 0) {
    let offset = bytes.count
    bytes.append(contentsOf: prefix.utf8)
    bytes.append(contentsOf: stem.utf8)
    occurrences.append(
      TermOccurrence(
        offset: UInt32(offset),
        byteCount: UInt16(bytes.count - offset),
        wdf: wdf,
        position: position
      )
    )
  }
}
