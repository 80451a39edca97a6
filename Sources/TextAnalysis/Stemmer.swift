// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXapianShim

/// Reduces the words of one language to stems by a Snowball algorithm, as Xapian ships it.
final class Stemmer {
  private let raw: OpaquePointer

  /// Makes the stemmer for `language`, a code such as `en`; nil if there is none.
  ///
  /// Names are not taken, only codes: so no variant of an algorithm (`porter`, `german2`) can be.
  init?(language: String) {
    guard language.utf8.count <= 3 else { return nil }
    var created: OpaquePointer?
    guard xsh_stemmer_create(language, &created, nil) == .ok, let created else { return nil }
    raw = created
  }

  deinit { xsh_stemmer_destroy(raw) }

  /// The stem of `word`, which is folded already; the word itself where there is none.
  func stem(_ word: String) -> String {
    var word = word
    return word.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        guard let start = characters.baseAddress else { return "" }
        var stem: UnsafePointer<CChar>?
        var length = 0
        let status = xsh_stemmer_stem(
          raw,
          start,
          characters.count,
          &stem,
          &length,
          nil
        )
        guard status == .ok, let stem, length > 0 else {
          return String(decoding: bytes, as: UTF8.self)
        }
        return UnsafeBufferPointer(start: stem, count: length).withMemoryRebound(to: UInt8.self) {
          String(decoding: $0, as: UTF8.self)
        }
      }
    }
  }

  /// Whether the engine has a stemmer for `language`, a code such as `en`.
  static func hasAlgorithm(for language: String) -> Bool { Stemmer(language: language) != nil }
}
