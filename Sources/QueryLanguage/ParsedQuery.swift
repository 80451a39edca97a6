// SPDX-License-Identifier: GPL-3.0-or-later

/// A query as it was meant.
package struct ParsedQuery: Hashable, Sendable {
  /// What was asked for; nil if there is nothing but blanks and marks.
  package let root: QueryNode?
  /// What was read otherwise than it was written, a sentence each.
  package let notes: [String]
  /// Whether the query is words side by side and nothing else.
  package let isPlain: Bool

  /// Reads a query; nothing is an error.
  package init(_ query: String) {
    var words: [QueryNode] = []
    var place = 0
    for part in query.split(omittingEmptySubsequences: false, whereSeparator: \.isWhitespace) {
      let range = place..<place + part.utf8.count
      if !range.isEmpty { words.append(.words(QueryText(text: String(part), range: range))) }
      place = range.upperBound
      let blank = query.utf8.index(query.startIndex, offsetBy: place)
      if blank < query.endIndex { place += query[blank].utf8.count }
    }
    root = words.count < 2 ? words.first : .group(QueryGroup(optional: words))
    notes = []
    isPlain = root != nil
  }
}
