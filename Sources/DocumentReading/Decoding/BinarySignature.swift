// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows files that are no text by how they begin.
enum BinarySignature {
  private static let signatures: [(bytes: [UInt8], name: String)] = [
    (Array("%PDF-".utf8), "PDF"),
    ([0x50, 0x4B, 0x03, 0x04], "ZIP archive, office document or e-book"),
    ([0x1F, 0x8B], "gzip"),
    (Array("BZh".utf8) + [0x31], "bzip2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "xz"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd"),
    ([0x37, 0x7A, 0xBC, 0xAF], "7-Zip"),
    ([0x7F, 0x45, 0x4C, 0x46], "ELF program"),
    ([0x89, 0x50, 0x4E, 0x47], "PNG image"),
    ([0xFF, 0xD8, 0xFF], "JPEG image"),
    (Array("GIF8".utf8), "GIF image"),
    ([0xD0, 0xCF, 0x11, 0xE0], "old office document"),
    (Array("SQLite format 3".utf8), "SQLite database"),
    (Array("OggS".utf8), "Ogg media"),
    (Array("{\\rtf".utf8), "RTF"),
  ]

  /// How far a zero byte is looked for: what git takes for its guess, too.
  private static let zeroByteWindow = 8192

  static func refuse(_ bytes: [UInt8]) throws(ReadingError) {
    for signature in signatures where bytes.starts(with: signature.bytes) {
      throw ReadingError(code: .binary, message: "binary file: \(signature.name)")
    }
    if let offset = bytes.prefix(zeroByteWindow).firstIndex(of: 0) {
      throw ReadingError(code: .binary, message: "binary file: a zero byte at offset \(offset)")
    }
  }
}
