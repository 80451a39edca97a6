// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the words of a text and the forms they are compared by.
///
/// The index, the query and the highlighter use this one type, so they cannot disagree. It keeps
/// what it has learned of each spelling; one caller at a time.
package final class Analyzer {
  private let rule: StemmingRule
  private var stemmers = StemmerTable()
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

  /// Makes an analyzer for documents in `language`, a primary subtag of BCP 47 such as `de`; nil
  /// if it is not known.
  ///
  /// Words in the script of the language are stemmed as words of it, or not at all if there is no
  /// stemmer for it; all others as the language that their script is most often used for.
  package init(language: String? = nil) {
    rule = StemmingRule(documentLanguage: language)
  }

  /// The words of `text` in reading order; compounds and pairs follow the last of their parts, pairs
  /// of syllables the word.
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
    /// The character read last, if it is one that is indexed.
    var character: Token?
    while let span = scanner.next(&classes) {
      if !span.isJoinedToPrevious {
        appendCompound(of: compoundStart, to: &tokens)
        compoundStart = tokens.count
      }
      position += 1
      guard let forms = forms(of: span, in: bytes) else {
        character = nil
        continue
      }
      let isWord = span.form == .letters || span.form == .hangul
      let kind = isWord ? Token.Kind.word : .character
      let token = Token(range: span.range, position: position, kind: kind, forms: forms)
      tokens.append(token)
      if span.form == .hangul { appendSyllablePairs(of: token, in: bytes, to: &tokens) }
      if span.form == .nextCharacter, let character {
        appendPair(of: character, token, to: &tokens)
      }
      character = isWord ? nil : token
    }
    appendCompound(of: compoundStart, to: &tokens)
  }

  private func appendPair(of first: Token, _ second: Token, to tokens: inout [Token]) {
    let word = first.forms.word + second.forms.word
    tokens.append(
      Token(
        range: first.range.lowerBound..<second.range.upperBound,
        position: first.position,
        kind: .pair,
        forms: WordForms(word: word, stem: word)
      )
    )
  }

  /// Adds the pairs of neighbouring syllables in a Korean word.
  ///
  /// Particles and endings are written onto words, and so are words onto words. A word of two
  /// syllables is the pair itself.
  private func appendSyllablePairs(
    of token: Token,
    in bytes: UnsafeBufferPointer<UInt8>,
    to tokens: inout [Token]
  ) {
    let written = String(decoding: bytes[token.range], as: UTF8.self)
    let syllables = HangulSyllables.ranges(of: written[...])
    guard syllables.count > 2 else { return }
    let start = token.range.lowerBound
    let folded = syllables.map { syllable in
      let range = start + syllable.lowerBound..<start + syllable.upperBound
      return Folding.fold(UnsafeBufferPointer(rebasing: bytes[range]))
    }
    for (first, second) in zip(syllables.indices, syllables.indices.dropFirst())
    // A filler folds to nothing.
    where !folded[first].isEmpty && !folded[second].isEmpty {
      let word = folded[first] + folded[second]
      tokens.append(
        Token(
          range: start + syllables[first].lowerBound..<start + syllables[second].upperBound,
          position: token.position,
          kind: .pair,
          forms: WordForms(word: word, stem: word)
        )
      )
    }
  }

  /// Adds the one-word form of a hyphenated word whose parts are the last tokens.
  private func appendCompound(of start: Int, to tokens: inout [Token]) {
    guard tokens.count - start > 1 else { return }
    let parts = tokens[start...].filter { $0.kind == .word }
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
        forms: WordForms(word: word, stem: stemmers.stem(word, by: rule))
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
      ? WordForms(word: "", stem: "") : WordForms(word: word, stem: stemmers.stem(word, by: rule))
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

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
