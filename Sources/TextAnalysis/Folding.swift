// SPDX-License-Identifier: GPL-3.0-or-later

internal import CTextShim

/// Folds case, compatibility forms and the diacritics of Latin letters.
///
/// - SeeAlso: Unicode Standard section 3.13 (NFKC_Casefold); what is added to it stands in
///   `CShim/Text`.
enum Folding {
  /// The folded form of `utf8`, a single word.
  static func fold(_ utf8: UnsafeBufferPointer<UInt8>) -> String {
    var capacity = utf8.count * 3 + 16
    while true {
      var needed = 0
      var status = tsh_status_t.ok
      let folded = String(unsafeUninitializedCapacity: capacity) { output in
        utf8.withMemoryRebound(to: CChar.self) { input in
          output.withMemoryRebound(to: CChar.self) { output in
            status = tsh_fold(
              input.baseAddress,
              input.count,
              output.baseAddress,
              output.count,
              &needed
            )
          }
        }
        return status == .ok ? needed : 0
      }
      // Only a word that grows more than threefold comes here twice.
      guard status == .bufferTooSmall, needed > capacity else { return folded }
      capacity = needed
    }
  }
}
