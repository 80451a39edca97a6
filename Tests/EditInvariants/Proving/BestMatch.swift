// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The stretch of some documents that takes the fewest changes of words to become a quotation: what
/// whoever asks no questions would take.
///
/// - SeeAlso: Sellers, "The theory and computation of evolutionary distances" (1980).
package struct BestMatch: Sendable {
  private let document: Int
  private let bytes: Range<Int>
  private let distance: Int
  private let wordCount: Int
  private let isSame: Bool

  /// Looks through those of `documents` that `indices` name; the first of the best is taken.
  package init(of quotation: String, in documents: [RenderedDocument], at indices: [Int]) {
    let sought = quotation.split(whereSeparator: \.isWhitespace)
    // Where no blanks are written, words are the editor's.
    let words =
      sought.count > 3 && !quotation.unicodeScalars.contains { $0.value > 0x2E80 }
      ? sought.map { Array($0.utf8).hashValue }
      : WordCutter.words(of: quotation[...]).map { Array($0.word.utf8).hashValue }
    var best = (document: 0, words: 0..<0, distance: Int.max)
    for number in indices {
      let found = Self.best(words, in: documents[number])
      if found.distance < best.distance { best = (number, found.words, found.distance) }
    }
    document = best.document
    bytes = documents.isEmpty ? 0..<0 : documents[best.document].bytes(of: best.words)
    distance = best.distance
    wordCount = words.count
    isSame =
      !documents.isEmpty
      && documents[best.document].text.squeezed(in: bytes) == quotation.squeezed
  }

  /// What it says of the quotation; nil if less than a share of it is alike.
  package func claim(atLeast share: Double = 0) -> Claim? {
    let similarity = 1 - Double(distance) / Double(max(1, wordCount))
    guard !bytes.isEmpty, similarity >= share else { return nil }
    return Claim(isSame ? .same : .changed, document: document, bytes: bytes)
  }

  private static func best(
    _ sought: [Int],
    in document: RenderedDocument
  ) -> (words: Range<Int>, distance: Int) {
    var distances = Array(0...sought.count)
    var starts = Array(repeating: 0, count: sought.count + 1)
    var best = (words: 0..<0, distance: Int.max)
    for (index, word) in document.words.enumerated() {
      let hash = Array(document.text.utf8[word.range]).hashValue
      var (diagonal, diagonalStart) = (distances[0], index)
      starts[0] = index + 1
      for row in stride(from: 1, through: sought.count, by: 1) {
        let (left, leftStart) = (distances[row], starts[row])
        var (least, start) = (diagonal + (sought[row - 1] == hash ? 0 : 1), diagonalStart)
        if left + 1 < least { (least, start) = (left + 1, leftStart) }
        if distances[row - 1] + 1 < least {
          (least, start) = (distances[row - 1] + 1, starts[row - 1])
        }
        (distances[row], starts[row]) = (least, start)
        (diagonal, diagonalStart) = (left, leftStart)
      }
      if distances[sought.count] < best.distance {
        best = (
          starts[sought.count]..<max(starts[sought.count], index + 1), distances[sought.count]
        )
      }
    }
    return best
  }
}
