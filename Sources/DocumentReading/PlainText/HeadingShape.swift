// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Tells a line that looks like a heading from one that is prose.
enum HeadingShape {
  private static let longestWordCount = 12
  private static let longestByteCount = 160

  /// What no heading ends with.
  private static let closingPunctuation: Set<Unicode.Scalar> = [
    ".", "!", "?", ",", ";", ":", "…", "-", "–", "—", "。", "！", "？", "，", "；", "：", "、", "|",
  ]

  /// Whether the stretch reads like a title: few words, a capital, a digit or `§` first, at least one
  /// letter, no sentence's end in it or behind it, no entry of a list.
  static func isTitleLike(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    guard !range.isEmpty, range.count <= longestByteCount else { return false }
    let first = utf8.scalar(at: range.lowerBound).value
    guard first.traits.contains(.opensTitle) || first == "§" else { return false }
    // `He left.[1]` is a sentence.
    let end = GluedHeading.skipMarkers(before: range.upperBound, in: range, of: utf8)
    guard end > range.lowerBound,
      !closingPunctuation.contains(utf8.scalar(before: end).value)
    else {
      return ChapterHeading.matches(range.lowerBound..<end, in: utf8)
    }
    return !isNumberedItem(range, in: utf8) && hasFewWords(range, in: utf8)
      && !hasAddress(range, in: utf8)
  }

  /// Whether the stretch reads like a title behind a number such as `2. `.
  static func isNumberedTitle(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    guard isNumberedItem(range, in: utf8), let space = utf8[range].firstIndex(of: Byte.space) else {
      return false
    }
    return isTitleLike(utf8.trimmed(space..<range.upperBound), in: utf8)
  }

  /// Whether the stretch may be a title where something else tells that there is one: it is short.
  static func canBeTitle(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    guard !range.isEmpty, range.count <= longestByteCount else { return false }
    switch utf8.scalar(before: range.upperBound).value {
    case ",", ";", ":", "。", "，", "；", "：", "、", "|": return false
    case ".": return endsWithAbbreviation(range, in: utf8) && hasFewWords(range, in: utf8)
    default: return hasFewWords(range, in: utf8)
    }
  }

  /// Whether its last word is one like `U.S.` or `Jr.`.
  private static func endsWithAbbreviation(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    let word = utf8[range].dropLast().reversed().prefix { $0 != Byte.space }
    return word.count <= 3
  }

  /// Whether an e-mail or web address is in it: then it is a signature, a credit or a link.
  private static func hasAddress(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    range.dropFirst().dropLast().contains { index in
      switch utf8[index] {
      case UInt8(ascii: "@"): utf8[index - 1] > Byte.space && utf8[index + 1] > Byte.space
      case UInt8(ascii: ":"): utf8[index..<range.upperBound].starts(with: "://".utf8)
      default: false
      }
    }
  }

  /// Whether it begins like `1. ` or `1) `: an item of a list.
  private static func isNumberedItem(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    let rest = utf8[range].drop(while: Byte.isDigit)
    guard rest.count < range.count, let mark = rest.first else { return false }
    return (mark == Byte.dot || mark == UInt8(ascii: ")")) && rest.dropFirst().first == Byte.space
  }

  private static func hasFewWords(_ range: Range<Int>, in utf8: [UInt8]) -> Bool {
    var words = 0
    var caseless = 0
    var letters = 0
    var lettersInWord = 0
    var previous: Unicode.Scalar = " "
    var offset = range.lowerBound
    while offset < range.upperBound {
      let (value, length) = utf8.scalar(at: offset)
      if value.isBlank {
        // The end of a sentence amid the line; a short word before it may be an abbreviation.
        if previous == "!" || previous == "?" || (previous == "." && lettersInWord > 3) {
          return false
        }
        lettersInWord = 0
      } else {
        if previous.isBlank { words += 1 }
        if value.traits.contains(.alphabetic) {
          letters += 1
          lettersInWord += 1
          if value.traits.contains(.caseless) { caseless += 1 }
        }
        if value == "。" || value == "！" || value == "？" { return false }
      }
      previous = value
      offset += length
    }
    // Scripts without spaces: two characters count as a word.
    return letters > 0 && words + caseless / 2 <= longestWordCount
  }
}
