// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Finds out in which encoding a text is written that is no UTF-8 and does not say.
///
/// ICU's detector knows which bytes are frequent in which languages; short texts deceive it. So its
/// guesses are tried, and what comes out is looked at: text in a wrong encoding looks strange.
enum LegacyEncoding {
  /// ICU looks at no more.
  private static let sampleByteCount = 8_000
  /// A larger share of the letters beyond ASCII than this looks strange, in percent: not text.
  private static let toleratedStrangePercent = 15

  /// Encodings under the names of those that hold them: web and mail call the larger by the
  /// smaller's name.
  ///
  /// - SeeAlso: the WHATWG's Encoding Standard, section 4.2.
  private static let supersets = [
    "ISO-8859-1": "windows-1252", "ISO-8859-9": "windows-1254", "ISO-8859-8-I": "windows-1255",
    "ISO-8859-8": "windows-1255", "EUC-KR": "windows-949",
  ]
  /// Which encodings share their letters, so that ICU's word for one speaks for the others; tried
  /// also where it names none of them, as it does of short texts.
  private static let families = [
    ["windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "x-mac-cyrillic"],
    ["windows-1252", "windows-1250", "ISO-8859-2"],
    ["GB18030"], ["Big5"],
  ]

  /// The text; nil where no encoding fits.
  static func decode(_ bytes: [UInt8]) -> DecodedText? {
    let sample = sample(of: bytes)
    var best: (encoding: String, score: Int)?
    for guess in candidates(for: sample) {
      guard let text = Charset.decode(sample[...], as: guess.encoding) else { continue }
      let strange = Strangeness.percent(of: text.utf8)
      guard strange <= toleratedStrangePercent else { continue }
      let score = guess.confidence - 4 * strange
      if best.map({ $0.score < score }) ?? true { best = (guess.encoding, score) }
    }
    guard let best, let text = Charset.decode(bytes[...], as: best.encoding),
      text.isSound(ofByteCount: bytes.count)
    else { return nil }
    return text
  }

  /// The text if it is Japanese in seven bits, which ASCII cannot be told from but by its escapes.
  static func decodeEscaped(_ bytes: [UInt8]) -> DecodedText? {
    guard let escape = bytes.firstIndex(of: 0x1B) else { return nil }
    // `ESC $ B` and `ESC $ @` begin two-byte characters; terminals use none like them.
    let opening = bytes[escape...].prefix(3)
    guard opening.elementsEqual("\u{1B}$B".utf8) || opening.elementsEqual("\u{1B}$@".utf8),
      let text = Charset.decode(bytes[...], as: "ISO-2022-JP"),
      text.isSound(ofByteCount: bytes.count)
    else { return nil }
    return text
  }

  private static func candidates(for sample: [UInt8]) -> [Charset.Guess] {
    var candidates = Charset.guesses(for: sample).compactMap { guess -> Charset.Guess? in
      // EBCDIC and what a byte-order mark would have told.
      guard !guess.encoding.hasPrefix("IBM"), !guess.encoding.hasPrefix("UTF-") else { return nil }
      return Charset.Guess(
        encoding: supersets[guess.encoding] ?? guess.encoding,
        confidence: guess.confidence
      )
    }
    for family in families {
      let known = candidates.filter { family.contains($0.encoding) }
      let confidence = known.map(\.confidence).max() ?? 0
      for encoding in family where !known.contains(where: { $0.encoding == encoding }) {
        candidates.append(Charset.Guess(encoding: encoding, confidence: confidence - 1))
      }
    }
    return candidates
  }

  /// The first lines that hold more than ASCII: an English header tells nothing of the rest.
  private static func sample(of bytes: [UInt8]) -> [UInt8] {
    var sample: [UInt8] = []
    var start = 0
    while start < bytes.count, sample.count < sampleByteCount {
      let end =
        bytes[start...].firstIndex { $0 == Byte.lineFeed || $0 == Byte.carriageReturn }
        .map { $0 + 1 } ?? bytes.count
      let line = bytes[start..<end]
      if line.contains(where: { $0 >= 0x80 || $0 == 0x1B }) {
        sample += line.prefix(sampleByteCount - sample.count)
      }
      start = end
    }
    return sample
  }
}
