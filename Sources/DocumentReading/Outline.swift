// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What a format's own reader finds: the parts of a text in reading order.
///
/// Ranges are bytes, trimmed, in order and disjoint; together they hold every non-blank character.
struct Outline {
  /// A part of a text.
  enum Part {
    /// The document's title; at most one, and first of all where it has a range but no text: data
    /// about the document.
    case title(text: String?, range: Range<Int>)
    case heading(Heading)
    case paragraph(Range<Int>)
    /// Like a paragraph, but nothing in it is a citation marker.
    case code(Range<Int>)
    /// Like a paragraph, but it holds no words.
    case markup(Range<Int>)
    /// Definitions of links that the text refers to by label.
    case linkDefinitions(Range<Int>)
    /// A reference list, or a stretch of one, and its entries; found by `ReferenceLists`.
    case references(Range<Int>, [Reference])
  }

  var parts: [Part] = []
  /// The authors as the document states them.
  var authors: [String] = []
  /// The language as the document states it: a BCP 47 tag.
  var language: String?
  /// The date as the document states it.
  var date: String?
  /// Tells text from markup; nil for formats without markup.
  var markdown: MarkdownText?

  /// The labels of all entries.
  var labels: Set<String> {
    var labels: Set<String> = []
    for case .references(_, let references) in parts { labels.formUnion(references.map(\.label)) }
    return labels
  }
}
