// SPDX-License-Identifier: GPL-3.0-or-later

/// The text of a document: what was decoded from its file, and what every range counts.
///
/// It has no byte-order mark, every line ending is a line feed, and nothing else was changed.
package struct SourceText: Hashable, Sendable {
  /// Valid UTF-8.
  package let utf8: [UInt8]

  /// Takes `utf8`, which must be valid UTF-8 with line feeds as its only line endings.
  package init(validUTF8 utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// Takes a string as it stands.
  package init(_ string: String) {
    utf8 = Array(string.utf8)
  }

  /// The characters in `range`, which counts bytes and must lie on character boundaries.
  package func string(in range: Range<Int>) -> String {
    String(decoding: utf8[range], as: UTF8.self)
  }
}

/// Turns byte offsets into the other units, walking forward through a text once.
package struct TextRuler: Sendable {
  private let text: SourceText
  private var reached = TextLength.zero
  /// The line that holds the offset reached, counted from 1.
  private var line = 1

  /// Makes a ruler that stands at the beginning of `text`.
  package init(_ text: SourceText) {
    self.text = text
  }

  /// Measures `range`, which counts bytes, and the lines that it touches (counted from 1).
  ///
  /// - Parameter range: must not begin before the end of the range measured last; it lies on
  ///   character boundaries.
  /// - Returns: the same stretch in all units.
  /// - Complexity: O(n) over all calls, n the bytes walked over.
  package mutating func measure(_ range: Range<Int>) -> (range: TextRange, lines: ClosedRange<Int>)
  {
    let (start, firstLine) = walk(to: range.lowerBound)
    let (end, lastLine) = walk(to: range.upperBound)
    let measured = TextRange(
      bytes: range,
      characters: start.characters..<end.characters,
      utf16: start.utf16..<end.utf16
    )
    return (measured, firstLine...lastLine)
  }

  private mutating func walk(to offset: Int) -> (TextLength, Int) {
    precondition(offset >= reached.bytes, "a ruler only walks forward")
    for byte in text.utf8[reached.bytes..<offset] {
      reached.count(byte)
      if byte == UInt8(ascii: "\n") { line += 1 }
    }
    return (reached, line)
  }
}
