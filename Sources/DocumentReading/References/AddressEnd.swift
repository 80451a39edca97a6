// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Tells where an address that stands in a text ends.
struct AddressEnd {
  let utf8: [UInt8]

  /// The end of the address that begins at `start`, without punctuation of the sentence around it.
  ///
  /// - Returns: nil if the address is cut by the end of its line: its rest cannot be told from text.
  /// - Complexity: O(n) in the bytes of the address.
  func end(of start: Int) -> Int? {
    var round = 0
    var square = 0
    var angle = 0
    var offset = start
    scan: while offset < utf8.count {
      let (scalar, length) = utf8.scalar(at: offset)
      switch scalar {
      case "(": round += 1
      case "[": square += 1
      // A closing bracket belongs to the address only where it opened one.
      case ")": round -= 1
      case "]": square -= 1
      // Old DOIs have `2:1<17::AID`; anything else is a tag.
      case "<" where offset + 1 < utf8.count && Byte.isDigit(utf8[offset + 1]): angle += 1
      case ">": angle -= 1
      default: if Self.ends(scalar) { break scan }
      }
      if round < 0 || square < 0 || angle < 0 { break }
      offset += length
    }
    return isCut(at: offset, from: start) ? nil : trimmed(start..<offset)
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "<", "\"", "|", "{", "}", "^", "`", "\\": true
    case "“", "”", "„", "‘", "’", "«", "»": true
    // CJK punctuation and its forms as wide as a character.
    case "\u{3000}"..."\u{3004}", "\u{3008}"..."\u{301F}", "\u{FF01}"..."\u{FF0F}",
      "\u{FF1A}"..."\u{FF20}", "\u{FF3B}"..."\u{FF3D}", "\u{FF5B}"..."\u{FF65}":
      true
    default: scalar.value <= 0x20 || scalar.value == 0x7F || scalar.isBlank
    }
  }

  private func trimmed(_ address: Range<Int>) -> Int {
    var end = address.upperBound
    while end > address.lowerBound, ".,;:!?'*(".utf8.contains(utf8[end - 1]) { end -= 1 }
    return end
  }

  /// Whether what reached the end of its line seems to go on in the next.
  private func isCut(at end: Int, from start: Int) -> Bool {
    guard end > start, end < utf8.count, utf8[end] == Byte.lineFeed,
      "-/_=&?%#+.".utf8.contains(utf8[end - 1])
    else { return false }
    let next = utf8.trimmed(end..<utf8.count).lowerBound
    guard next < utf8.count else { return false }
    let first = utf8.scalar(at: next).value
    return first.properties.isLowercase || first.labelDigit != nil
      || "/?&=%#".contains(Character(first))
  }
}
