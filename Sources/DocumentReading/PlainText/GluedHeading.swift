// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds a heading that lost its line break and hangs on the paragraph before it:
/// `… in proxy conflicts.[7][8]Historical Background`.
enum GluedHeading {
  private static let longestByteCount = 160

  /// Where such a heading begins in a line; nil if there is none.
  static func start(in line: Range<Int>, of utf8: [UInt8]) -> Int? {
    var offset = line.upperBound
    while offset > line.lowerBound, line.upperBound - offset <= longestByteCount {
      let (value, length) = utf8.scalar(before: offset)
      offset -= length
      guard value.isCapital || value.traits.contains(.caseless), offset > line.lowerBound,
        followsSentence(offset, in: line.lowerBound..<offset, of: utf8)
      else { continue }
      return HeadingShape.isTitleLike(offset..<line.upperBound, in: utf8) ? offset : nil
    }
    return nil
  }

  /// Where a heading begins in a line that must end in one, by the layout of the text; nil if
  /// nothing in the line can be one.
  static func likelyStart(in line: Range<Int>, of utf8: [UInt8]) -> Int? {
    let glue = GluePoint(utf8: utf8, line: line)
    var offset = line.upperBound
    while offset > line.lowerBound, line.upperBound - offset <= longestByteCount {
      offset -= utf8.scalar(before: offset).length
      guard offset > line.lowerBound, glue.isBetweenTexts(offset) else { continue }
      return HeadingShape.canBeTitle(offset..<line.upperBound, in: utf8) ? offset : nil
    }
    return nil
  }

  /// Whether a sentence ends right before `offset`, its closing marks and markers included.
  private static func followsSentence(
    _ offset: Int,
    in range: Range<Int>,
    of utf8: [UInt8]
  ) -> Bool {
    var end = skipMarkers(before: offset, in: range, of: utf8)
    let hasMarkers = end < offset
    while end > range.lowerBound {
      let (value, length) = utf8.scalar(before: end)
      guard isClosing(value) else { break }
      end -= length
    }
    // A marker may also stand before the closing mark: `end[3].Next`.
    guard end > range.lowerBound else { return false }
    let (stop, length) = utf8.scalar(before: end)
    switch stop {
    case ".", "!", "?": break
    case "。", "！", "？": return true
    default: return false
    }
    end = skipMarkers(before: end - length, in: range, of: utf8)
    guard end > range.lowerBound else { return false }
    // `U.S` and `J.R` are no ends of sentences, `N.A.T.O` neither.
    return hasMarkers || !utf8.scalar(before: end).value.isCapital
      || !isInitial(end, in: range, of: utf8)
  }

  private static func isInitial(_ end: Int, in range: Range<Int>, of utf8: [UInt8]) -> Bool {
    let start = end - utf8.scalar(before: end).length
    return start <= range.lowerBound || !utf8.scalar(before: start).value.isWordCharacter
  }

  /// The end of what stands before the markers that end before `offset`.
  static func skipMarkers(
    before offset: Int,
    in range: Range<Int>,
    of utf8: [UInt8]
  ) -> Int {
    var end = offset
    while end > range.lowerBound, utf8[end - 1] == Byte.closeBracket {
      let digits = utf8[range.lowerBound..<end - 1].suffix(8).reversed().prefix {
        Byte.isDigit($0) || $0 == Byte.hyphen || $0 == UInt8(ascii: ",") || $0 == Byte.space
      }.count
      let open = end - 2 - digits
      guard digits > 0, open >= range.lowerBound, utf8[open] == Byte.openBracket else { break }
      end = open
    }
    return end
  }

  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\"", "'", "”", "’", "»", ")", "]", "}": true
    default: false
    }
  }
}
