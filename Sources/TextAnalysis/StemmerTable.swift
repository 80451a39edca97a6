// SPDX-License-Identifier: GPL-3.0-or-later

/// Stems words by the rules of documents; each stemmer is made when it is first asked for.
struct StemmerTable {
  private var stemmers: [String: Stemmer] = [:]

  /// The stem of `word`, which is folded, in a document that follows `rule`.
  mutating func stem(_ word: String, by rule: StemmingRule) -> String {
    // Numbers have no stem, and the algorithms were not made for them.
    guard !word.utf8.contains(where: { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let language = rule.language(for: Script(of: word))
    else { return word }
    let whole = String(Elision.removed(from: word, in: language))
    if let stemmer = stemmers[language] { return stemmer.stem(whole) }
    guard let stemmer = Stemmer(language: language) else { return word }
    stemmers[language] = stemmer
    return stemmer.stem(whole)
  }
}
