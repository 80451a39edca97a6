// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel
internal import TestSupport

/// A quotation with what is needed to judge later what is said of it.
package struct PickedQuotation: Sendable {
  /// How much is quoted.
  package enum Extent: String, CaseIterable, Sendable {
    case words
    case sentence
    case sentences
    case paragraph
  }

  /// Exactly what stands there.
  package let text: String
  /// Where: bytes of the document's text.
  package let bytes: Range<Int>
  package let extent: Extent
  /// Which words they are.
  let lineages: [Int32]
  /// The words without blanks.
  let squeezed: [UInt8]
  /// What stands around it, around its sentences and around its paragraphs.
  let surroundings: Surroundings
  /// What the text around it says.
  let context: SqueezedContext
  /// Words typed later have lineages from this one on.
  let lineageCount: Int32

  init(
    _ range: Range<Int>,
    _ bytes: Range<Int>,
    _ extent: Extent,
    in document: RenderedDocument,
    lineageCount: Int32
  ) {
    self.lineageCount = lineageCount
    text = document.text.string(in: bytes)
    self.bytes = bytes
    self.extent = extent
    lineages = document.words[range].map(\.lineage)
    squeezed = text.squeezed
    surroundings = Surroundings(of: range, in: document)
    context = SqueezedContext(of: bytes, in: document.text)
  }
}

/// The words next to a stretch, to the sentences it is in, and to the paragraphs.
struct Surroundings: Hashable, Sendable {
  private let lineages: [Int32]
  private static let wordCount = 5

  init(of range: Range<Int>, in document: RenderedDocument) {
    let words = document.words
    var lineages: [Int32] = []
    func note(_ range: Range<Int>) {
      for offset in 1...Self.wordCount {
        let before = range.lowerBound - offset
        let behind = range.upperBound - 1 + offset
        lineages.append(before >= 0 ? words[before].lineage : -1)
        lineages.append(behind < words.count ? words[behind].lineage : -1)
      }
    }
    note(range)
    var wide = range
    for part in [\RenderedDocument.Word.sentence, \RenderedDocument.Word.block] {
      let (first, last) = (
        words[wide.lowerBound][keyPath: part], words[wide.upperBound - 1][keyPath: part]
      )
      while wide.lowerBound > 0, words[wide.lowerBound - 1][keyPath: part] == first {
        wide = wide.lowerBound - 1..<wide.upperBound
      }
      while wide.upperBound < words.count, words[wide.upperBound][keyPath: part] == last {
        wide = wide.lowerBound..<wide.upperBound + 1
      }
      note(wide)
    }
    self.lineages = lineages
  }
}

extension Editor {
  /// Quotes something at random; nil if the document is empty.
  package mutating func quotation(from document: RenderedDocument) -> PickedQuotation? {
    let words = document.words
    guard !words.isEmpty else { return nil }
    let extent = PickedQuotation.Extent.allCases.pick(&random)
    let start = random.number(0...words.count - 1)
    var range = start..<start + 1
    func widen(_ isPart: (RenderedDocument.Word) -> Bool) {
      while range.lowerBound > 0, isPart(words[range.lowerBound - 1]) {
        range = range.lowerBound - 1..<range.upperBound
      }
      while range.upperBound < words.count, isPart(words[range.upperBound]) {
        range = range.lowerBound..<range.upperBound + 1
      }
    }
    let word = words[start]
    switch extent {
    case .words:
      let end = min(words.count, start + random.number(2...9))
      range = start..<(words[start..<end].firstIndex { $0.sentence != word.sentence } ?? end)
    case .sentence: widen { $0.sentence == word.sentence }
    case .sentences:
      let last = word.sentence + Int32(random.number(1...3))
      widen { (word.sentence...last).contains($0.sentence) }
    case .paragraph: widen { $0.block == word.block }
    }
    var bytes = document.bytes(of: range)
    if extent == .words, random.once(in: 2) { bytes = trimmed(bytes, document.text) }
    return PickedQuotation(range, bytes, extent, in: document, lineageCount: lineages.count)
  }

  /// Without punctuation at the ends, if anything is left.
  private func trimmed(_ bytes: Range<Int>, _ text: SourceText) -> Range<Int> {
    var (start, end) = (bytes.lowerBound, bytes.upperBound)
    let signs = Set(".,;:!?|()\"".utf8)
    while start < end, signs.contains(text.utf8[start]) || text.utf8[start] == 0x20 { start += 1 }
    while start < end, signs.contains(text.utf8[end - 1]) || text.utf8[end - 1] == 0x20 { end -= 1 }
    return start < end ? start..<end : bytes
  }
}
