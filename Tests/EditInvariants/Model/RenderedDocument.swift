// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// The text of a tracked document, and where each of its words stands in it.
package struct RenderedDocument: Sendable {
  /// A word and its place.
  struct Word: Sendable {
    let lineage: Int32
    let model: Int32?
    let heirOf: Int32?
    let isCopy: Bool
    let isEdited: Bool
    /// Numbers of its sentence and its block.
    let sentence: Int32
    let block: Int32
    /// Bytes of the text.
    let range: Range<Int>
  }

  /// The text.
  package let text: SourceText
  let words: [Word]

  /// Writes the document down.
  package init(_ document: TrackedDocument) {
    var utf8: [UInt8] = []
    var words: [Word] = []
    var sentenceNumber: Int32 = 0
    for (number, block) in document.blocks.enumerated() {
      if number > 0 { utf8 += block.gap.utf8 }
      var isFirst = true
      for sentence in block.sentences {
        for word in sentence {
          if !isFirst { utf8 += word.gap.utf8 }
          isFirst = false
          let start = utf8.count
          utf8 += word.text.utf8
          words.append(
            Word(
              lineage: word.lineage,
              model: word.model,
              heirOf: word.heirOf,
              isCopy: word.isCopy,
              isEdited: word.isEdited,
              sentence: sentenceNumber,
              block: Int32(number),
              range: start..<utf8.count
            )
          )
        }
        sentenceNumber += 1
      }
    }
    utf8.append(UInt8(ascii: "\n"))
    text = SourceText(validUTF8: utf8)
    self.words = words
  }

  /// The words that a stretch of the text touches.
  func words(touching bytes: Range<Int>) -> Range<Int> {
    let first = firstIndex { $0.range.upperBound > bytes.lowerBound }
    let end = firstIndex { $0.range.lowerBound >= bytes.upperBound }
    return first..<max(first, end)
  }

  /// The smallest index whose word meets what only words from there on do.
  private func firstIndex(where isBehind: (Word) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(words[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The bytes that some words take.
  func bytes(of range: Range<Int>) -> Range<Int> {
    guard !range.isEmpty else { return 0..<0 }
    return words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound
  }
}

extension SourceText {
  /// What stands in `range` without blanks.
  func squeezed(in range: Range<Int>) -> [UInt8] {
    string(in: range).squeezed
  }
}

extension String {
  /// The text without blanks, as UTF-8.
  var squeezed: [UInt8] {
    var squeezed: [UInt8] = []
    for scalar in unicodeScalars where !scalar.properties.isWhitespace {
      squeezed += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
    return squeezed
  }
}
