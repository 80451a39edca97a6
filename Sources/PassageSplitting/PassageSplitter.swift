// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// Splits documents into passages.
///
/// A paragraph is a passage if it is not too long; a longer one is divided evenly between
/// sentences; short neighbours under the same heading become one. One thread at a time: the
/// sentence rules it holds are not for sharing, so each thread makes its own splitter.
package final class PassageSplitter {
  /// Rises whenever the same document would be split differently.
  package static let version = 2

  private let rules: SplitRules
  private let segmenter = SentenceSegmenter()

  /// Makes a splitter; it takes up to a millisecond.
  package init(rules: SplitRules = SplitRules()) {
    self.rules = rules
  }

  /// Splits a document into passages.
  ///
  /// - Returns: passages in reading order, disjoint; together they hold every non-blank character
  ///   of the document's blocks, and none of its title, headings and reference lists. None has
  ///   more than `rules.maximumWordCount` words.
  /// - Complexity: O(n) in bytes.
  package func split(_ document: StructuredDocument) -> [Passage] {
    var drafts: [PassageDraft] = []
    var borders = SectionCounter(document)
    var markers = document.markers[...]
    var markup = document.markup[...]
    for block in document.blocks {
      let found = markers.prefix { $0.range.lowerBound < block.range.upperBound }
      markers = markers.dropFirst(found.count)
      let hidden = markup.prefix { $0.lowerBound < block.range.upperBound }
      markup = markup.dropFirst(hidden.count)
      let section = borders.section(at: block.range.lowerBound)
      let sentences = sentences(of: block, in: document.text.utf8, markers: found, markup: hidden)
      let empty = PassageDraft(headings: block.headings, section: section)
      var groups = divide(sentences, into: empty)[...]
      if let last = drafts.last, let first = groups.first, rules.join(last, first) {
        drafts[drafts.count - 1].join(first)
        groups = groups.dropFirst()
      }
      drafts += groups
    }
    return PassageFinisher(document).passages(of: drafts)
  }

  /// The sentences of a block, those that are too long cut.
  private func sentences(
    of block: Block,
    in utf8: [UInt8],
    markers: ArraySlice<CitationMarker>,
    markup: ArraySlice<Range<Int>>
  ) -> [PassageDraft.Sentence] {
    let masked = SentenceMask.masked(block.range, of: utf8, markers: markers, markup: markup)
    let cutter = SentenceCutter(text: Array(utf8[block.range]), masked: masked, rules: rules)
    var sentences: [PassageDraft.Sentence] = []
    for sentence in segmenter.sentences(of: masked) {
      let units = WordMeter.units(of: sentence, in: cutter.text)
      let pieces =
        units > rules.maximumUnits ? cutter.pieces(of: sentence, units: units) : [sentence]
      for piece in pieces {
        let trimmed = cutter.text.trimmed(piece)
        guard !trimmed.isEmpty else { continue }
        let start = block.range.lowerBound
        sentences.append(
          PassageDraft.Sentence(
            range: start + trimmed.lowerBound..<start + trimmed.upperBound,
            units: WordMeter.units(of: trimmed, in: cutter.text)
          )
        )
      }
    }
    return sentences
  }

  /// Divides sentences into passages of about the same size.
  private func divide(
    _ sentences: [PassageDraft.Sentence],
    into empty: PassageDraft
  ) -> [PassageDraft] {
    var unitsLeft = sentences.reduce(0) { $0 + $1.units }
    var countLeft = rules.passageCount(units: unitsLeft)
    var drafts: [PassageDraft] = []
    var draft = empty
    for sentence in sentences {
      let ideal = unitsLeft / max(1, countLeft)
      let reached = draft.units + sentence.units
      let isNearerWithout = countLeft > 1 && reached - ideal > ideal - draft.units
      if !draft.isEmpty, reached > rules.maximumUnits || isNearerWithout {
        drafts.append(draft)
        unitsLeft -= draft.units
        countLeft -= 1
        draft = empty
      }
      draft.append(sentence)
    }
    if !draft.isEmpty { drafts.append(draft) }
    return drafts
  }
}
