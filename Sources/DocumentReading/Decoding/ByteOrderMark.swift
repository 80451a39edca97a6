// SPDX-License-Identifier: GPL-3.0-or-later

/// What some texts begin with to say in which Unicode encoding they are written.
struct ByteOrderMark {
  let encoding: String
  let byteCount: Int

  /// UTF-32 stands before UTF-16, whose mark its own begins with.
  private static let marks: [(bytes: [UInt8], encoding: String)] = [
    ([0xEF, 0xBB, 0xBF], "UTF-8"),
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"),
    ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0xFF, 0xFE], "UTF-16LE"),
    ([0xFE, 0xFF], "UTF-16BE"),
  ]

  /// The mark that `bytes` begin with; nil if there is none.
  init?(of bytes: [UInt8]) {
    guard let mark = Self.marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    encoding = mark.encoding
    byteCount = mark.bytes.count
  }
}
