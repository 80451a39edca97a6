// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes off what a word was run together with in front: `l'homme` is a form of `homme`.
enum Elision {
  /// Takes off an elided article, pronoun or conjunction.
  ///
  /// - Parameters:
  ///   - word: a folded word, its apostrophes straight.
  ///   - language: a primary subtag of BCP 47.
  /// - Returns: what is left; `word` itself where there is none of `language`, or nothing else.
  static func removed(from word: String, in language: String) -> Substring {
    guard let apostrophe = word.utf8.firstIndex(of: UInt8(ascii: "'")),
      let forms = forms[language], forms.contains(String(word[..<apostrophe]))
    else { return word[...] }
    let rest = word[word.index(after: apostrophe)...]
    return rest.isEmpty ? word[...] : rest
  }

  private static let forms: [String: Set<String>] = [
    "ca": ["d", "l", "m", "n", "s", "t"],
    "fr": [
      "c", "d", "j", "jusqu", "l", "lorsqu", "m", "n", "puisqu", "qu", "quoiqu", "s", "t",
    ],
    "it": [
      "agl", "all", "c", "coll", "d", "dagl", "dall", "degl", "dell", "gl", "l", "m", "negl",
      "nell", "pell", "quell", "quest", "s", "sant", "sugl", "sull", "t", "un", "v",
    ],
  ]
}
