// SPDX-License-Identifier: GPL-3.0-or-later

/// Encodes nil as `null`, where a plain optional would leave its key out.
@propertyWrapper
package struct Nullable<Wrapped: Encodable>: Encodable {
  /// The value, or nil for `null`.
  package let wrappedValue: Wrapped?

  /// Wraps a value.
  package init(wrappedValue: Wrapped?) {
    self.wrappedValue = wrappedValue
  }

  /// Encodes the value, or `null`.
  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}
