// SPDX-License-Identifier: GPL-3.0-or-later

/// A span of whole days in UTC, as seconds since 1970.
package struct DateRange: Hashable, Sendable {
  /// The first second that belongs to it; nil if all the past does.
  package let lower: Int64?
  /// The first second that does not belong to it any more; nil if all the future does.
  package let upper: Int64?

  /// From `lower` until just before `upper`.
  package init(lower: Int64?, upper: Int64?) {
    self.lower = lower
    self.upper = upper
  }
}
