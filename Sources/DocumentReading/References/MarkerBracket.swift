// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads brackets with labels in them: `[7]`, `[8, 9]`, `[3-6]`, `[12, p. 5; 14]`, `［7］`, `【7】`.
struct MarkerBracket {
  /// Longest marker, brackets included: bounds the work at each bracket.
  private static let longestByteCount = 160
  /// Longest range of labels, as in `[3-6]`, that is taken for one.
  ///
  /// Nobody leans on more at once; a longer one is an interval, and would make much of little text.
  private static let longestLabelRange = 20

  private static let pairs: [Unicode.Scalar: Unicode.Scalar] = [
    "[": "]", "［": "］", "【": "】", "〔": "〕",
  ]

  let utf8: [UInt8]

  /// The marker whose bracket opens at `start`; nil if it is none.
  func marker(at start: Int, in range: Range<Int>) -> MarkerScanner.Found? {
    let (open, length) = utf8.scalar(at: start)
    guard let close = Self.pairs[open] else { return nil }
    let limit = min(range.upperBound, start + Self.longestByteCount)
    var offset = start + length
    // Markdown: `\[7\]` is no link whatever is defined.
    let isEscaped = start > range.lowerBound && utf8[start - 1] == UInt8(ascii: "\\")
    guard let labels = labels(at: &offset, limit: limit, isEscaped: isEscaped),
      offset < limit, utf8.scalar(at: offset).value == close,
      !isValue(start, end: offset + utf8.scalar(at: offset).length, labels.count, in: range)
    else { return nil }
    return MarkerScanner.Found(
      labels: labels,
      range: (isEscaped ? start - 1 : start)..<offset + utf8.scalar(at: offset).length
    )
  }

  /// The marker that `[3]–[6]` is, if what follows `first` makes it one.
  func rangeEnd(
    after first: MarkerScanner.Found,
    in range: Range<Int>
  ) -> MarkerScanner.Found? {
    var offset = first.range.upperBound
    guard first.labels.count == 1, let lower = Int(first.labels[0]),
      skipDash(at: &offset, limit: range.upperBound), offset < range.upperBound,
      let last = marker(at: offset, in: offset..<range.upperBound), last.labels.count == 1,
      let upper = Int(last.labels[0]), upper > lower, upper - lower < Self.longestLabelRange
    else { return nil }
    return MarkerScanner.Found(
      labels: (lower...upper).map(String.init),
      range: first.range.lowerBound..<last.range.upperBound
    )
  }

  /// Reads labels up to what ends them.
  private func labels(at offset: inout Int, limit: Int, isEscaped: Bool) -> [String]? {
    var labels: [String] = []
    while let first = label(at: &offset, limit: limit) {
      labels.append(String(first))
      if skipDashBetweenLabels(at: &offset, limit: limit) {
        guard let last = label(at: &offset, limit: limit), last > first,
          last - first < Self.longestLabelRange
        else { return nil }
        labels += (first + 1...last).map(String.init)
      }
      skipLocator(at: &offset, limit: limit)
      skipBlanks(at: &offset, limit: limit)
      if isEscaped, offset < limit, utf8[offset] == UInt8(ascii: "\\") { offset += 1 }
      guard offset < limit else { return nil }
      let (mark, length) = utf8.scalar(at: offset)
      switch mark {
      case ",", ";", "，", "；", "、":
        offset += length
        skipBlanks(at: &offset, limit: limit)
      default: return labels
      }
    }
    return nil
  }

  private func label(at offset: inout Int, limit: Int) -> Int? {
    guard let number = LabelNumber.read(at: &offset, limit: limit, in: utf8),
      !LabelNumber.years.contains(number)
    else { return nil }
    return number
  }

  /// Reads `, p. 5`: where in the source; it must say what it counts, or it may be another label.
  private func skipLocator(at offset: inout Int, limit: Int) {
    var end = offset
    guard end < limit, ",;:.".utf8.contains(utf8[end]) || utf8.scalar(at: end).value == "，" else {
      return
    }
    end += utf8.scalar(at: end).length
    skipBlanks(at: &end, limit: limit)
    guard LocatorWord.skip(at: &end, limit: limit, in: utf8) else { return }
    while end < limit {
      let (scalar, length) = utf8.scalar(at: end)
      if scalar == ";" || scalar == "；" || Self.pairs[scalar] != nil { break }
      if Self.pairs.values.contains(scalar) { break }
      end += length
    }
    offset = end
  }

  private func skipBlanks(at offset: inout Int, limit: Int) {
    while offset < limit {
      let (scalar, length) = utf8.scalar(at: offset)
      guard scalar.isBlank else { return }
      offset += length
    }
  }

  /// Reads a dash with blanks on both sides or on none; the end of a line may follow it.
  private func skipDashBetweenLabels(at offset: inout Int, limit: Int) -> Bool {
    var dash = offset
    skipBlanks(at: &dash, limit: limit)
    var end = dash
    guard skipDash(at: &end, limit: limit) else { return false }
    let next = end
    skipBlanks(at: &end, limit: limit)
    // `[1 -2]` are two numbers.
    guard dash == offset || next < end else { return false }
    offset = end
    return true
  }

  /// Reads a hyphen or a dash.
  private func skipDash(at offset: inout Int, limit: Int) -> Bool {
    guard offset < limit else { return false }
    let (scalar, length) = utf8.scalar(at: offset)
    switch scalar {
    case "-", "‐", "‑", "–", "—", "−", "～", "~":
      offset += length
      return true
    default:
      return false
    }
  }

  /// Whether what stands before a bracket says that it is a value, as in `x ∈ [1, 5]`, `a = [1]`,
  /// `[[1, 2], [2, 1]]`, `the interval [1, 2]`, `Eq. [1]`.
  private func isValue(_ start: Int, end: Int, _ labelCount: Int, in range: Range<Int>) -> Bool {
    if labelCount > 1 {
      if start > range.lowerBound, utf8[start - 1] == Byte.openBracket { return true }
      if end < range.upperBound, utf8[end] == Byte.closeBracket { return true }
    }
    var offset = start
    while offset > range.lowerBound, utf8[offset - 1] == Byte.space { offset -= 1 }
    guard offset > range.lowerBound else { return false }
    switch utf8.scalar(before: offset).value {
    case "=", "∈", "∉", "×", "⊂", "≤", "≥": return true
    case ":": return offset > range.lowerBound + 1 && utf8[offset - 2] == UInt8(ascii: "\"")
    default: return ValueWord.ends(at: offset, before: labelCount, in: range, of: utf8)
    }
  }
}
