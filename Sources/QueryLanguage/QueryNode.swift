// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a query, with the parts it is made of.
package indirect enum QueryNode: Hashable, Sendable {
  /// Text without blanks, as typed: passages are ranked by the words in it.
  ///
  /// What a word is, the analyzer knows: `co-existence` may be two, `…` is none.
  case words(QueryText)
  /// Words as written, one after the other.
  case phrase(QueryText)
  /// A word as written, where `*` stands for any letters, or none, and `?` for one letter.
  case wildcard(QueryText)
  /// Words, phrases and wildcards in any order, with at most so many words from one to the next.
  case near([QueryNode], distance: Int)
  /// A demand on the passage's document or headings.
  case field(QueryField, FieldValue)
  /// `AND`: all of them, two at least.
  case all([QueryNode])
  /// `OR`: at least one of them, two at least.
  case any([QueryNode])
  /// `NOT`: without it.
  case not(QueryNode)
  /// What stands side by side.
  case group(QueryGroup)
}
