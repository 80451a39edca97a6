// SPDX-License-Identifier: GPL-3.0-or-later

/// What a field is to hold; the ranges do not take in the field's name.
package enum FieldValue: Hashable, Sendable {
  /// Text without blanks.
  case text(QueryText)
  /// What stood in quotation marks.
  case phrase(QueryText)
  /// Text with `*` or `?` in it.
  case wildcard(QueryText)
  /// A span of days, and how it was written.
  case dates(DateRange, QueryText)
}
