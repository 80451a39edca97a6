// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// A query as the engine understands it.
package indirect enum EngineQuery: Hashable, Sendable {
  /// Matches nothing.
  case nothing
  /// Passages with the term (UTF-8, its prefix included), weighted by BM25 as often as `count`.
  case term(String, count: Int = 1)
  /// Passages that match any; weights are added.
  case any([EngineQuery])
  /// Passages that match all; weights are added.
  case all([EngineQuery])
  /// Passages that match the first and not the second; weights from the first.
  case excluding(EngineQuery, EngineQuery)
  /// Passages that hold the terms in this order within `window` words.
  case phrase([String], window: Int)
  /// Passages that hold any of the terms, weighted as if they were one.
  case synonyms([String])
  /// Every passage, without weight.
  case everything
  /// The passages of these documents, without weight.
  case documents(Set<DocumentNumber>)
  /// The same matches, their weights times the factor (0 makes a filter).
  case scaled(EngineQuery, Double)
}

/// The parameters of BM25.
///
/// - SeeAlso: Robertson and Zaragoza, "The Probabilistic Relevance Framework" (2009), section 3.2;
///   `Xapian::BM25Weight`.
package struct Weighting: Hashable, Sendable {
  /// How soon repeated words stop to count.
  package var k1: Double
  /// How far long passages are held back, 0 to 1.
  package var b: Double
  /// The least normalised length a passage is taken to have (`min_normlen`).
  package var minimumNormalizedLength: Double

  /// Makes a set of parameters.
  package init(k1: Double, b: Double, minimumNormalizedLength: Double) {
    self.k1 = k1
    self.b = b
    self.minimumNormalizedLength = minimumNormalizedLength
  }
}
