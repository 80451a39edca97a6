// SPDX-License-Identifier: GPL-3.0-or-later

/// One label of a citation marker in a text, such as the `7` of `[7]`.
///
/// It is the document's own, and leads to an entry of the document's own reference list, if the
/// document has one.
package struct CitationMarker: Hashable, Sendable {
  /// The label as written, without brackets: a number in ASCII digits, or the name of a footnote
  /// with its `^`.
  package let label: String
  /// Where the marker stands, brackets included: bytes of the text it was found in.
  ///
  /// Labels that share their brackets share the range.
  package let range: Range<Int>

  /// Makes a marker.
  package init(label: String, range: Range<Int>) {
    self.label = label
    self.range = range
  }

  /// The same marker in a text that begins `offset` bytes further on.
  package func moved(by offset: Int) -> CitationMarker {
    CitationMarker(label: label, range: range.lowerBound + offset..<range.upperBound + offset)
  }
}

/// An entry of a document's own list of references.
package struct Reference: Hashable, Sendable {
  /// The label that markers use for it.
  package let label: String
  /// The entry as written, without its label, on one line.
  package let text: String
  /// The first URL in the entry.
  package let url: String?
  /// The first DOI in the entry, from its `10.` on.
  package let doi: String?
  /// The entry as an item of CSL 1.0.2, in JSON, if its list has it as data.
  package let item: String?

  /// Makes an entry.
  package init(
    label: String,
    text: String,
    url: String? = nil,
    doi: String? = nil,
    item: String? = nil
  ) {
    self.label = label
    self.text = text
    self.url = url
    self.doi = doi
    self.item = item
  }
}
