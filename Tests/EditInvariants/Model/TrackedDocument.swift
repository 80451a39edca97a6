// SPDX-License-Identifier: GPL-3.0-or-later

/// A sentence, as a list of words.
package typealias TrackedSentence = [TrackedWord]

/// A paragraph, or a line of a list.
struct TrackedBlock: Sendable {
  /// What parts it from the one before.
  var gap: String
  var sentences: [TrackedSentence]
}

/// A document that is edited word by word, so that it is known what became of every word.
package struct TrackedDocument: Sendable {
  var blocks: [TrackedBlock]

  /// Takes `text` apart, all of it newly typed, into lines if `linesAreBlocks`, as in lists, and else
  /// where there are blank lines.
  init(_ text: String, linesAreBlocks: Bool, lineages: inout Lineages) {
    blocks = []
    for (index, paragraph) in Self.paragraphs(text, linesAreBlocks).enumerated() {
      let sentences = Self.sentences(paragraph, &lineages)
      guard !sentences.isEmpty else { continue }
      let gap = linesAreBlocks ? (index % 7 == 6 ? "\n\n" : "\n") : "\n\n"
      blocks.append(TrackedBlock(gap: gap, sentences: sentences))
    }
  }

  /// The sentences of `text`, newly typed.
  static func sentences(_ text: Substring, _ lineages: inout Lineages) -> [TrackedSentence] {
    var sentences: [TrackedSentence] = []
    var sentence: TrackedSentence = []
    for (gap, word) in WordCutter.words(of: text) {
      let gap = gap.isEmpty && sentence.isEmpty && !WordCutter.isIdeographic(word) ? " " : gap
      sentence.append(TrackedWord(text: word, gap: gap, lineage: lineages.next()))
      if WordCutter.endsSentence(word), sentence.count > 1 || sentences.isEmpty {
        sentences.append(sentence)
        sentence = []
      }
    }
    if !sentence.isEmpty { sentences.append(sentence) }
    return sentences
  }

  private static func paragraphs(_ text: String, _ linesAreBlocks: Bool) -> [Substring] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard !linesAreBlocks else { return lines.filter { !$0.isEmpty } }
    var paragraphs: [Substring] = []
    for run in lines.split(whereSeparator: { $0.allSatisfy(\.isWhitespace) }) {
      guard let first = run.first, let last = run.last else { continue }
      paragraphs.append(text[first.startIndex..<last.endIndex])
    }
    return paragraphs
  }

  /// The number of all sentences.
  var sentenceCount: Int { blocks.reduce(0) { $0 + $1.sentences.count } }

  /// Takes out what is empty.
  mutating func tidy() {
    for index in blocks.indices { blocks[index].sentences.removeAll(where: \.isEmpty) }
    blocks.removeAll(where: \.sentences.isEmpty)
  }

  /// The same text again, as a copy.
  package var copied: TrackedDocument {
    var copy = self
    for block in copy.blocks.indices {
      for sentence in copy.blocks[block].sentences.indices {
        copy.blocks[block].sentences[sentence].markCopied()
      }
    }
    return copy
  }
}

extension TrackedSentence {
  mutating func markCopied() {
    for index in indices { self[index].isCopy = true }
  }

  var squeezed: String { map(\.text).joined() }
}
