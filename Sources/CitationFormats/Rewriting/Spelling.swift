// SPDX-License-Identifier: GPL-3.0-or-later

extension FixPlace.Spelling {
  /// How a text is written here.
  ///
  /// Anchors, numbers and digests need no escape anywhere; this is for what they may become.
  func bytes(of text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if let escaped = escaped(byte) { bytes += escaped.utf8 } else { bytes.append(byte) }
    }
    return bytes
  }

  private func escaped(_ byte: UInt8) -> String? {
    let scalar = Unicode.Scalar(byte)
    switch self {
    case .plain: return nil
    case .markdownDestination: return "\\&<>()".utf8.contains(byte) ? "\\\(scalar)" : nil
    case .markdownTitle: return "\\&\"'()".utf8.contains(byte) ? "\\\(scalar)" : nil
    case .html(let mark):
      let isUnquoted = mark == 0 && (byte <= 0x20 || byte == UInt8(ascii: "`"))
      return isUnquoted || "&<>\"'".utf8.contains(byte) ? "&#\(byte);" : nil
    case .json, .jsonInHTML:
      if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { return "\\\(scalar)" }
      let isTag = self == .jsonInHTML && byte == UInt8(ascii: "<")
      guard byte < 0x20 || isTag else { return nil }
      let digits = String(byte, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }
}
