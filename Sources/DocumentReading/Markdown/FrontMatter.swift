// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The block of `key: value` lines before a Markdown text, between lines of `---`.
struct FrontMatter {
  /// Longer ones are none: the text begins with a rule.
  private static let longestLineCount = 200

  /// The block with its `---` lines: bytes.
  let range: Range<Int>
  let title: String?
  let authors: [String]
  /// A BCP 47 tag.
  let language: String?
  let date: String?

  /// Reads the front matter of `utf8`; nil if there is none.
  init?(of utf8: [UInt8]) {
    guard utf8.starts(with: Array("---".utf8)) else { return nil }
    var lines: [String] = []
    var offset = 0
    while offset < utf8.count, lines.count <= Self.longestLineCount {
      let end = utf8[offset...].firstIndex(of: Byte.lineFeed) ?? utf8.count
      let line = String(decoding: utf8[utf8.trimmed(offset..<end)], as: UTF8.self)
      if !lines.isEmpty, line == "---" || line == "..." {
        guard lines.count > 1, lines[1].contains(":") else { return nil }
        range = utf8.trimmed(0..<end)
        title = Self.value(of: "title", in: lines)
        authors = Self.values(of: ["author", "authors"], in: lines)
        language = Self.value(of: "lang", in: lines) ?? Self.value(of: "language", in: lines)
        date = Self.value(of: "date", in: lines)
        return
      }
      guard !lines.isEmpty || line == "---" else { return nil }
      lines.append(line)
      offset = end + 1
    }
    return nil
  }

  private static func value(of key: String, in lines: [String]) -> String? {
    guard let line = lines.first(where: { $0.lowercased().hasPrefix(key + ":") }) else {
      return nil
    }
    return unquoted(line.dropFirst(key.count + 1))
  }

  /// A value, or a list of them, written `[a, b]` or as `- a` lines below the key.
  private static func values(of keys: [String], in lines: [String]) -> [String] {
    for key in keys {
      guard let index = lines.firstIndex(where: { $0.lowercased().hasPrefix(key + ":") }) else {
        continue
      }
      let value = lines[index].dropFirst(key.count + 1).drop { $0 == " " }
      if value.hasPrefix("["), value.hasSuffix("]") {
        return value.dropFirst().dropLast().split(separator: ",").compactMap(unquoted)
      }
      if let single = unquoted(value) { return [single] }
      return lines[(index + 1)...].prefix { $0.hasPrefix("- ") }
        .compactMap { unquoted($0.dropFirst(2)) }
    }
    return []
  }

  /// The value without quotation marks; nil if nothing is left.
  private static func unquoted(_ value: Substring) -> String? {
    var value = value.drop { $0 == " " }
    while value.last == " " { value.removeLast() }
    for quote: Character in ["\"", "'"]
    where value.count >= 2 && value.first == quote && value.last == quote {
      value = value.dropFirst().dropLast()
    }
    return value.isEmpty ? nil : String(value)
  }
}
