// SPDX-License-Identifier: GPL-3.0-or-later

/// The formats that can be read.
package enum MediaType: String, Hashable, Sendable, CaseIterable {
  /// Text without markup.
  case plainText = "text/plain"
  /// Markdown (CommonMark and its relations).
  case markdown = "text/markdown"
  /// A list of entries for BibTeX and its relations; it has references and no passages.
  case bibTeX = "application/x-bibtex"
  /// A list of items for citeproc and its relations; it has references and no passages.
  case cslJSON = "application/vnd.citationstyles.csl+json"

  /// Whether what it holds are entries that other documents lean on, and no text to be found.
  package var isBibliography: Bool {
    switch self {
    case .plainText, .markdown: false
    case .bibTeX, .cslJSON: true
    }
  }
}

/// A heading and where it stands.
package struct Heading: Hashable, Sendable {
  /// 1 is the highest; the document's title is no heading.
  package let level: Int
  /// The heading without its markup, on one line.
  package let text: String
  /// Where it stands, markup included: bytes of the document's text.
  package let range: Range<Int>

  /// Makes a heading.
  package init(level: Int, text: String, range: Range<Int>) {
    self.level = level
    self.text = text
    self.range = range
  }
}

/// A paragraph, or what the text offers in its place: the largest unit a passage may be cut from.
package struct Block: Hashable, Sendable {
  /// Bytes of the document's text; neither end is white space.
  package let range: Range<Int>
  /// The headings it stands under, the outermost first, without the title.
  package let headings: [String]

  /// Makes a block.
  package init(range: Range<Int>, headings: [String]) {
    self.range = range
    self.headings = headings
  }
}

/// What a reader makes of the bytes of one file: its text and the structure of it.
package struct StructuredDocument: Hashable, Sendable {
  /// The text that every range of the document counts.
  package let text: SourceText
  /// The format it was read as.
  package let mediaType: MediaType
  /// The title as the document states it, never its file name.
  package let title: String?
  /// Where the title stands, markup included: bytes of the text; nil where it has no place there.
  package let titleRange: Range<Int>?
  /// The authors as the document states them.
  package let authors: [String]
  /// Its language as the document states it: a BCP 47 tag.
  package let language: String?
  /// Its date as the document states it.
  package let date: String?
  /// The encoding of the file, by its IANA name.
  package let encoding: String
  /// Every heading but the title, in reading order, those of reference lists included.
  package let headings: [Heading]
  /// What passages are made of, in reading order.
  ///
  /// Every non-blank character of the text is in the title, in a heading, in a reference list or in
  /// exactly one block. A heading with nothing under it is a block, too: nothing else would find it.
  package let blocks: [Block]
  /// The citation markers in the blocks, in reading order.
  package let markers: [CitationMarker]
  /// The stretches of the blocks that are markup and hold no words: bytes, in order, disjoint.
  package let markup: [Range<Int>]
  /// The entries of the document's reference lists, in reading order.
  package let references: [Reference]
  /// The stretches of the text that are reference lists: bytes, in order.
  package let referenceLists: [Range<Int>]
  /// Bytes that were no text in the file's encoding and were replaced by U+FFFD.
  package let replacedByteCount: Int

  /// Makes a document of its parts.
  package init(
    text: SourceText,
    mediaType: MediaType,
    title: String?,
    titleRange: Range<Int>?,
    authors: [String] = [],
    language: String? = nil,
    date: String? = nil,
    encoding: String = "UTF-8",
    headings: [Heading],
    blocks: [Block],
    markers: [CitationMarker],
    markup: [Range<Int>] = [],
    references: [Reference] = [],
    referenceLists: [Range<Int>] = [],
    replacedByteCount: Int = 0
  ) {
    self.text = text
    self.mediaType = mediaType
    self.title = title
    self.titleRange = titleRange
    self.authors = authors
    self.language = language
    self.date = date
    self.encoding = encoding
    self.headings = headings
    self.blocks = blocks
    self.markers = markers
    self.markup = markup
    self.references = references
    self.referenceLists = referenceLists
    self.replacedByteCount = replacedByteCount
  }
}
