// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Which characters may stand in an anchor that stands in prose.
///
/// Printed anchors are ASCII and encode what is not unreserved; people also write names as they are.
enum AnchorCharacter {
  /// Whether it may stand before the `#`.
  static func mayStandInPlace(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return !parts(scalar) }
    let byte = UInt8(ascii: scalar)
    return isLetter(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || "-._~/%+@$!&".utf8.contains(byte)
  }

  /// Whether it may stand behind the `#`.
  static func mayStandInFragment(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else { return !parts(scalar) }
    return scalar.value > 0x20 && scalar.value != 0x7F
      && !"<>\"'`()[]{}|\\*#".utf8.contains(UInt8(ascii: scalar))
  }

  /// Whether it may stand in a URL that stands in prose.
  static func mayStandInURL(_ scalar: Unicode.Scalar) -> Bool {
    mayStandInFragment(scalar) || scalar == "#" || scalar == "*"
  }

  /// Whether it may end a sentence that an anchor stands at the end of.
  static func endsSentence(_ byte: UInt8) -> Bool { ".,;:!?".utf8.contains(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// Whether a character beyond ASCII is white space, a quotation mark, a dash or the like.
  private static func parts(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isBlank { return true }
    switch scalar.value {
    case 0x80...0x9F, 0xAB, 0xBB, 0x2010...0x205E, 0x2060...0x206F, 0x3001...0x3003,
      0x3008...0x3011, 0xFEFF, 0xFF08, 0xFF09, 0xFF0C, 0xFF1A, 0xFF1B:
      return true
    default: return false
    }
  }
}
