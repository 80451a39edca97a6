// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes a copy of a paragraph in which nothing misleads the rules for sentences.
///
/// Bytes are replaced one for one, so that offsets stay.
enum SentenceMask {
  private static let closing = UInt8(ascii: ")")
  private static let space = UInt8(ascii: " ")
  private static let fullStop = UInt8(ascii: ".")
  private static let lineFeed = UInt8(ascii: "\n")

  static func masked(
    _ range: Range<Int>,
    of utf8: [UInt8],
    markers: ArraySlice<CitationMarker>,
    markup: ArraySlice<Range<Int>>
  ) -> [UInt8] {
    var masked = Array(utf8[range])
    joinLines(&masked)
    for marker in markers {
      // As closing brackets they stay with the sentence that they follow.
      let start = marker.range.lowerBound - range.lowerBound
      let end = marker.range.upperBound - range.lowerBound
      for index in start..<end { masked[index] = closing }
      if start > 1, masked[start - 1] == space, endsQuotation(masked[start - 2]) {
        masked[start - 1] = closing
      }
    }
    // Brackets end no sentence and begin none: behind a full stop they stay with it, before a word
    // they go with that.
    for stretch in markup {
      for index in stretch where utf8[index] > space {
        masked[index - range.lowerBound] = closing
      }
      if stretch.count == 1, utf8[stretch.lowerBound] == UInt8(ascii: "\\") {
        hideEscape(at: stretch.lowerBound - range.lowerBound, in: &masked)
      }
    }
    closeSentences(&masked)
    return masked
  }

  /// Moves a number up to the full stop behind it: `25\. Juni` is written where `25.` would be the
  /// mark of an item.
  private static func hideEscape(at backslash: Int, in text: inout [UInt8]) {
    var offset = backslash
    while offset > 0, isDigit(text[offset - 1]) {
      text[offset] = text[offset - 1]
      offset -= 1
    }
    if offset < backslash { text[offset] = space }
  }

  /// What can stand between a sentence and the marker that belongs to it.
  private static func endsQuotation(_ byte: UInt8) -> Bool {
    byte >= 0x80 || ".!?)\"'".utf8.contains(byte)
  }

  /// Makes what stands behind a stop and belongs to its sentence into closing brackets, and
  /// ellipses into full stops, as which Unicode's rules know them.
  private static func closeSentences(_ text: inout [UInt8]) {
    var stop = nextStop(from: 0, in: text)
    while stop < text.count {
      var end = stop + 1
      if text[stop] == 0xE2 {
        end = stop + 3
        guard text[stop + 1] == 0x80, text[stop + 2] == 0xA6 else {
          stop = nextStop(from: end, in: text)
          continue
        }
        for offset in stop..<end { text[offset] = fullStop }
      }
      stop = nextStop(from: closeSentence(end, in: &text), in: text)
    }
  }

  /// The next full stop, question or exclamation mark, or what may begin an ellipsis.
  private static func nextStop(from start: Int, in text: [UInt8]) -> Int {
    text.withUnsafeBufferPointer { text in
      var offset = start
      while offset < text.count {
        let byte = text[offset]
        // Letters first: they are the most.
        if byte <= 0x3F ? byte == 0x2E || byte == 0x21 || byte == 0x3F : byte == 0xE2 { break }
        offset += 1
      }
      return offset
    }
  }

  /// Masks what closes behind a stop that ends at `stop`, and returns where it ends.
  private static func closeSentence(_ stop: Int, in text: inout [UInt8]) -> Int {
    var end = stop
    while end < text.count, text[end] == closing || text[end] == UInt8(ascii: "\"") { end += 1 }
    // Emphasis: `**So it was.** Then`.
    var next = end
    while next < text.count, text[next] == UInt8(ascii: "*") || text[next] == UInt8(ascii: "_") {
      next += 1
    }
    if next == text.count || text[next] == space || text[next] == lineFeed {
      for offset in end..<next { text[offset] = closing }
      end = next
    }
    // French puts a space before the mark that closes: `« C’est fini. » Puis`.
    guard end < text.count else { return end }
    let (value, length) = text.scalar(at: end)
    guard value.isSpace, end + length + 1 < text.count else { return end }
    let mark = end + length
    guard text[mark] == 0xC2, text[mark + 1] == 0xBB else { return end }
    guard mark + 2 == text.count || !text.scalar(at: mark + 2).value.isLetter else { return end }
    for offset in end..<mark { text[offset] = closing }
    return mark + 2
  }

  /// Makes line feeds into spaces.
  ///
  /// To Unicode's rules they end a sentence, to a wrapped paragraph they do not. Those before a
  /// blank line, an item of a list or a row of a table stay.
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

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }
}
