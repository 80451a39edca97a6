// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// What proves a quotation later, on one line: `cited 2026-11-30; sha256:…; look-alike 0.31`.
package struct CitationStamp: Hashable, Sendable {
  /// The day on which it was cited: `YYYY-MM-DD`.
  package let day: String?
  /// The digest of the document's file: `sha256:` and 64 hexadecimal digits.
  package let digest: String?
  /// How like it the likest other text was, in hundredths, rounded up: a proof may be too careful,
  /// but not too bold.
  package let lookalikeHundredths: Int?

  /// Makes a stamp of what is known of a quotation; nil if nothing is.
  package init?(day: String?, digest: String?, lookalike: Double?) {
    guard day != nil || digest != nil || lookalike != nil else { return nil }
    self.day = day
    self.digest = digest
    lookalikeHundredths = lookalike.map { value in
      // What was rounded once has to stay what it is.
      value.isNaN ? 100 : Int((min(max(value, 0), 1) * 100 - 1e-6).rounded(.up))
    }
  }

  /// How like it the likest other text was, from 0 to 1.
  package var lookalike: Double? { lookalikeHundredths.map { Double($0) / 100 } }
}

extension CitationStamp: CustomStringConvertible {
  /// The stamp as it is written.
  package var description: String {
    let lookalike = lookalikeHundredths.map { hundredths in
      "look-alike \(hundredths / 100).\(hundredths % 100 / 10)\(hundredths % 10)"
    }
    return [day.map { "cited \($0)" }, digest, lookalike].compactMap(\.self).joined(separator: "; ")
  }
}
