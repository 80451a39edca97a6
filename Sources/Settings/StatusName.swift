// SPDX-License-Identifier: GPL-3.0-or-later

/// What the status file of an index is called, so that no two indexes have the same.
enum StatusName {
  /// A file's name may have 255 bytes on most file systems; some are for endings.
  private static let limit = 235
  private static let hexDigits = Array("0123456789abcdef".utf8)

  /// The path of the index with `-` for `/`, and with `%2D` for `-` and `%25` for `%`; of a path that
  /// is too long, a number that is made of all of it, and the end.
  static func of(_ path: String) -> String {
    let name = Array(path.split(separator: "/").map(escape).joined(separator: "-").utf8)
    guard name.count > limit else { return String(decoding: name, as: UTF8.self) }
    let number = digits(of: hash(name)) + "-"
    // Not from amid a character.
    let end = name.suffix(limit - number.utf8.count).drop { $0 & 0xC0 == 0x80 }
    return number + String(decoding: end, as: UTF8.self)
  }

  private static func escape(_ part: Substring) -> String {
    var bytes: [UInt8] = []
    for byte in part.utf8 {
      switch byte {
      case UInt8(ascii: "-"): bytes += "%2D".utf8
      case UInt8(ascii: "%"): bytes += "%25".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// - SeeAlso: draft-eastlake-fnv, FNV-1a with 64 bits: the same in every process.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }

  private static func digits(of number: UInt64) -> String {
    let digits = (0..<16).map { hexDigits[Int(number >> (60 - 4 * $0) & 0xF)] }
    return String(decoding: digits, as: UTF8.self)
  }
}
