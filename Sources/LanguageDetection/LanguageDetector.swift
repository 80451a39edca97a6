// SPDX-License-Identifier: GPL-3.0-or-later

internal import CLanguageShim
package import PassageModel

/// Tells the language of a document by its text.
package enum LanguageDetector {
  /// Text in fewer bytes of letters than this is not judged: a title can be anything.
  private static let minimumByteCount = 160
  /// The least share of a text, in percent, that must be in the language.
  private static let minimumPercent = 60
  /// How much is read at the beginning, in the middle and at the end: bytes.
  private static let sampleByteCount = 4_096

  /// The language of the document that `passages` are all of; nil where it cannot be told for sure.
  ///
  /// - Parameter passages: in reading order. They hold the text without its reference lists, whose
  ///   titles may be in any language.
  /// - Returns: a code as `LanguageCode` makes them.
  package static func language(of passages: [Passage]) -> String? {
    var text = sample(of: passages)
    let guess = text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { lsh_guess($0.baseAddress, $0.count) }
    }
    guard let code = guess.language, guess.is_reliable != 0,
      guess.percent >= minimumPercent, guess.byte_count >= minimumByteCount
    else { return nil }
    return LanguageCode.primary(of: String(cString: code))
  }

  /// Whole passages from the beginning, the middle and the end.
  private static func sample(of passages: [Passage]) -> String {
    let starts = [0, passages.count / 3, passages.count * 2 / 3, passages.count]
    var sample = ""
    for (start, end) in zip(starts, starts.dropFirst()) {
      var byteCount = 0
      for passage in passages[start..<end] where byteCount < sampleByteCount {
        byteCount += passage.text.utf8.count
        sample += words(of: passage)
        sample += "\n"
      }
    }
    return sample
  }

  /// The text without markers and markup: addresses are in no language.
  private static func words(of passage: Passage) -> String {
    let wordless = passage.wordless
    guard !wordless.isEmpty else { return passage.text }
    var bytes: [UInt8] = []
    let text = Array(passage.text.utf8)
    var start = 0
    for gap in wordless {
      bytes += text[start..<gap.lowerBound]
      start = gap.upperBound
    }
    return String(decoding: bytes + text[start...], as: UTF8.self)
  }
}
