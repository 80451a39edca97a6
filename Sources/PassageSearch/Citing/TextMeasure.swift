// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Turns places in a text from one unit into the others, in any order.
///
/// - Complexity: a few thousand bytes are walked over for each place.
struct TextMeasure {
  private let text: SourceText
  /// What stands before each stretch of `stride` bytes, and how many line feeds are in it.
  private var marks: [(length: TextLength, lineFeeds: Int)] = []
  private let total: TextLength

  private static let stride = 4_096

  init(_ text: SourceText) {
    self.text = text
    var (length, lineFeeds) = (TextLength.zero, 0)
    for start in Swift.stride(from: 0, to: text.utf8.count, by: Self.stride) {
      marks.append((length, lineFeeds))
      let end = min(start + Self.stride, text.utf8.count)
      (length, lineFeeds) = Self.walk(text.utf8[start..<end], from: length, lineFeeds)
    }
    if marks.isEmpty { marks = [(.zero, 0)] }
    total = length
  }

  /// The bytes of some characters; nil if the text is not as long.
  func bytes(ofCharacters characters: Range<Int>) -> Range<Int>? {
    guard characters.lowerBound >= 0, characters.upperBound <= total.characters else { return nil }
    return offset(ofCharacter: characters.lowerBound)..<offset(ofCharacter: characters.upperBound)
  }

  /// The same stretch in all units, and the lines that it touches, counted from 1.
  ///
  /// - Parameter bytes: on character boundaries of the text.
  /// - Returns: all three units, and both lines included.
  func measure(_ bytes: Range<Int>) -> (range: TextRange, lines: ClosedRange<Int>) {
    let (start, first) = lengths(before: bytes.lowerBound)
    let (end, last) = lengths(before: bytes.upperBound)
    let range = TextRange(
      bytes: bytes,
      characters: start.characters..<end.characters,
      utf16: start.utf16..<end.utf16
    )
    return (range, first + 1...last + 1)
  }

  private func lengths(before offset: Int) -> (TextLength, lineFeeds: Int) {
    let mark = min(offset / Self.stride, marks.count - 1)
    return Self.walk(
      text.utf8[mark * Self.stride..<offset],
      from: marks[mark].length,
      marks[mark].lineFeeds
    )
  }

  private func offset(ofCharacter character: Int) -> Int {
    var (low, high) = (0, marks.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if marks[middle].length.characters <= character { low = middle } else { high = middle }
    }
    var left = character - marks[low].length.characters
    for offset in low * Self.stride..<text.utf8.count
    where text.utf8[offset] & 0b1100_0000 != 0b1000_0000 {
      if left == 0 { return offset }
      left -= 1
    }
    return text.utf8.count
  }

  private static func walk(
    _ bytes: ArraySlice<UInt8>,
    from length: TextLength,
    _ lineFeeds: Int
  ) -> (TextLength, Int) {
    var (length, lineFeeds) = (length, lineFeeds)
    for byte in bytes {
      length.bytes += 1
      if byte == UInt8(ascii: "\n") { lineFeeds += 1 }
      guard byte & 0b1100_0000 != 0b1000_0000 else { continue }
      length.characters += 1
      length.utf16 += byte >= 0b1111_0000 ? 2 : 1
    }
    return (length, lineFeeds)
  }
}
