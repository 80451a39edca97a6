// SPDX-License-Identifier: GPL-3.0-or-later

internal import CXapianShim

/// A language that words cannot be stemmed in.
package struct UnknownLanguage: Error, Hashable, Sendable, CustomStringConvertible {
  /// The language asked for.
  package let language: String

  /// A sentence about it.
  package var description: String { "no stemmer for the language '\(language)'" }
}

/// Reduces words to stems by a Snowball algorithm, as Xapian ships it.
///
/// It cannot be copied, so the engine's stemmer is destroyed exactly once.
struct Stemmer: ~Copyable {
  private let raw: OpaquePointer

  /// Makes a stemmer for `language`, as Xapian names it, such as `en` or `english`.
  init(language: String) throws(UnknownLanguage) {
    var created: OpaquePointer?
    guard xsh_stemmer_create(language, &created, nil) == .ok, let created else {
      throw UnknownLanguage(language: language)
    }
    raw = created
  }

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

  deinit { xsh_stemmer_destroy(raw) }
}
