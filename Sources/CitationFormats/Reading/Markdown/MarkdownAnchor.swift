// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// An anchor in a Markdown file.
struct MarkdownAnchor {
  let anchor: CitationAnchor
  /// What it stands in, and where.
  let text: SpelledText
  let range: Range<Int>
  /// The leaf block it belongs to; nil if to none.
  let leaf: Int?
  /// The stamp that belongs to it.
  let stamp: (text: SpelledText, range: Range<Int>)?

  /// Bytes of the file.
  var place: Range<Int> { text.place(of: range) }
}
