// SPDX-License-Identifier: GPL-3.0-or-later

/// Where a document lies below its folder: the exact bytes of the file system, joined by `/`.
///
/// A path need not be valid UTF-8. Paths are ordered by their bytes.
package struct RelativePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The bytes, without a leading `/` and without a zero byte.
  package let bytes: [UInt8]

  /// Takes the bytes of a path.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Takes a path that is valid Unicode.
  package init(_ path: String) {
    bytes = Array(path.utf8)
  }

  /// The path for people and for JSON: bytes that are not UTF-8 become U+FFFD.
  package var description: String { String(decoding: bytes, as: UTF8.self) }

  /// The exact path as it stands in a URL: everything but unreserved characters and `/` encoded.
  package var percentEncoded: String { PercentEncoding.encode(bytes) }

  /// The last component.
  package var lastComponent: ArraySlice<UInt8> {
    let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? bytes.startIndex
    return bytes[start...]
  }

  /// What follows the last dot of the last component, in ASCII lower case; nil if there is none.
  ///
  /// A dot at the very beginning starts no extension.
  package var fileExtension: String? {
    let name = lastComponent
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot > name.startIndex else { return nil }
    let suffix = name[(dot + 1)...]
    return suffix.isEmpty ? nil : String(decoding: suffix, as: UTF8.self).lowercased()
  }

  /// Orders paths by their bytes, as `LC_ALL=C sort` does.
  package static func < (left: RelativePath, right: RelativePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
