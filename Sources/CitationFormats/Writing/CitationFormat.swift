// SPDX-License-Identifier: GPL-3.0-or-later

/// The formats that a citation is written in.
package enum CitationFormat: String, Hashable, Sendable, CaseIterable {
  /// A block quotation of CommonMark, with a link to where it stands.
  case markdown
  /// Plain text.
  case text
  /// A HTML `figure`.
  case html
  /// A BibTeX entry of the source.
  case bibtex
  /// An item of CSL 1.0.2, in an array.
  case cslJSON = "csl-json"
  /// A W3C Web Annotation.
  case w3c
}
