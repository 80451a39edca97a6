// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Cuts the running text of a document every so many words, whatever stands there.
///
/// The running text reaches from the first block to the end of the last; what lies between blocks,
/// such as headings, is part of it. A passage stands under the headings of the place where it
/// begins.
struct FixedCut {
  let wordCount: Int

  func split(_ document: StructuredDocument) -> [Passage] {
    var ruler = TextRuler(document.text)
    var blocks = document.blocks[...]
    var passages: [Passage] = []
    for range in ranges(in: document) {
      while let next = blocks.dropFirst().first, next.range.lowerBound <= range.lowerBound {
        blocks = blocks.dropFirst()
      }
      let (measured, lines) = ruler.measure(range)
      let markers = document.markers.filter {
        range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
      }
      passages.append(
        Passage(
          ordinal: passages.count + 1,
          range: measured,
          lines: lines,
          headings: blocks.first?.headings ?? [],
          text: document.text.string(in: range),
          sentences: [0..<range.count],
          markers: markers.map { $0.moved(by: -range.lowerBound) },
          markup: document.markup.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
            .map { $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound },
          prefix: "",
          suffix: ""
        )
      )
    }
    return passages
  }

  /// From the beginning of a word to the end of the last of `wordCount`.
  private func ranges(in document: StructuredDocument) -> [Range<Int>] {
    guard let first = document.blocks.first, let last = document.blocks.last else { return [] }
    let text = first.range.lowerBound..<last.range.upperBound
    let words = Words.ranges(of: text, in: document.text.utf8)
    return stride(from: 0, to: words.count, by: wordCount).map { start in
      let end = min(start + wordCount, words.count) - 1
      return words[start].lowerBound..<words[end].upperBound
    }
  }
}
