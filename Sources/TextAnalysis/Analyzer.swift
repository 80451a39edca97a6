// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the words of a text and the forms they are compared by.
///
/// The index, the query and the highlighter use this one type, so they cannot disagree. It keeps
/// what it has learned of each spelling; one caller at a time.
package final class Analyzer {
  private let stemmer: Stemmer
  private var classes = CharacterClassTable()
  /// Forms by spelling as written.
  ///
  /// A text repeats its words: looking one up is an order of
  /// magnitude cheaper than folding and stemming it.
  private var known: [String: WordForms] = [:]

  /// Words longer than this are passed over: they are encoded data, no language.
  package static let maximumWordByteCount = 64
  /// How many spellings are kept, some 100 bytes each.
  private static let maximumKnownCount = 60_000
  /// A hyphenated word of more parts than this is a phrase, not a word.
  private static let maximumCompoundPartCount = 4

  /// Makes an analyzer for texts in `language`, as Xapian names it (`en`).
  package init(language: String = "en") throws(UnknownLanguage) {
    stemmer = try Stemmer(language: language)
  }

  /// The words of `text` in reading order; a compound follows the last of its parts.
  ///
  /// - Parameters:
  ///   - text: any text.
  ///   - skipped: stretches that hold no words, such as citation markers: bytes, in order,
  ///     on character boundaries. They take no position, so words on both sides are neighbours.
  /// - Returns: the tokens, their ranges in bytes of `text`.
  /// - Complexity: O(n) in bytes.
  package func tokens(in text: String, skipping skipped: [Range<Int>] = []) -> [Token] {
    var text = text
    return text.withUTF8 { bytes in
      var tokens: [Token] = []
      tokens.reserveCapacity(bytes.count / 6 + 1)
      var position = 0
      var start = 0
      for gap in skipped where gap.lowerBound >= start {
        scan(bytes, in: start..<gap.lowerBound, from: &position, into: &tokens)
        start = gap.upperBound
      }
      scan(bytes, in: start..<bytes.count, from: &position, into: &tokens)
      return tokens
    }
  }

  private func scan(
    _ bytes: UnsafeBufferPointer<UInt8>,
    in range: Range<Int>,
    from position: inout Int,
    into tokens: inout [Token]
  ) {
    var scanner = WordScanner(bytes: bytes, range: range)
    /// Where in `tokens` the hyphenated word being read begins.
    var compoundStart = tokens.count
    while let span = scanner.next(&classes) {
      if !span.isJoinedToPrevious {
        appendCompound(of: compoundStart, in: bytes, to: &tokens)
        compoundStart = tokens.count
      }
      position += 1
      guard let forms = forms(of: span, in: bytes) else { continue }
      tokens.append(Token(range: span.range, position: position, kind: .word, forms: forms))
    }
    appendCompound(of: compoundStart, in: bytes, to: &tokens)
  }

  /// Adds the one-word form of a hyphenated word whose parts are the last tokens.
  private func appendCompound(
    of start: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    to tokens: inout [Token]
  ) {
    let parts = tokens[start...]
    guard let first = parts.first, let last = parts.last,
      (2...Self.maximumCompoundPartCount).contains(parts.count)
    else { return }
    let word = parts.map(\.forms.word).joined()
    // A span of years is no word.
    guard word.utf8.count <= Self.maximumWordByteCount,
      !word.utf8.allSatisfy({ Self.isDigit($0) })
    else { return }
    tokens.append(
      Token(
        range: first.range.lowerBound..<last.range.upperBound,
        position: first.position,
        kind: .compound,
        forms: WordForms(word: word, stem: stem(word))
      )
    )
  }

  private func forms(of span: WordSpan, in bytes: UnsafeBufferPointer<UInt8>) -> WordForms? {
    // Folding can shorten a word (marks, soft hyphens), but not by more than this.
    guard span.range.count <= 4 * Self.maximumWordByteCount else { return nil }
    let written = UnsafeBufferPointer(rebasing: bytes[span.range])
    let key = String(decoding: written, as: UTF8.self)
    if let forms = known[key] { return forms.word.isEmpty ? nil : forms }
    let word = word(of: span, written: written)
    let forms =
      word.isEmpty || word.utf8.count > Self.maximumWordByteCount
      ? WordForms(word: "", stem: "") : WordForms(word: word, stem: stem(word))
    if known.count >= Self.maximumKnownCount { known.removeAll(keepingCapacity: true) }
    known[key] = forms
    return forms.word.isEmpty ? nil : forms
  }

  private func word(of span: WordSpan, written: UnsafeBufferPointer<UInt8>) -> String {
    guard span.isPlainASCII else {
      let folded = Folding.fold(written)
      // What was typographic is plain now (U+FF07), or is made so: one apostrophe, no dots.
      let plain = String(
        String.UnicodeScalarView(
          folded.unicodeScalars.compactMap { scalar in
            switch scalar {
            case "\u{2018}", "\u{2019}", "\u{02BC}": "'"
            case ".": span.isAcronym ? nil : scalar
            case ",": nil
            default: scalar
            }
          }
        )
      )
      return plain
    }
    return String(unsafeUninitializedCapacity: written.count) { output in
      var count = 0
      for byte in written {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): output[count] = byte | 0x20
        case UInt8(ascii: ","): continue
        case UInt8(ascii: ".") where span.isAcronym: continue
        default: output[count] = byte
        }
        count += 1
      }
      return count
    }
  }

  private func stem(_ word: String) -> String {
    // Numbers have no stem, and the algorithms were not made for them.
    word.utf8.contains(where: { Self.isDigit($0) }) ? word : stemmer.stem(word)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
