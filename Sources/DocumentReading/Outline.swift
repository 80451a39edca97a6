// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What a format's own reader finds: the parts of a text in reading order.
///
/// Ranges are bytes, trimmed, in order and disjoint; together they hold every non-blank character.
struct Outline {
  /// A part of a text.
  enum Part {
    /// The document's title; at most one.
    case title(text: String, range: Range<Int>)
    case heading(Heading)
    case paragraph(Range<Int>)
    /// Like a paragraph, but nothing in it is a citation marker.
    case code(Range<Int>)
  }

  var parts: [Part] = []
  /// The authors as the document states them.
  var authors: [String] = []
}
