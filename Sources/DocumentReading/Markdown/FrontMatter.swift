// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The block of `key: value` lines before a Markdown text, between lines of `---`, or of
/// `key = value` lines between lines of `+++`.
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
    let isTOML = utf8.starts(with: "+++".utf8)
    guard isTOML || utf8.starts(with: "---".utf8) else { return nil }
    let fence = isTOML ? "+++" : "---"
    var lines: [String] = []
    var offset = 0
    while offset < utf8.count, lines.count <= Self.longestLineCount {
      let end = utf8[offset...].firstIndex(of: Byte.lineFeed) ?? utf8.count
      // White space in front says what belongs to the key above.
      let content = utf8.trimmed(offset..<end)
      let line =
        content.isEmpty
        ? "" : String(decoding: utf8[offset..<content.upperBound], as: UTF8.self)
      if !lines.isEmpty, line == fence || (!isTOML && line == "...") {
        let first = lines.dropFirst().first { !$0.hasPrefix("#") }
        guard first?.contains(":") ?? false else { return nil }
        range = utf8.trimmed(0..<end)
        title = Self.value(of: "title", in: lines)
        authors = Self.values(of: ["author", "authors"], in: lines)
        language = Self.value(of: "lang", in: lines) ?? Self.value(of: "language", in: lines)
        date = Self.value(of: "date", in: lines)
        return
      }
      guard !lines.isEmpty || line == fence else { return nil }
      lines.append(isTOML ? Self.withColon(line) : line)
      offset = end + 1
    }
    return nil
  }

  /// A line of TOML as YAML would say it.
  private static func withColon(_ line: String) -> String {
    guard let equals = line.firstIndex(of: "="), !line.hasPrefix("#") else { return line }
    var key = line[..<equals]
    while key.last == " " { key.removeLast() }
    return key + ":" + line[line.index(after: equals)...]
  }

  private static func value(of key: String, in lines: [String]) -> String? {
    guard let index = lines.firstIndex(where: { $0.lowercased().hasPrefix(key + ":") }) else {
      return nil
    }
    let value = unquoted(lines[index].dropFirst(key.count + 1))
    // `|` and `>` say that the value stands below.
    guard let value, let mark = value.first, "|>".contains(mark), value.count <= 3 else {
      return value
    }
    let below = linesBelow(index, in: lines).map { $0.drop { $0 == " " || $0 == "\t" } }
    return below.isEmpty ? nil : below.joined(separator: " ")
  }

  /// The lines that belong to the key at `index`.
  private static func linesBelow(_ index: Int, in lines: [String]) -> ArraySlice<String> {
    lines[(index + 1)...].prefix { line in
      line.first.map { $0 == " " || $0 == "\t" || $0 == "-" } ?? false
    }
  }

  /// A value, or a list of them, written `[a, b]` or as `- a` or `- name: a` lines below the key.
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
      return linesBelow(index, in: lines).compactMap(name)
    }
    return []
  }

  /// The name in an item of a list of people; nil if the line says something else of one.
  private static func name(in line: String) -> String? {
    let text = line.drop { $0 == " " || $0 == "\t" }
    let item = text.hasPrefix("- ") ? text.dropFirst(2).drop { $0 == " " } : text
    if item.lowercased().hasPrefix("name:") { return unquoted(item.dropFirst(5)) }
    return text.hasPrefix("- ") && !item.contains(": ") ? unquoted(item) : nil
  }

  /// The value without a comment behind it.
  private static func withoutComment(_ value: Substring) -> Substring {
    if let quote = value.first, quote == "\"" || quote == "'" {
      guard let close = value.dropFirst().lastIndex(of: quote) else { return value }
      let rest = value[value.index(after: close)...].drop { $0 == " " }
      return rest.first == "#" ? value[...close] : value
    }
    let comment = value.indices.first { index in
      value[index] == " " && value[index...].dropFirst().first == "#"
    }
    return comment.map { value[..<$0] } ?? value
  }

  /// The value without a comment and quotation marks; nil if nothing is left.
  private static func unquoted(_ value: Substring) -> String? {
    var value = withoutComment(value.drop { $0 == " " })
    while value.last == " " { value.removeLast() }
    for quote: Character in ["\"", "'"]
    where value.count >= 2 && value.first == quote && value.last == quote {
      value = value.dropFirst().dropLast()
    }
    return value.isEmpty ? nil : String(value)
  }
}
