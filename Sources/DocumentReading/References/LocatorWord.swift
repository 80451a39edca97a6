// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Knows the words that say where in a source something stands: `p. 5`, `S. 5`, `с. 5`, `第5页`.
enum LocatorWord {
  private static let words: Set<String> = [
    "p", "pp", "pg", "page", "pages", "ch", "chap", "chapter", "sec", "sect", "section", "fig",
    "figs", "figure", "table", "vol", "no", "note", "fn", "para", "art", "app", "appendix", "eq",
    "line", "lines", "ff", "cor", "corollary", "def", "definition", "ex", "example", "lemma",
    "prop",
    "proposition", "th", "theorem", "thm",
    "s", "seite", "seiten", "bd", "band", "kap", "kapitel", "abb", "abschn", "abschnitt", "anm",
    "nr", "rn", "sp", "bl", "f",
    "с", "стр", "т", "гл", "глава", "л", "рис", "табл", "разд", "п", "ст", "кн", "вып", "ч",
    "pág", "págs", "pag", "pags", "página", "páginas", "cap", "capítulo", "núm", "tomo", "t",
    "párr",
    "art", "lám", "v",
  ]
  private static let longestWord = 24

  /// Reads such a word and the number behind it, or `第5`; leaves `offset` behind the number's first
  /// character.
  static func skip(at offset: inout Int, limit: Int, in utf8: [UInt8]) -> Bool {
    var end = offset
    var word = ""
    while end < limit, end - offset <= longestWord {
      let (scalar, length) = utf8.scalar(at: end)
      guard scalar.properties.isAlphabetic || scalar == "§" else { break }
      word.unicodeScalars.append(scalar)
      end += length
    }
    guard
      words.contains(word.lowercased()) || word == "第" || word == "页" || word == "頁"
        || !word.isEmpty && word.allSatisfy({ $0 == "§" })
    else { return false }
    if end < limit, utf8[end] == Byte.dot { end += 1 }
    while end < limit, utf8.scalar(at: end).value.isBlank { end += utf8.scalar(at: end).length }
    // `eq. (3)`
    if end < limit, utf8[end] == UInt8(ascii: "(") { end += 1 }
    guard end < limit else { return false }
    let (first, length) = utf8.scalar(at: end)
    guard
      first.labelDigit != nil || "ivxlcIVXLC".unicodeScalars.contains(first)
        || "一二三四五六七八九十".unicodeScalars.contains(first)
    else { return false }
    offset = end + length
    return true
  }
}
