// SPDX-License-Identifier: GPL-3.0-or-later

/// How much is shown around a place.
package enum ShownContext: Hashable, Sendable {
  /// So many sentences before it and as many behind it.
  case sentences(Int)
  /// All that stands under the same headings.
  case section
}

/// A place of a document with what stands around it.
package struct ShownPlace: Hashable, Sendable {
  /// What stands at the place.
  package let quotation: SourcedQuotation
  /// What stands before it, up to it.
  package let before: String
  /// What follows it.
  package let after: String
  /// Whether the document's file was changed or removed after it was indexed.
  package let isBehind: Bool

  /// Makes a place of its parts.
  package init(quotation: SourcedQuotation, before: String, after: String, isBehind: Bool) {
    self.quotation = quotation
    self.before = before
    self.after = after
    self.isBehind = isBehind
  }
}
