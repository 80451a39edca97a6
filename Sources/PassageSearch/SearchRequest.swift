// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What is asked of the index.
package struct SearchRequest: Hashable, Sendable {
  /// The query as it was typed.
  package let query: String
  /// How many hits at the most.
  package let limit: Int
  /// How many of the best hits to pass over.
  package let offset: Int
  /// How many hits of one document there may be on all pages together; nil for any number.
  package let perDocument: Int?
  /// What all matching passages are counted by.
  package let facets: [FacetKind]
  /// Whether to tell where the weight of each hit comes from.
  package let explains: Bool

  /// Makes a request.
  package init(
    query: String,
    limit: Int = 10,
    offset: Int = 0,
    perDocument: Int? = nil,
    facets: [FacetKind] = [],
    explains: Bool = false
  ) {
    self.query = query
    self.limit = limit
    self.offset = offset
    self.perDocument = perDocument
    self.facets = facets
    self.explains = explains
  }
}
