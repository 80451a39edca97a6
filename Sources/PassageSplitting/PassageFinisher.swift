// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes passages of drafts: measures them and copies what they need from the document.
struct PassageFinisher {
  private let document: StructuredDocument
  private let utf8: [UInt8]

  init(_ document: StructuredDocument) {
    self.document = document
    utf8 = document.text.utf8
  }

  func passages(of drafts: [PassageDraft]) -> [Passage] {
    var ruler = TextRuler(document.text)
    var markers = document.markers[...]
    var markup = document.markup[...]
    var passages: [Passage] = []
    passages.reserveCapacity(drafts.count)
    for draft in drafts {
      let range = draft.range
      let (measured, lines) = ruler.measure(range)
      let found = markers.prefix { $0.range.upperBound <= range.upperBound }
      markers = markers.dropFirst(found.count)
      let hidden = Self.take(from: &markup, in: range)
      passages.append(
        Passage(
          ordinal: passages.count + 1,
          range: measured,
          lines: lines,
          headings: draft.headings,
          text: document.text.string(in: range),
          sentences: draft.sentences.map {
            $0.range.lowerBound - range.lowerBound..<$0.range.upperBound - range.lowerBound
          },
          markers: found.map { $0.moved(by: -range.lowerBound) },
          markup: hidden.map {
            $0.lowerBound - range.lowerBound..<$0.upperBound - range.lowerBound
          },
          prefix: context(before: range.lowerBound),
          suffix: context(after: range.upperBound)
        )
      )
    }
    return passages
  }

  /// What of `markup` lies in `range`; a stretch that reaches beyond is cut, and its rest is left.
  private static func take(
    from markup: inout ArraySlice<Range<Int>>,
    in range: Range<Int>
  ) -> [Range<Int>] {
    var taken: [Range<Int>] = []
    while let first = markup.first, first.lowerBound < range.upperBound {
      let part = first.clamped(to: range)
      if !part.isEmpty { taken.append(part) }
      guard first.upperBound <= range.upperBound else { break }
      markup.removeFirst()
    }
    return taken
  }

  private func context(before offset: Int) -> String {
    var start = offset
    for _ in 0..<Passage.contextCharacterCount where start > 0 {
      start -= utf8.scalar(before: start).length
    }
    return document.text.string(in: start..<offset)
  }

  private func context(after offset: Int) -> String {
    var end = offset
    for _ in 0..<Passage.contextCharacterCount where end < utf8.count {
      end += utf8.scalar(at: end).length
    }
    return document.text.string(in: offset..<end)
  }
}
