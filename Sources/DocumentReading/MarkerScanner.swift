// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds citation markers: `[7]`, `[8, 9]`, `[3-6]`.
struct MarkerScanner {
  /// Longest marker, brackets included: bounds the work at each bracket.
  private static let longestByteCount = 64
  /// Longest range of labels, as in `[3-6]`, that is taken for one.
  ///
  /// Nobody leans on more at once; a longer one is an interval, and would make much of little text.
  private static let longestLabelRange = 20

  let utf8: [UInt8]
  /// Whether code spans and links are to be told from markers.
  let isMarkdown: Bool

  /// The markers in `range`, in order; one for each label, all with their bracket's range.
  func markers(in range: Range<Int>) -> [CitationMarker] {
    var found: [CitationMarker] = []
    var code = (isMarkdown ? CodeSpans.all(in: range, of: utf8) : [])[...]
    var offset = range.lowerBound
    while let open = utf8[offset..<range.upperBound].firstIndex(of: Byte.openBracket) {
      offset = open + 1
      while let span = code.first, span.upperBound <= open { code.removeFirst() }
      if let span = code.first, span.contains(open) {
        offset = span.upperBound
      } else if let (labels, end) = bracket(at: open, limit: range.upperBound) {
        found += labels.map { CitationMarker(label: $0, range: open..<end) }
        offset = end
      }
    }
    return found
  }

  /// The labels of the bracket that opens at `open`, and its end; nil if it is no marker.
  private func bracket(at open: Int, limit: Int) -> (labels: [String], end: Int)? {
    let limit = min(limit, open + Self.longestByteCount)
    var labels: [String] = []
    var offset = open + 1
    while let first = number(at: &offset, limit: limit) {
      labels.append(String(first))
      if skipDash(at: &offset, limit: limit) {
        guard let last = number(at: &offset, limit: limit), last > first,
          last - first < Self.longestLabelRange
        else { return nil }
        labels += (first + 1...last).map(String.init)
      }
      guard offset < limit else { return nil }
      if utf8[offset] == Byte.closeBracket {
        return isLink(after: offset + 1) ? nil : (labels, offset + 1)
      }
      guard utf8[offset] == UInt8(ascii: ",") || utf8[offset] == UInt8(ascii: ";") else {
        return nil
      }
      offset += 1
      while offset < limit, utf8[offset] == Byte.space { offset += 1 }
    }
    return nil
  }

  /// Reads 1 to 4 digits; a year is no label, nor is a number that begins with 0.
  private func number(at offset: inout Int, limit: Int) -> Int? {
    var value = 0
    var digits = 0
    while offset < limit, Byte.isDigit(utf8[offset]) {
      digits += 1
      guard digits <= 4, value > 0 || utf8[offset] != UInt8(ascii: "0") else { return nil }
      value = value * 10 + Int(utf8[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    return digits == 0 || (1000...2100).contains(value) ? nil : value
  }

  /// Reads a hyphen or an en dash.
  private func skipDash(at offset: inout Int, limit: Int) -> Bool {
    for dash in [[Byte.hyphen], Array("–".utf8)]
    where offset + dash.count <= limit && utf8[offset...].starts(with: dash) {
      offset += dash.count
      return true
    }
    return false
  }

  /// Whether a bracket that ends at `end` is the text of a Markdown link or a link's definition.
  private func isLink(after end: Int) -> Bool {
    guard isMarkdown, end < utf8.count else { return false }
    return utf8[end] == UInt8(ascii: "(") || utf8[end] == UInt8(ascii: ":") && isLineStart(end)
  }

  private func isLineStart(_ end: Int) -> Bool {
    guard let open = utf8[..<end].lastIndex(of: Byte.openBracket) else { return false }
    return open == 0 || utf8[open - 1] == Byte.lineFeed
  }
}
