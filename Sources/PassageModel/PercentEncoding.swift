// SPDX-License-Identifier: GPL-3.0-or-later

/// Percent-encoding of paths.
///
/// - SeeAlso: RFC 3986 sections 2.1 and 2.3.
package enum PercentEncoding {
  /// Encodes every byte that is neither a letter, a digit, `.`, `_` or `~` nor one of `kept`.
  ///
  /// With what is kept by default, everything but unreserved characters and `/` is encoded.
  package static func encode(_ bytes: some Sequence<UInt8>, keeping kept: String = "-/") -> String {
    var encoded: [UInt8] = []
    for byte in bytes {
      if isPlain(byte) || kept.utf8.contains(byte) {
        encoded.append(byte)
      } else {
        encoded.append(UInt8(ascii: "%"))
        encoded.append(hexadecimalDigits[Int(byte >> 4)])
        encoded.append(hexadecimalDigits[Int(byte & 15)])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  /// The bytes that an encoded text stands for; nil if a `%` has no two hexadecimal digits behind it.
  package static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var decoded: [UInt8] = []
    var bytes = Array(text.utf8)[...]
    while let byte = bytes.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        decoded.append(byte)
        continue
      }
      guard bytes.count >= 2,
        let value = UInt8(String(decoding: bytes.prefix(2), as: UTF8.self), radix: 16)
      else { return nil }
      decoded.append(value)
      bytes = bytes.dropFirst(2)
    }
    return decoded
  }

  private static let hexadecimalDigits = Array("0123456789ABCDEF".utf8)

  /// Whether it is unreserved and has no meaning in anchors; that leaves out `-`.
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default:
      false
    }
  }
}
