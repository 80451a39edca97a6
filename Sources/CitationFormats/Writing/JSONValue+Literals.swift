// SPDX-License-Identifier: GPL-3.0-or-later

extension JSONValue: ExpressibleByStringLiteral {
  /// The text itself.
  init(stringLiteral value: String) {
    self = .string(value)
  }
}
