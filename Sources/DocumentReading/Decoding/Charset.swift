// SPDX-License-Identifier: GPL-3.0-or-later

internal import CCharsetShim

/// Knows the character encodings that ICU knows.
enum Charset {
  /// An encoding that a text may be in, and how sure ICU is of it, from 0 to 100.
  struct Guess {
    let encoding: String
    let confidence: Int
  }

  /// The encodings that `sample` may be in, the likeliest first.
  static func guesses(for sample: [UInt8]) -> [Guess] {
    let capacity = 40
    return withUnsafeTemporaryAllocation(of: xch_guess_t.self, capacity: capacity) { guesses in
      var count = 0
      let status = sample.withUnsafeBytes { bytes in
        xch_detect(
          bytes.assumingMemoryBound(to: CChar.self).baseAddress,
          bytes.count,
          guesses.baseAddress,
          capacity,
          &count
        )
      }
      guard status == .ok else { return [] }
      return guesses[..<count].map {
        Guess(encoding: String(cString: $0.name), confidence: Int($0.confidence))
      }
    }
  }

  /// Decodes `bytes`; nil if ICU knows no such encoding, or has no memory for the text.
  static func decode(_ bytes: ArraySlice<UInt8>, as encoding: String) -> DecodedText? {
    var text: OpaquePointer?
    let status = bytes.withUnsafeBytes { bytes in
      xch_decode(
        encoding,
        bytes.assumingMemoryBound(to: CChar.self).baseAddress,
        bytes.count,
        &text
      )
    }
    guard status == .ok else { return nil }
    defer { xch_text_destroy(text) }
    var count = 0
    let utf8 = xch_text_utf8(text, &count)
    return DecodedText(
      utf8: Array(UnsafeRawBufferPointer(start: utf8, count: count)),
      replacedByteCount: xch_text_replaced(text),
      encoding: encoding
    )
  }

  /// The one character that `base` with a combining `mark` is; nil if there is none.
  static func composed(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    let composed = xch_compose(Int32(bitPattern: base.value), Int32(bitPattern: mark.value))
    return composed < 0 ? nil : Unicode.Scalar(UInt32(composed))
  }
}
