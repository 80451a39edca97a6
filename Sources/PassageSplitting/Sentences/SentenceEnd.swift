// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What stands around a boundary that Unicode's rules found: `stop closing space | opening next`.
struct SentenceEnd {
  enum Stop {
    /// One full stop.
    case fullStop
    /// Several, with spaces between or without.
    case ellipsis
    /// Question or exclamation marks.
    case mark
    /// The full-width ones, which are not used for abbreviations.
    case fullWidth
  }

  let boundary: Int
  let stop: Stop
  /// The stops, without spaces and what closes behind them.
  let stops: Range<Int>
  /// Quotation marks, brackets and masked citation markers right behind the stops.
  let closing: Range<Int>
  /// Where the next letter or digit stands; the end of the text if there is none near.
  let next: Int
  /// What stands there.
  let first: Unicode.Scalar?

  /// Whether nothing separates the next sentence from this one.
  var isAttached: Bool { boundary == closing.upperBound }

  /// Nil if what ends before `boundary` is a line and no sentence.
  init?(at boundary: Int, from start: Int, in text: [UInt8]) {
    var end = boundary
    while end > start {
      let (value, length) = text.scalar(before: end)
      guard value.isSpace else { break }
      end -= length
    }
    var closing = end
    while closing > start {
      let (value, length) = text.scalar(before: closing)
      guard value.closesQuotation else { break }
      closing -= length
    }
    guard closing > start else { return nil }
    switch text.scalar(before: closing).value {
    case ".": stop = Self.isEllipsis(closing, from: start, in: text) ? .ellipsis : .fullStop
    case "!", "?", "‼", "⁇", "⁈", "⁉": stop = .mark
    case "。", "！", "？", "．", "｡": stop = .fullWidth
    default: return nil
    }
    self.boundary = boundary
    self.closing = closing..<end
    stops = Self.stopsStart(closing, from: start, in: text)..<closing
    let next = Self.nextStart(boundary, in: text)
    self.next = next
    first = next < text.count ? text.scalar(at: next).value : nil
  }

  private static func isEllipsis(_ end: Int, from start: Int, in text: [UInt8]) -> Bool {
    guard end >= start + 3, text[end - 1] == 0x2E else { return false }
    // Two are one too many.
    return text[end - 3] == 0x2E && (text[end - 2] == 0x2E || text[end - 2] == 0x20)
  }

  /// Where the stops begin that end at `end`.
  private static func stopsStart(_ end: Int, from start: Int, in text: [UInt8]) -> Int {
    var begin = end
    var offset = end
    while offset > start {
      let (value, length) = text.scalar(before: offset)
      switch value {
      case ".", "!", "?", "‼", "⁇", "⁈", "⁉", "。", "！", "？", "．", "｡":
        offset -= length
        begin = offset
      case " " where begin == offset: offset -= length
      default: return begin
      }
    }
    return begin
  }

  /// The first letter or digit from `boundary` on, behind what may open a sentence.
  private static func nextStart(_ boundary: Int, in text: [UInt8]) -> Int {
    var offset = boundary
    for _ in 0..<8 where offset < text.count {
      let (value, length) = text.scalar(at: offset)
      guard value.opensSentence else { break }
      offset += length
    }
    return offset
  }
}
