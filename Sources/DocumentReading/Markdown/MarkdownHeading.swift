// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads the marks of headings, which plain text borrows from Markdown.
///
/// - SeeAlso: CommonMark 0.31.2, sections 4.2 (ATX headings) and 4.3 (setext headings).
enum MarkdownHeading {
  /// The level and the name of a trimmed line such as `## Name ##`; nil if it is none.
  static func atx(_ line: Range<Int>, in utf8: [UInt8]) -> (level: Int, name: Range<Int>)? {
    let level = utf8[line].prefix { $0 == Byte.hash }.count
    guard (1...6).contains(level) else { return nil }
    let afterHashes = line.lowerBound + level
    guard afterHashes < line.upperBound else { return (level, line.upperBound..<line.upperBound) }
    guard utf8[afterHashes] == Byte.space || utf8[afterHashes] == Byte.tab else { return nil }
    var name = utf8.trimmed(afterHashes..<line.upperBound)
    let closing = utf8[name].reversed().prefix { $0 == Byte.hash }.count
    let open = name.upperBound - closing
    if closing == name.count || (closing > 0 && utf8[open - 1] == Byte.space) {
      name = utf8.trimmed(name.lowerBound..<open)
    }
    return (level, name)
  }

  /// The name of a heading without what Pandoc, kramdown and others write behind it: `{#id .class}`,
  /// `{-}`.
  static func withoutAttributes(_ name: String) -> String {
    guard name.last == "}", let open = name.lastIndex(of: "{") else { return name }
    let attributes = name[name.index(after: open)...].dropLast()
    guard let first = attributes.first, "#.".contains(first) || attributes == "-" else {
      return name
    }
    var end = open
    while end > name.startIndex, name[name.index(before: end)] == " " {
      end = name.index(before: end)
    }
    return String(name[..<end])
  }

  /// The level of a block of HTML that is one heading: `<h1 align="center">Name</h1>`.
  static func htmlLevel(_ block: Range<Int>, in utf8: [UInt8]) -> Int? {
    let text = utf8[block]
    guard text.count > 9, text.starts(with: "<h".utf8) || text.starts(with: "<H".utf8) else {
      return nil
    }
    let digit = utf8[block.lowerBound + 2]
    guard (UInt8(ascii: "1")...UInt8(ascii: "6")).contains(digit),
      text.suffix(5).elementsEqual("</h".utf8 + [digit] + ">".utf8)
        || text.suffix(5).elementsEqual("</H".utf8 + [digit] + ">".utf8)
    else { return nil }
    return Int(digit - UInt8(ascii: "0"))
  }

  /// The level that a trimmed line gives to the lines above it: `===` 1, `---` 2.
  static func underlineLevel(_ line: Range<Int>, in utf8: [UInt8]) -> Int? {
    guard line.count >= 2 else { return nil }
    if utf8[line].allSatisfy({ $0 == Byte.equals }) { return 1 }
    return utf8[line].allSatisfy { $0 == Byte.hyphen } ? 2 : nil
  }
}
