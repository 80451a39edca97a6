// SPDX-License-Identifier: GPL-3.0-or-later

/// Encodes nil as `null`, where a plain optional would leave its key out, and reads it back.
@propertyWrapper
package struct Nullable<Wrapped> {
  /// The value, or nil for `null`.
  package let wrappedValue: Wrapped?

  /// Wraps a value.
  package init(wrappedValue: Wrapped?) {
    self.wrappedValue = wrappedValue
  }
}

extension Nullable: Encodable where Wrapped: Encodable {
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

extension Nullable: Decodable where Wrapped: Decodable {
  /// Decodes the value, or nil from `null`.
  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    wrappedValue = container.decodeNil() ? nil : try container.decode(Wrapped.self)
  }
}

extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}
extension Nullable: Sendable where Wrapped: Sendable {}
