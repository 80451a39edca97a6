// SPDX-License-Identifier: GPL-3.0-or-later

/// A contiguous stretch of one document that is found, shown and cited as a whole.
package struct Passage: Hashable, Sendable {
  /// Its place among the document's passages, counted from 1.
  package let ordinal: Int
  /// Where it stands in the document's text.
  package let range: TextRange
  /// The lines of the document's text that it touches, counted from 1.
  package let lines: ClosedRange<Int>
  /// The headings it stands under, the outermost first, without the title.
  package let headings: [String]
  /// Exactly the document's text in `range`.
  package let text: String
  /// Its sentences in order: bytes of `text`, without the white space between them.
  package let sentences: [Range<Int>]
  /// The citation markers in it, in order, with ranges that count bytes of `text`.
  package let markers: [CitationMarker]
  /// The stretches of it that are markup and hold no words: bytes of `text`, in order, disjoint.
  package let markup: [Range<Int>]
  /// Up to 32 characters of the document's text that stand before it.
  package let prefix: String
  /// Up to 32 characters of the document's text that follow it.
  package let suffix: String

  /// Makes a passage of its parts.
  package init(
    ordinal: Int,
    range: TextRange,
    lines: ClosedRange<Int>,
    headings: [String],
    text: String,
    sentences: [Range<Int>],
    markers: [CitationMarker],
    markup: [Range<Int>] = [],
    prefix: String,
    suffix: String
  ) {
    self.ordinal = ordinal
    self.range = range
    self.lines = lines
    self.headings = headings
    self.text = text
    self.sentences = sentences
    self.markers = markers
    self.markup = markup
    self.prefix = prefix
    self.suffix = suffix
  }

  /// The stretches that hold no words to be found by, markers and markup: bytes of `text`, in
  /// order, disjoint.
  package var wordless: [Range<Int>] {
    guard !markup.isEmpty else { return markers.map(\.range).joinedWhereTouching }
    let ranges = markers.map(\.range) + markup
    return ranges.sorted { $0.lowerBound < $1.lowerBound }.joinedWhereTouching
  }

  /// How many characters of context `prefix` and `suffix` hold at the most.
  ///
  /// 32 is what the Hypothesis client stores with a quotation.
  package static let contextCharacterCount = 32
}

extension [Range<Int>] {
  /// The same places, where ranges in order of their beginnings overlap or touch made one.
  fileprivate var joinedWhereTouching: [Range<Int>] {
    var joined: [Range<Int>] = []
    for range in self {
      if let last = joined.last, range.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        joined.append(range)
      }
    }
    return joined
  }
}
