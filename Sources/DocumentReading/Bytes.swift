// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// The bytes that structure is made of.
enum Byte {
  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let hash = UInt8(ascii: "#")
  static let dot = UInt8(ascii: ".")
  static let hyphen = UInt8(ascii: "-")
  static let equals = UInt8(ascii: "=")
  static let backtick = UInt8(ascii: "`")
  static let openBracket = UInt8(ascii: "[")
  static let closeBracket = UInt8(ascii: "]")

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isASCIILetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }
}

extension [UInt8] {
  /// The characters in `range`, runs of white space made one space.
  func lineOfText(in range: Range<Int>) -> String {
    var line: [UInt8] = []
    var offset = range.lowerBound
    var gap = false
    while offset < range.upperBound {
      let (value, length) = scalar(at: offset)
      if value.isBlank {
        gap = !line.isEmpty
      } else {
        if gap { line.append(Byte.space) }
        gap = false
        line.append(contentsOf: self[offset..<offset + length])
      }
      offset += length
    }
    return String(decoding: line, as: UTF8.self)
  }

  /// The lines of a trimmed stretch of text, each trimmed, without blank ones.
  func lines(in range: Range<Int>) -> [Range<Int>] {
    var lines: [Range<Int>] = []
    var offset = range.lowerBound
    while offset < range.upperBound {
      let end = lineEnd(after: offset, in: range)
      let line = trimmed(offset..<end)
      if !line.isEmpty { lines.append(line) }
      offset = end + 1
    }
    return lines
  }

  /// Where the line that `offset` is in ends, before its line feed.
  func lineEnd(after offset: Int, in range: Range<Int>) -> Int {
    self[offset..<range.upperBound].firstIndex(of: Byte.lineFeed) ?? range.upperBound
  }

  /// How many bytes of white space stand before `offset` in its line; 0 if there is anything else.
  func indentation(before offset: Int) -> Int {
    let blanks = self[..<offset].reversed().prefix { $0 == Byte.space || $0 == Byte.tab }.count
    let start = offset - blanks
    return start == 0 || self[start - 1] == Byte.lineFeed ? blanks : 0
  }
}
