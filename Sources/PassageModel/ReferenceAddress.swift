// SPDX-License-Identifier: GPL-3.0-or-later

extension Reference {
  /// Where the source is to be found: the entry's URL, or else the address of its DOI.
  package var address: String? {
    url ?? doi.map { "https://doi.org/" + Self.encodedPath($0) }
  }

  /// Encodes what RFC 3986 does not allow in a path, and nothing else: such addresses are compared
  /// by eye.
  private static func encodedPath(_ doi: String) -> String {
    doi.utf8.reduce(into: "") { path, byte in
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~", "!", "$", "&", "'", "(", ")", "*",
        "+", ",", ";", "=", ":", "@", "/":
        path.unicodeScalars.append(scalar)
      default:
        path += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
  }
}
