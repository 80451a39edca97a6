// SPDX-License-Identifier: GPL-3.0-or-later

/// A stretch of what was typed.
package struct QueryText: Hashable, Sendable {
  /// What stands there, without quotation marks around it.
  package let text: String
  /// Where it stands: UTF-8 bytes of the query, with the quotation marks around it.
  package let range: Range<Int>

  /// A text and where it stands.
  package init(text: String, range: Range<Int>) {
    self.text = text
    self.range = range
  }
}
