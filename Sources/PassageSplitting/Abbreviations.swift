// SPDX-License-Identifier: GPL-3.0-or-later

/// Knows full stops that end no sentence, where Unicode's rules see only "full stop, space,
/// capital letter".
enum Abbreviations {
  /// Always followed by what they belong to.
  private static let before: Set<String> = [
    "adm", "al", "approx", "bros", "ca", "capt", "cf", "cmdr", "col", "dr", "e.g", "ed", "eds",
    "eq", "esp", "fig", "figs", "ft", "gen", "gov", "hon", "i.e", "lt", "maj", "messrs", "mme",
    "mr", "mrs", "ms", "mt", "pp", "pres", "prof", "rep", "rev", "sen", "sgt", "st", "viz", "vol",
    "vols", "vs", "bzw", "nr", "z.b", "т.е", "г", "им", "ул", "проф",
  ]

  /// Followed by a number they end no sentence.
  private static let beforeNumber: Set<String> = [
    "art", "ch", "chap", "no", "nos", "p", "para", "sec", "sect", "apr", "aug", "dec", "feb",
    "jan", "jul", "jun", "mar", "nov", "oct", "sep", "sept",
  ]

  /// May end a sentence, or stand amid a name: then the next word decides.
  private static let amidNames: Set<String> = ["co", "corp", "inc", "jr", "ltd", "sr"]

  /// Words that begin a sentence where a name would go on with another.
  private static let openers: Set<String> = [
    "a", "after", "all", "although", "an", "and", "as", "at", "because", "before", "but", "by",
    "during", "each", "for", "from", "he", "her", "his", "how", "however", "i", "if", "in", "it",
    "its", "many", "most", "no", "not", "of", "on", "one", "or", "our", "she", "since", "so",
    "some", "such", "that", "the", "their", "then", "there", "these", "they", "this", "those",
    "though", "through", "to", "under", "until", "we", "what", "when", "where", "which", "while",
    "who", "why", "with", "yet", "you",
  ]

  /// Whether the sentence before a boundary goes on behind it.
  static func continueSentence(at boundary: Int, in text: [UInt8]) -> Bool {
    var end = boundary
    while end > 0, text[end - 1] == UInt8(ascii: " ") { end -= 1 }
    // Line feeds that were left are ends in any case.
    guard end > 0, end < boundary, text[end - 1] == UInt8(ascii: ".") else { return false }
    let word = wordBefore(end - 1, in: text)
    let next = wordAfter(boundary, in: text)
    guard !word.isEmpty, let first = next.unicodeScalars.first else { return false }
    let lowered = word.lowercased()
    if self.before.contains(lowered) { return true }
    if first.properties.numericType != nil { return beforeNumber.contains(lowered) }
    guard isInitials(word) || amidNames.contains(lowered) else { return false }
    return !openers.contains(next.lowercased())
  }

  /// Whether it is one capital letter, or several with full stops between: `J`, `U.S`.
  private static func isInitials(_ word: String) -> Bool {
    word != "I"
      && word.split(separator: ".", omittingEmptySubsequences: false).allSatisfy {
        $0.count == 1 && $0.allSatisfy(\.isUppercase)
      }
  }

  /// The letters and full stops right before `end`.
  private static func wordBefore(_ end: Int, in text: [UInt8]) -> String {
    var start = end
    while start > max(0, end - 16), isWordByte(text[start - 1]) || text[start - 1] == 0x2E {
      start -= 1
    }
    return String(decoding: text[start..<end], as: UTF8.self)
  }

  /// The letters or digits that follow `start`, without what opens a quotation.
  private static func wordAfter(_ start: Int, in text: [UInt8]) -> String {
    let word = text[start...].prefix(32).drop { !isWordByte($0) }.prefix(while: isWordByte)
    return String(decoding: word, as: UTF8.self)
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
  }
}
