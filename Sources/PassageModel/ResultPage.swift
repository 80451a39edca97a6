// SPDX-License-Identifier: GPL-3.0-or-later

/// A marker of a passage and what it leads to.
package struct Citation: Hashable, Sendable {
  /// The marker; its range counts bytes of the passage's text.
  package let marker: CitationMarker
  /// The entry it leads to; nil where there is none.
  package let reference: Reference?
  /// Why there is no entry; nil where there is one.
  package let reason: String?
  /// The sidecar that the entry is from, `FOLDER/PATH`; nil for the document's own list.
  package let origin: String?
  /// The sidecar that completes the document's own entry, `FOLDER/PATH`; nil if none does.
  package let completion: String?
  /// What else is to be known of the entry: why a sidecar was left aside.
  package let note: String?

  /// Makes a citation that leads to `reference`, or to none for a `reason`.
  package init(
    marker: CitationMarker,
    reference: Reference?,
    reason: String?,
    origin: String? = nil,
    completion: String? = nil,
    note: String? = nil
  ) {
    self.marker = marker
    self.reference = reference
    self.reason = reason
    self.origin = origin
    self.completion = completion
    self.note = note
  }
}

/// The part of a passage that answers the query best.
package struct Snippet: Hashable, Sendable {
  /// Whole sentences of the passage, or a piece of one that is long.
  package let text: String
  /// Where they stand in the passage's text: bytes.
  package let range: Range<Int>
  /// What to highlight: bytes of `text`, sorted and disjoint.
  package let highlights: [Range<Int>]

  /// Makes a snippet of its parts.
  package init(text: String, range: Range<Int>, highlights: [Range<Int>]) {
    self.text = text
    self.range = range
    self.highlights = highlights
  }
}

/// One ranked passage.
package struct Hit: Hashable, Sendable {
  /// Its place in the whole ranking, counted from 1.
  package let rank: Int
  /// What it is ranked by: comparable within one query only; no probability.
  package let weight: Double
  /// The document it stands in.
  package let document: SourceDocument
  /// The passage itself.
  package let passage: Passage
  /// Its address.
  package let anchor: CitationAnchor
  /// What to highlight in the passage: bytes of its text, sorted and disjoint.
  package let highlights: [Range<Int>]
  /// The part that answers best.
  package let snippet: Snippet
  /// The passage's citation markers and what they lead to.
  package let citations: [Citation]
  /// Where the weight comes from, if that was asked for.
  package let explanation: Explanation?

  /// Makes a hit of its parts.
  package init(
    rank: Int,
    weight: Double,
    document: SourceDocument,
    passage: Passage,
    anchor: CitationAnchor,
    highlights: [Range<Int>],
    snippet: Snippet,
    citations: [Citation],
    explanation: Explanation? = nil
  ) {
    self.rank = rank
    self.weight = weight
    self.document = document
    self.passage = passage
    self.anchor = anchor
    self.highlights = highlights
    self.snippet = snippet
    self.citations = citations
    self.explanation = explanation
  }

  /// The W3C selectors of the passage.
  package var selectors: [Selector] {
    [
      .position(passage.range.characters),
      .quote(exact: passage.text, prefix: passage.prefix, suffix: passage.suffix),
    ]
  }
}

/// How many passages match: bounds that are certain, and the likeliest number between them.
package struct MatchCounts: Hashable, Sendable {
  /// At least so many.
  package let lower: Int
  /// About so many.
  package let estimated: Int
  /// At most so many.
  package let upper: Int

  /// Makes counts with `lower <= estimated <= upper`.
  package init(lower: Int, estimated: Int, upper: Int) {
    self.lower = lower
    self.estimated = estimated
    self.upper = upper
  }
}

/// The answer to one query, from one revision of the index.
package struct ResultPage: Hashable, Sendable {
  /// The query as it was asked.
  package let query: String
  /// A better query, if one can be offered.
  package private(set) var suggestion: String?
  /// What the reader of the answer should know, a sentence each.
  package let notes: [String]
  /// The revision of the index that answered.
  package let revision: Int
  /// Whether the index holds everything its folders held when it was last brought up to date.
  package let isComplete: Bool
  /// How many passages match.
  package let matches: MatchCounts
  /// What else matching passages were to be counted by, in the order in which it was asked for.
  package let facets: [Facet]
  /// The hits of this page, best first.
  package let hits: [Hit]

  /// Makes a page of its parts.
  package init(
    query: String,
    suggestion: String?,
    notes: [String],
    revision: Int,
    isComplete: Bool,
    matches: MatchCounts,
    facets: [Facet] = [],
    hits: [Hit]
  ) {
    self.query = query
    self.suggestion = suggestion
    self.notes = notes
    self.revision = revision
    self.isComplete = isComplete
    self.matches = matches
    self.facets = facets
    self.hits = hits
  }

  /// The same page with a better query to offer.
  package func suggesting(_ query: String?) -> ResultPage {
    var page = self
    page.suggestion = query
    return page
  }
}
