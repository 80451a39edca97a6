// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Tells where two texts were put together without a space: `…in 1819.[31]19th century`,
/// `…of Aberdeen in ScotlandNorth America`.
struct GluePoint {
  let utf8: [UInt8]
  /// The line that is looked at.
  let line: Range<Int>

  /// Whether something else begins at `offset`, which is not the beginning of the line.
  func isBetweenTexts(_ offset: Int) -> Bool {
    let (before, length) = utf8.scalar(before: offset)
    let after = utf8.scalar(at: offset).value
    let start = offset - length
    switch before {
    case ".", "!", "?", ":", ";", ",", "…", "|":
      return endsClause(at: start, with: before, beforeTextAt: offset)
    case "。", "！", "？":
      return after.isWordCharacter
    case "\"", "“":
      // A quotation that goes on behind it opened here.
      let rest = utf8[offset..<line.upperBound]
      guard !rest.contains(UInt8(ascii: "\"")), !rest.contains("”".utf8) else { return false }
      return after.isWordCharacter && !after.isSmall
    case ")", "]", "}", "”", "»", "’", "_":
      return after.isWordCharacter && !after.isSmall || opensQuotation(at: offset)
    default:
      break
    }
    guard before.isWordCharacter else { return false }
    if before.isSmall {
      return smallLetterCount(before: offset) >= 3
        && (after.isCapital || digitCount(at: offset) >= 2)
    }
    // `57Cancer` and `12 VNorth America`, but neither `3D` nor `H2O`.
    return after.isCapital && isSmallLetter(behind: offset)
  }

  /// Whether a mark after `end` is no part of `U.S`, `3.5` or `12:30`.
  private func endsClause(
    at end: Int,
    with mark: Unicode.Scalar,
    beforeTextAt offset: Int
  ) -> Bool {
    guard end > line.lowerBound else { return false }
    let after = utf8.scalar(at: offset).value
    let (before, length) = utf8.scalar(before: end)
    if after.isCapital || opensQuotation(at: offset) {
      guard mark == ".", before.isCapital else { return true }
      let start = end - length
      return start > line.lowerBound && utf8.scalar(before: start).value.isWordCharacter
    }
    guard digitCount(at: offset) > 0 else { return false }
    // Of two numbers both are years: `in 2001.1970–85: Early life`.
    return !before.traits.contains(.numeric)
      || (digitCount(at: offset) == 4 && digitCount(at: max(line.lowerBound, end - 4)) == 4)
  }

  private func opensQuotation(at offset: Int) -> Bool {
    let (scalar, length) = utf8.scalar(at: offset)
    guard scalar == "\"" || scalar == "“" || scalar == "«" || scalar == "„",
      offset + length < line.upperBound
    else { return false }
    return utf8.scalar(at: offset + length).value.isWordCharacter
  }

  private func smallLetterCount(before offset: Int) -> Int {
    var count = 0
    var start = offset
    while start > line.lowerBound, count < 3 {
      let (value, length) = utf8.scalar(before: start)
      guard value.isSmall else { break }
      count += 1
      start -= length
    }
    return count
  }

  private func digitCount(at offset: Int) -> Int {
    utf8[offset..<line.upperBound].prefix(4).prefix(while: Byte.isDigit).count
  }

  private func isSmallLetter(behind offset: Int) -> Bool {
    let next = offset + utf8.scalar(at: offset).length
    return next < line.upperBound && utf8.scalar(at: next).value.isSmall
  }
}
