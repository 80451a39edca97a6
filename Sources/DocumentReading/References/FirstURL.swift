// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the first web address in a text.
///
/// An address without a scheme (`www.…`) is none: nothing says which one it would be.
enum FirstURL {
  private static let schemes = [Array("http://".utf8), Array("https://".utf8)]

  /// The address, without punctuation that belongs to the sentence around it; nil if the first is
  /// cut by the end of a line.
  static func find(in utf8: [UInt8]) -> String? {
    let ends = AddressEnd(utf8: utf8)
    var offset = 0
    while let start = utf8[offset...].firstIndex(where: { $0 | 0x20 == UInt8(ascii: "h") }) {
      offset = start + 1
      let isWithinWord = start > 0 && Byte.isASCIILetter(utf8[start - 1])
      guard !isWithinWord, let length = schemeLength(at: start, in: utf8) else { continue }
      guard let end = ends.end(of: start) else { return nil }
      if end > start + length { return String(decoding: utf8[start..<end], as: UTF8.self) }
    }
    return nil
  }

  private static func schemeLength(at start: Int, in utf8: [UInt8]) -> Int? {
    schemes.first { scheme in
      utf8[start...].prefix(scheme.count).elementsEqual(scheme) { byte, letter in
        byte == letter || Byte.isASCIILetter(byte) && byte | 0x20 == letter
      }
    }?.count
  }
}
