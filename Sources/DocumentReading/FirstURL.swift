// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the first web address in a text.
enum FirstURL {
  private static let schemes = [Array("http://".utf8), Array("https://".utf8)]

  /// The address, without punctuation that belongs to the sentence around it.
  static func find(in text: String) -> String? {
    let utf8 = Array(text.utf8)
    var offset = 0
    while let start = utf8[offset...].firstIndex(of: UInt8(ascii: "h")) {
      if let scheme = schemes.first(where: { utf8[start...].starts(with: $0) }) {
        let end = utf8[start...].firstIndex(where: endsAddress) ?? utf8.count
        let address = trimmed(utf8[start..<end])
        if address.count > scheme.count { return String(decoding: address, as: UTF8.self) }
      }
      offset = start + 1
    }
    return nil
  }

  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte <= Byte.space || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
      || byte == UInt8(ascii: "\"")
  }

  private static func trimmed(_ address: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var address = address
    // A closing bracket belongs to the address only where it opened one.
    let opened = address.contains(UInt8(ascii: "("))
    while let last = address.last,
      ".,;:!?'".utf8.contains(last) || last == Byte.closeBracket
        || (last == UInt8(ascii: ")") && !opened)
    {
      address.removeLast()
    }
    return address
  }
}
