// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the sentences of a paragraph: Unicode's boundaries, judged by our rules.
struct SentenceSegmenter: ~Copyable {
  private let finder = BoundaryFinder()

  /// The sentences of `masked`, which `SentenceMask` made: adjacent ranges of bytes that cover it.
  ///
  /// - Complexity: O(n) in bytes.
  func sentences(of masked: [UInt8]) -> [Range<Int>] {
    var rules = SentenceRules(masked)
    var sentences: [Range<Int>] = []
    var start = 0
    for boundary in finder.boundaries(of: BoundaryHints.added(to: masked)) {
      if rules.goesOn(behind: boundary, from: start) { continue }
      sentences.append(start..<boundary)
      start = boundary
    }
    return sentences
  }
}
