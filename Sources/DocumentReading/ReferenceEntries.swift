// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads entries of a reference list: `[7] Source`, `7. Source`, `^7 Source`.
struct ReferenceEntries {
  private struct Start {
    var label: Int
    var textStart: Int
    var isBracketed: Bool
  }

  let utf8: [UInt8]

  /// Whether a line that begins at `offset` begins an entry.
  func begins(at range: Range<Int>) -> Bool { start(of: range) != nil }

  /// The entries in `range`; nil if it does not begin with one.
  ///
  /// Lines that begin no entry go on with the one before.
  func entries(in range: Range<Int>) -> [Reference]? {
    guard let first = start(of: range) else { return nil }
    var entries: [Reference] = []
    var open = first
    var offset = range.lowerBound
    while let lineFeed = utf8[offset..<range.upperBound].firstIndex(of: Byte.lineFeed) {
      offset = lineFeed + 1
      let line = utf8.trimmed(offset..<lineEnd(offset, limit: range.upperBound))
      guard let next = start(of: line), next.isBracketed || follows(next, open) else { continue }
      entries.append(entry(open, end: lineFeed))
      open = next
    }
    entries.append(entry(open, end: range.upperBound))
    return entries
  }

  private func lineEnd(_ offset: Int, limit: Int) -> Int {
    utf8[offset..<limit].firstIndex(of: Byte.lineFeed) ?? limit
  }

  /// A number at the beginning of a line may be a year of the entry before, so it has to count on.
  private func follows(_ next: Start, _ open: Start) -> Bool {
    !open.isBracketed && next.label == open.label + 1
  }

  private func entry(_ start: Start, end: Int) -> Reference {
    let text = utf8.lineOfText(in: min(start.textStart, end)..<end)
    return Reference(label: String(start.label), text: text, url: FirstURL.find(in: text))
  }

  private func start(of line: Range<Int>) -> Start? {
    var offset = line.lowerBound
    let end = line.upperBound
    // Lists of entries may be written as items.
    if offset + 2 < end, utf8[offset] == Byte.hyphen || utf8[offset] == UInt8(ascii: "*"),
      utf8[offset + 1] == Byte.space
    {
      offset += 2
    }
    guard offset < end else { return nil }
    let mark = utf8[offset]
    let isBracketed = mark == Byte.openBracket
    if isBracketed || mark == UInt8(ascii: "^") { offset += 1 }
    while offset < end, utf8[offset] == UInt8(ascii: "^") || utf8[offset] == Byte.space {
      offset += 1
    }
    let digits = utf8[offset..<end].prefix(5).prefix(while: Byte.isDigit)
    guard (1...4).contains(digits.count) else { return nil }
    let label = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    offset = digits.endIndex
    guard mark != UInt8(ascii: "^") else {
      return Start(label: label, textStart: offset, isBracketed: false)
    }
    guard offset < end, isClosing(utf8[offset], isBracketed: isBracketed) else { return nil }
    offset += 1
    if isBracketed, offset < end, utf8[offset] == UInt8(ascii: ":") { offset += 1 }
    guard isBracketed || offset == end || utf8.scalar(at: offset).value.isBlank else { return nil }
    return Start(label: label, textStart: offset, isBracketed: isBracketed)
  }

  private func isClosing(_ byte: UInt8, isBracketed: Bool) -> Bool {
    isBracketed ? byte == Byte.closeBracket : byte == Byte.dot || byte == UInt8(ascii: ")")
  }
}
