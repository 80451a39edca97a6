// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads what a string of JSON means, byte by byte: RapidJSON does not tell where each is written.
enum JSONEscapes {
  /// The text of a string, whose range has no marks, and which RapidJSON has accepted.
  static func text(
    of range: Range<Int>,
    in file: [UInt8],
    spelling: FixPlace.Spelling
  ) -> SpelledText {
    var text = SpelledText(at: range.lowerBound, spelling: spelling)
    var start = range.lowerBound
    while let escape = file[start..<range.upperBound].firstIndex(of: UInt8(ascii: "\\")) {
      text.append(start..<escape, of: file)
      let (meaning, length) = meaning(of: file[escape..<range.upperBound])
      start = escape + length
      text.append(meaning, writtenAt: escape..<start)
    }
    text.append(start..<range.upperBound, of: file)
    return text
  }

  private static let short: [UInt8: UInt8] = [
    UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A,
    UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09,
  ]

  /// What the escape that `rest` begins with stands for, and how long it is.
  private static func meaning(of rest: ArraySlice<UInt8>) -> ([UInt8], Int) {
    guard rest.count > 1 else { return (Array(rest), rest.count) }
    let kind = rest[rest.startIndex + 1]
    guard kind == UInt8(ascii: "u") else { return ([short[kind] ?? kind], 2) }
    var units = [unit(rest.dropFirst(2))]
    var length = 6
    if units[0] & 0xFC00 == 0xD800, rest.count >= 12 {
      units.append(unit(rest.dropFirst(8)))
      length = 12
    }
    return (Array(String(decoding: units, as: UTF16.self).utf8), min(length, rest.count))
  }

  private static func unit(_ digits: ArraySlice<UInt8>) -> UInt16 {
    UInt16(String(decoding: digits.prefix(4), as: UTF8.self), radix: 16) ?? 0xFFFD
  }
}
