// SPDX-License-Identifier: GPL-3.0-or-later

internal import FoundationEssentials

/// JSON for people, too: indented, its keys sorted.
enum JSONText {
  /// `value` as text that ends with a line feed.
  static func encode(_ value: JSONValue) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
  }

  /// What `text` holds; nil if it is no JSON.
  static func decode(_ text: String) -> JSONValue? {
    try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }
}
