// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The word right before a full stop, and the word before that.
struct LastWord {
  /// Longer words are no abbreviations; nothing is looked at beyond so many bytes.
  private static let maximumLength = 24

  let range: Range<Int>
  let letterCount: Int
  let digitCount: Int
  let stopCount: Int
  let capitalCount: Int
  /// Whether its first letter is a capital.
  let isCapitalized: Bool

  /// The letters, digits and full stops that end at `end`; nil if there are none or too many.
  init?(endingAt end: Int, from start: Int, in text: [UInt8]) {
    var begin = end
    var (letters, digits, stops, capitals) = (0, 0, 0, 0)
    var isCapitalized = false
    while begin > start {
      let (value, length) = text.scalar(before: begin)
      if value.isDecimalDigit {
        digits += 1
      } else if value.value == 0x2E {
        stops += 1
      } else if value.isLetter {
        letters += 1
        isCapitalized = value.isUpper
        if isCapitalized { capitals += 1 }
      } else if value == "'" || value == "’", letters > 0, begin - length > start,
        text.scalar(before: begin - length).value.isLetter
      {
        // The `s` of `the dog's.` is no abbreviation.
      } else {
        break
      }
      begin -= length
      guard end - begin <= Self.maximumLength else { return nil }
    }
    while begin < end, text[begin] == 0x2E {
      begin += 1
      stops -= 1
    }
    guard begin < end else { return nil }
    range = begin..<end
    letterCount = letters
    digitCount = digits
    stopCount = stops
    capitalCount = capitals
    self.isCapitalized = isCapitalized
  }

  var isNumber: Bool { letterCount == 0 && stopCount == 0 }
  var isInitial: Bool { letterCount == 1 && capitalCount == 1 && digitCount == 0 && stopCount == 0 }
  /// `U.S`, `Ph.D`: letters with full stops amid them.
  var isDotted: Bool { stopCount > 0 && letterCount > 0 && digitCount == 0 }

  /// The word before, across spaces; nil if something else stands there.
  func previous(from start: Int, in text: [UInt8]) -> LastWord? {
    guard let end = spaceStart(from: start, in: text) else { return nil }
    return LastWord(endingAt: end, from: start, in: text)
  }

  /// The word before if it ends in a full stop, as in `z. B`; without the full stop.
  func previousAbbreviated(from start: Int, in text: [UInt8]) -> LastWord? {
    guard let end = spaceStart(from: start, in: text), end > start, text[end - 1] == 0x2E else {
      return nil
    }
    return LastWord(endingAt: end - 1, from: start, in: text)
  }

  private func spaceStart(from start: Int, in text: [UInt8]) -> Int? {
    var end = range.lowerBound
    for _ in 0..<3 where end > start {
      let (value, length) = text.scalar(before: end)
      guard value.isSpace else { break }
      end -= length
    }
    return end < range.lowerBound ? end : nil
  }
}
