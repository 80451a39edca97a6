// SPDX-License-Identifier: GPL-3.0-or-later

/// A value as JSON has it, whatever it says.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number as it was written: none of its digits is lost.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// What is nested deeper is no data of anybody's: what goes through a value goes as deep in the
  /// stack.
  package static let maximumDepth = 64

  /// What stands at `key`; nil if this is no object or has no such key.
  package subscript(key: String) -> JSONValue? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  /// The text of a string; nil for anything else.
  package var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The values of an array; nil for anything else.
  package var array: [JSONValue]? {
    if case .array(let values) = self { values } else { nil }
  }

  /// A string, or a number as it is written; nil for anything else.
  package var scalarText: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .null, .bool, .array, .object: nil
    }
  }

  /// The value as JSON: on one line, without blanks, the keys of objects sorted.
  package var compactText: String {
    var text = ""
    write(to: &text, indentation: nil)
    return text
  }

  /// The value as JSON for people, too: a line for each value, the keys of objects sorted.
  package var indentedText: String {
    var text = ""
    write(to: &text, indentation: 0)
    return text + "\n"
  }

  private func write(to text: inout String, indentation: Int?) {
    switch self {
    case .null: text += "null"
    case .bool(let truth): text += truth ? "true" : "false"
    case .number(let number): text += number
    case .string(let string): Self.write(string, to: &text)
    case .array(let values):
      Self.write(values, between: ("[", "]"), to: &text, indentation) { value, text, inner in
        value.write(to: &text, indentation: inner)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      Self.write(sorted, between: ("{", "}"), to: &text, indentation) { member, text, inner in
        Self.write(member.key, to: &text)
        text += inner == nil ? ":" : " : "
        member.value.write(to: &text, indentation: inner)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part],
    between brackets: (String, String),
    to text: inout String,
    _ indentation: Int?,
    _ write: (Part, inout String, Int?) -> Void
  ) {
    let inner = indentation.map { $0 + 2 }
    func breakLine(_ indentation: Int?) {
      guard let indentation, !parts.isEmpty else { return }
      text += "\n" + String(repeating: " ", count: indentation)
    }
    text += brackets.0
    for (index, part) in parts.enumerated() {
      if index > 0 { text += "," }
      breakLine(inner)
      write(part, &text, inner)
    }
    breakLine(indentation)
    text += brackets.1
  }

  /// - SeeAlso: RFC 8259, section 7.
  private static func write(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}":
        text += (scalar.value < 16 ? "\\u000" : "\\u00") + String(scalar.value, radix: 16)
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONValue: ExpressibleByStringLiteral {
  /// The text itself.
  package init(stringLiteral value: String) {
    self = .string(value)
  }
}

extension JSONValue: Encodable {
  /// Writes the value as a part of another.
  package func encode(to encoder: any Encoder) throws {
    if case .object(let members) = self {
      var container = encoder.container(keyedBy: Key.self)
      for (key, value) in members { try container.encode(value, forKey: Key(stringValue: key)) }
      return
    }
    var container = encoder.singleValueContainer()
    switch self {
    case .null, .object: try container.encodeNil()
    case .bool(let truth): try container.encode(truth)
    case .number(let number):
      if let integer = Int(number) {
        try container.encode(integer)
      } else {
        try container.encode(Double(number).flatMap { $0.isFinite ? $0 : nil })
      }
    case .string(let text): try container.encode(text)
    case .array(let values): try container.encode(values)
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) { nil }
  }
}
