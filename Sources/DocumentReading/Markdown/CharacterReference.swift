// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows the character references that people write in Markdown.
///
/// HTML names more than two thousand; the others stay as they are written.
enum CharacterReference {
  private static let names: [String: String] = [
    "amp": "&", "apos": "'", "copy": "©", "gt": ">", "hellip": "…", "laquo": "«", "ldquo": "“",
    "lsquo": "‘", "lt": "<", "mdash": "—", "nbsp": "\u{A0}", "ndash": "–", "quot": "\"",
    "raquo": "»", "rdquo": "”", "rsquo": "’", "shy": "\u{AD}",
  ]

  /// What `reference`, such as `&amp;` or `&#8212;`, stands for.
  static func decoded(_ reference: ArraySlice<UInt8>) -> [UInt8] {
    let name = String(decoding: reference.dropFirst().dropLast(), as: UTF8.self)
    if let character = names[name] { return Array(character.utf8) }
    guard name.first == "#" else { return Array(reference) }
    let digits = name.dropFirst()
    let value =
      digits.first == "x" || digits.first == "X"
      ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
    guard let value, value != 0, let scalar = Unicode.Scalar(value) else { return Array(reference) }
    return Array(String(scalar).utf8)
  }
}
