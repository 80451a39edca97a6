// SPDX-License-Identifier: GPL-3.0-or-later

/// Encodes nil as `null`, where a plain optional would leave its key out.
@propertyWrapper
struct Nullable<Wrapped: Encodable>: Encodable {
  let wrappedValue: Wrapped?

  init(wrappedValue: Wrapped?) {
    self.wrappedValue = wrappedValue
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let wrappedValue {
      try container.encode(wrappedValue)
    } else {
      try container.encodeNil()
    }
  }
}
