// SPDX-License-Identifier: GPL-3.0-or-later

internal import CTextShim

/// Finds where sentences end, by the rules of Unicode.
///
/// It cannot be copied, so ICU's iterator is closed exactly once.
///
/// - SeeAlso: UAX #29, section 5.
struct BoundaryFinder: ~Copyable {
  /// Nil where ICU has no rules to give; then a paragraph is one sentence.
  private let raw: OpaquePointer?

  init() {
    var made: OpaquePointer?
    raw = tsh_sentences_create("en", &made) == .ok ? made : nil
  }

  /// The boundaries of `utf8`, its end included, its beginning not: byte offsets in order.
  func boundaries(of utf8: [UInt8]) -> [Int] {
    guard let raw else { return [utf8.count] }
    return utf8.withUnsafeBytes { bytes in
      let text = bytes.assumingMemoryBound(to: CChar.self)
      var offsets: UnsafePointer<UInt32>?
      var count = 0
      guard tsh_sentences_find(raw, text.baseAddress, text.count, &offsets, &count) == .ok else {
        return [utf8.count]
      }
      return UnsafeBufferPointer(start: offsets, count: count).map(Int.init)
    }
  }

  deinit { tsh_sentences_destroy(raw) }
}
