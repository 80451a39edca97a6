// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// The engine's own number of a passage: it changes when the passage is written anew, so it is
/// never printed and never stored outside the index.
package struct EngineDocID: Hashable, Comparable, Sendable {
  /// Counted from 1.
  package let rawValue: UInt32

  /// Takes a number; 0 stands before every passage.
  package init(_ rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// Orders passages as the engine stores them.
  package static func < (left: EngineDocID, right: EngineDocID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// A passage as the index holds it.
package struct StoredPassage: Sendable {
  /// The engine's own number.
  package let id: EngineDocID
  /// The document it belongs to.
  package let document: DocumentNumber
  /// The passage.
  package let passage: Passage
  /// The language of its document, by which its words are stemmed; nil if it is not known.
  package let language: String?
  /// Its weight for the query that found it; 0 if none did.
  package let weight: Double
  /// Its terms as the engine holds them, a line each (`TERM\tWDF\tPOSITION,POSITION…\n`, sorted),
  /// without the term that names the document; empty unless asked for.
  package let postings: [UInt8]

  /// Makes a stored passage of its parts.
  package init(
    id: EngineDocID,
    document: DocumentNumber,
    passage: Passage,
    language: String?,
    weight: Double,
    postings: [UInt8]
  ) {
    self.id = id
    self.document = document
    self.passage = passage
    self.language = language
    self.weight = weight
    self.postings = postings
  }
}

/// One page of passages that match a query, best first.
package struct EnginePage: Sendable {
  /// The passages.
  package let passages: [StoredPassage]
  /// Bounds and estimate of how many match in all.
  package let matches: MatchCounts
  /// How many matches each document has; empty unless asked for, exact if all matches were looked at.
  package let documentCounts: [DocumentNumber: Int]

  /// Makes a page.
  package init(
    passages: [StoredPassage],
    matches: MatchCounts,
    documentCounts: [DocumentNumber: Int] = [:]
  ) {
    self.passages = passages
    self.matches = matches
    self.documentCounts = documentCounts
  }
}
