// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Turns the bytes of a file into the text that all ranges count, or says why they are none.
enum TextDecoder {
  /// A larger share of control characters than this, in percent, and the file is no text.
  private static let toleratedControlPercent = 10
  /// A larger share of invalid bytes than this, in a thousand, and the file is in another encoding:
  /// of a text in French or German about thirty are.
  static let toleratedInvalidPerMille = 2

  static func decode(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    guard bytes.count < Int(Int32.max) else {
      throw ReadingError(code: .tooLarge, message: "larger than 2 GiB")
    }
    var decoded: DecodedText
    if let mark = ByteOrderMark(of: bytes) {
      decoded = try decode(bytes, after: mark)
    } else {
      decoded = try decodeUnmarked(bytes)
    }
    let controls = controlCount(decoded.utf8)
    guard controls * 100 <= decoded.utf8.count * toleratedControlPercent else {
      let share = controls * 100 / decoded.utf8.count
      throw ReadingError(code: .binary, message: "binary file: \(share) % control characters")
    }
    endLinesWithLineFeeds(&decoded.utf8)
    return decoded
  }

  private static func decode(
    _ bytes: [UInt8],
    after mark: ByteOrderMark
  ) throws(ReadingError) -> DecodedText {
    let body = bytes[mark.byteCount...]
    let decoded =
      mark.encoding == "UTF-8" ? decodeUTF8(body) : Charset.decode(body, as: mark.encoding)
    guard let decoded, decoded.isSound(ofByteCount: body.count) else {
      throw ReadingError(
        code: .binary,
        message: "begins like \(mark.encoding), but much of the rest is none"
      )
    }
    return decoded
  }

  private static func decodeUnmarked(_ bytes: [UInt8]) throws(ReadingError) -> DecodedText {
    try BinarySignature.refuse(bytes)
    if let japanese = LegacyEncoding.decodeEscaped(bytes) { return japanese }
    let decoded = decodeUTF8(bytes[...])
    if decoded.isSound(ofByteCount: bytes.count) || isDamagedUTF8(decoded) { return decoded }
    if let legacy = LegacyEncoding.decode(bytes) { return legacy }
    throw ReadingError(
      code: .binary,
      message: "not UTF-8 (\(decoded.replacedByteCount) of \(bytes.count) bytes are invalid), and "
        + "no other encoding fits; convert it to UTF-8"
    )
  }

  /// Replaces what is no UTF-8 exactly as `String(decoding:as:)` does, and counts it.
  private static func decodeUTF8(_ bytes: ArraySlice<UInt8>) -> DecodedText {
    var decoded = DecodedText(utf8: Array(bytes), replacedByteCount: 0, encoding: "UTF-8")
    if (try? UTF8Span(validating: decoded.utf8.span)) != nil { return decoded }
    decoded.utf8.removeAll(keepingCapacity: true)
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let scalar):
        decoded.utf8.append(contentsOf: scalar)
      case .error(let length):
        decoded.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
        decoded.replacedByteCount += length
      case .emptyInput:
        return decoded
      }
    }
  }

  /// Whether so much of a text is more than ASCII and valid that the rest is damage: in other
  /// encodings hardly anything is valid by chance.
  private static func isDamagedUTF8(_ decoded: DecodedText) -> Bool {
    let characterCount = decoded.utf8.count { $0 >= 0xC0 } - decoded.replacedByteCount
    return characterCount >= 10 * decoded.replacedByteCount
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
