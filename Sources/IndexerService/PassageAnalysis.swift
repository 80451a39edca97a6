// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageIndex
package import PassageModel
package import TextAnalysis

/// Turns the passages of one document into the terms they are found by.
package struct PassageAnalysis {
  /// How much a word of the title adds to a passage, beside what the passage says itself.
  ///
  /// Twice rather than once was worth about 0.01 of nDCG@10 on cranfield and nothing on squad-dev;
  /// three times was worth little more.
  private static let titleWdf: UInt16 = 2
  /// The same for the words of the headings; these sets have none to measure it by.
  private static let headingWdf: UInt16 = 1

  private let analyzer: Analyzer
  private let titleForms: [WordForms]
  /// The words of the headings of the passage analyzed last: neighbours share them.
  private var headings: [String] = []
  private var headingForms: [WordForms] = []

  /// Prepares the analysis of one document's passages.
  ///
  /// - Parameters:
  ///   - title: the title of the document.
  ///   - analyzer: for the document's language.
  package init(title: String?, analyzer: Analyzer) {
    self.analyzer = analyzer
    titleForms = title.map { analyzer.tokens(in: $0).map(\.forms) } ?? []
  }

  /// The terms of `passage`.
  package mutating func analyze(_ passage: Passage) -> AnalyzedPassage {
    if passage.headings != headings {
      headings = passage.headings
      headingForms = headings.flatMap { analyzer.tokens(in: $0).map(\.forms) }
    }
    var terms = TermBuffer()
    var words: Set<String> = []
    for token in analyzer.tokens(in: passage.text, skipping: passage.wordless) {
      terms.append(
        token.forms.stem,
        wdf: 1,
        // Only the parts of a hyphenated word count as neighbours.
        position: token.kind == .word ? UInt32(token.position) : 0
      )
      words.insert(token.forms.word)
    }
    for forms in titleForms {
      terms.append(forms.stem, wdf: Self.titleWdf)
      terms.append(forms.stem, prefix: IndexSchema.title.prefix, wdf: 0)
      words.insert(forms.word)
    }
    for forms in headingForms {
      terms.append(forms.stem, wdf: Self.headingWdf)
      terms.append(forms.stem, prefix: IndexSchema.heading.prefix, wdf: 0)
      words.insert(forms.word)
    }
    return AnalyzedPassage(
      passage: passage,
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
