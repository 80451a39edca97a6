// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds the sentences of a paragraph.
struct SentenceSegmenter: ~Copyable {
  private let finder = BoundaryFinder()

  /// The sentences of `masked`, which `SentenceMask` made: adjacent ranges of bytes that cover it.
  func sentences(of masked: [UInt8]) -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    for boundary in finder.boundaries(of: masked) {
      if boundary < masked.count, Abbreviations.continueSentence(at: boundary, in: masked) {
        continue
      }
      sentences.append(start..<boundary)
      start = boundary
    }
    return sentences
  }
}
