// SPDX-License-Identifier: GPL-3.0-or-later

/// A text as it was decoded.
struct DecodedText {
  /// Valid UTF-8.
  var utf8: [UInt8]
  /// How many bytes were no text and stand as U+FFFD.
  var replacedByteCount: Int
  /// By its IANA name.
  var encoding: String

  /// Whether so few of the bytes it was decoded from were replaced that they are damage, and not a
  /// sign of another encoding.
  func isSound(ofByteCount byteCount: Int) -> Bool {
    replacedByteCount * 1_000 <= byteCount * TextDecoder.toleratedInvalidPerMille
  }
}
