// SPDX-License-Identifier: GPL-3.0-or-later

/// A selector of the W3C Web Annotation Data Model.
package enum Selector: Hashable, Sendable {
  /// `TextPositionSelector`: characters of the document's text.
  case position(Range<Int>)
  /// `TextQuoteSelector`: the quotation and what stands around it.
  case quote(exact: String, prefix: String, suffix: String)
}
