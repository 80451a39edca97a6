// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes a copy of a paragraph in which nothing misleads the rules for sentences.
///
/// Bytes are replaced one for one, so that offsets stay.
enum SentenceMask {
  private static let closing = UInt8(ascii: ")")
  private static let space = UInt8(ascii: " ")
  private static let lineFeed = UInt8(ascii: "\n")

  static func masked(
    _ range: Range<Int>,
    of utf8: [UInt8],
    markers: ArraySlice<CitationMarker>,
    markup: ArraySlice<Range<Int>>
  ) -> [UInt8] {
    var masked = Array(utf8[range])
    joinLines(&masked)
    let origin = range.lowerBound
    for marker in markers {
      // As closing brackets they stay with the sentence that they follow.
      let start = marker.range.lowerBound - origin
      let end = marker.range.upperBound - origin
      for index in start..<end { masked[index] = closing }
      if start > 1, masked[start - 1] == space, ".!?".utf8.contains(masked[start - 2]) {
        masked[start - 1] = closing
      }
    }
    // Brackets end no sentence and begin none: behind a full stop they stay with it, before a word
    // they go with that.
    for range in markup {
      for index in range where !Unicode.Scalar(utf8[index]).isBlank {
        masked[index - origin] = closing
      }
    }
    return masked
  }

  /// Makes line feeds into spaces.
  ///
  /// To Unicode's rules they end a sentence, to a wrapped paragraph they do not. Those before a blank line, an item of a list or a row of a table stay.
  private static func joinLines(_ text: inout [UInt8]) {
    for index in text.indices where text[index] == lineFeed {
      if index > 0, text[index - 1] == lineFeed { continue }
      var next = index + 1
      while next < text.count, text[next] == space || text[next] == UInt8(ascii: "\t") { next += 1 }
      guard next < text.count, !beginsItem(next, in: text) else { continue }
      if text[next] != lineFeed { text[index] = space }
    }
  }

  private static func beginsItem(_ offset: Int, in text: [UInt8]) -> Bool {
    if text[offset] == UInt8(ascii: "|") { return true }
    if text[offset...].starts(with: "•".utf8) { return true }
    guard "-*+".utf8.contains(text[offset]) || isDigit(text[offset]) else { return false }
    let mark = text[offset...].prefix(4).drop(while: isDigit)
    guard let first = mark.first, mark.count > 1, mark[mark.startIndex + 1] == space else {
      return false
    }
    return isDigit(text[offset]) ? first == UInt8(ascii: ".") || first == closing : true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
