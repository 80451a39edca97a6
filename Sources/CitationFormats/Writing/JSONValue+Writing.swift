// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

extension JSONValue {
  /// The text, if it is one that is not empty; of a number its digits: 12 for 12.0, too.
  var text: String? {
    if case .number(let digits) = self, !digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let whole = Double(digits).flatMap({ Int(exactly: $0) })
    {
      return "\(whole)"
    }
    return scalarText.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The values of an array; none of anything else.
  var elements: [JSONValue] { array ?? [] }

  /// An object of those members that have a value.
  static func members(_ members: [String: JSONValue?]) -> JSONValue {
    .object(members.compactMapValues(\.self))
  }

  static func integer(_ number: Int) -> JSONValue { .number("\(number)") }

  static func decimal(_ number: Double) -> JSONValue { .number("\(number)") }
}
