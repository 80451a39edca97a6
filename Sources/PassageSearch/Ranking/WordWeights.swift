// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import PassageIndex

/// How much each ranked word tells: the rarer, the more.
struct WordWeights {
  /// A weight for each of the ranked words.
  let words: [Double]

  init(_ ranked: RankedWords, reader: IndexReader) throws(IndexError) {
    let stems = ranked.words.flatMap(\.stems)
    var frequencies = try reader.frequencies(of: stems)[...]
    var weights: [Double] = []
    for word in ranked.words {
      let own = frequencies.prefix(word.stems.count)
      frequencies = frequencies.dropFirst(word.stems.count)
      // A passage that holds two of the stems is counted twice, which does no harm.
      let count = min(own.reduce(0, +), reader.passageCount)
      weights.append(Self.weight(of: count, in: reader.passageCount))
    }
    words = weights
  }

  /// The inverse document frequency as the engine takes it (`Xapian::BM25Weight`): words that are in
  /// most passages weigh little, and nothing weighs less than nothing.
  static func weight(of count: Int, in total: Int) -> Double {
    let odds = (Double(total - count) + 0.5) / (Double(count) + 0.5)
    return log(odds < 2 ? odds * 0.5 + 1 : odds)
  }
}
