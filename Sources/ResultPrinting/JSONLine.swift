// SPDX-License-Identifier: GPL-3.0-or-later

internal import FoundationEssentials

/// Any value as JSON on one line: keys sorted, and nothing in it that could control a terminal.
package enum JSONLine {
  /// Encodes `object`, without the line's end.
  package static func encode(_ object: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return escapingControls(String(decoding: try encoder.encode(object), as: UTF8.self))
  }

  /// Escapes what JSON allows in strings but what would reach a terminal as a command.
  ///
  /// Such characters stand in strings only, so the value stays the same.
  private static func escapingControls(_ json: String) -> String {
    guard json.unicodeScalars.contains(where: TerminalText.isUnsafe) else { return json }
    var escaped = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard TerminalText.isUnsafe(scalar) else {
        escaped.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar) ?? .init() {
        let digits = String(unit, radix: 16)
        let zeros = String(repeating: "0", count: 4 - digits.count)
        escaped.append(contentsOf: "\\u\(zeros)\(digits)".unicodeScalars)
      }
    }
    return String(escaped)
  }
}
