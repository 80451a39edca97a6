// SPDX-License-Identifier: GPL-3.0-or-later

/// Turns the bytes of a file into the text that all ranges count, or says why they are none.
enum TextDecoder {
  /// Valid UTF-8 with line feeds as its only line endings.
  struct Decoded {
    var utf8: [UInt8]
    /// How many bytes were replaced by U+FFFD.
    var replacedByteCount: Int
  }

  /// A larger share of control characters than this, in percent, and the file is no text.
  private static let toleratedControlPercent = 10
  /// A larger share of invalid bytes than this, in a thousand, and the file is in another encoding:
  /// of a text in French or German about thirty are.
  private static let toleratedInvalidPerMille = 2

  static func decode(_ bytes: [UInt8]) throws(ReadingError) -> Decoded {
    guard bytes.count < Int(Int32.max) else {
      throw ReadingError(code: .tooLarge, message: "larger than 2 GiB")
    }
    try BinarySignature.refuse(bytes)
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var decoded = replacingInvalid(body)
    guard decoded.replacedByteCount * 1_000 <= body.count * toleratedInvalidPerMille else {
      let count = decoded.replacedByteCount
      throw ReadingError(
        code: .binary,
        message: "not UTF-8: \(count) of \(body.count) bytes are invalid; other encodings are not "
          + "read in this version"
      )
    }
    let controls = controlCount(decoded.utf8)
    guard controls * 100 <= decoded.utf8.count * toleratedControlPercent else {
      let share = controls * 100 / decoded.utf8.count
      throw ReadingError(code: .binary, message: "binary file: \(share) % control characters")
    }
    endLinesWithLineFeeds(&decoded.utf8)
    return decoded
  }

  /// Replaces what is no UTF-8 exactly as `String(decoding:as:)` does, and counts it.
  private static func replacingInvalid(_ bytes: ArraySlice<UInt8>) -> Decoded {
    if String(validating: bytes, as: UTF8.self) != nil {
      return Decoded(utf8: Array(bytes), replacedByteCount: 0)
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + 64)
    var replaced = 0
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        utf8.append(contentsOf: scalar)
      case .error(let length):
        utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
        replaced += length
      case .emptyInput:
        return Decoded(utf8: utf8, replacedByteCount: replaced)
      }
    }
  }

  /// Counts C0 controls other than tab to carriage return and escape, which terminals' logs hold.
  private static func controlCount(_ utf8: [UInt8]) -> Int {
    var count = 0
    for byte in utf8 where byte < 0x20 || byte == 0x7F {
      if !(0x09...0x0D).contains(byte), byte != 0x1B { count += 1 }
    }
    return count
  }

  /// Makes CR LF and CR into LF.
  private static func endLinesWithLineFeeds(_ utf8: inout [UInt8]) {
    guard var write = utf8.firstIndex(of: Byte.carriageReturn) else { return }
    var read = write
    while read < utf8.count {
      let byte = utf8[read]
      read += 1
      if byte == Byte.carriageReturn {
        if read < utf8.count, utf8[read] == Byte.lineFeed { read += 1 }
        utf8[write] = Byte.lineFeed
      } else {
        utf8[write] = byte
      }
      write += 1
    }
    utf8.removeSubrange(write...)
  }
}
