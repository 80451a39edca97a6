// SPDX-License-Identifier: GPL-3.0-or-later

/// A language that passages of an index are in.
package struct IndexLanguage: Hashable, Sendable {
  /// The primary subtag of BCP 47; nil for the passages of which it is not known.
  package let code: String?
  /// How many passages are in it.
  package let passageCount: Int

  /// Makes a language of an index.
  package init(code: String?, passageCount: Int) {
    self.code = code
    self.passageCount = passageCount
  }
}

extension IndexReader {
  /// The languages that its passages are in, those of most passages first.
  package func languages() throws(IndexError) -> [IndexLanguage] {
    let prefix = IndexSchema.language.prefix
    var languages: [IndexLanguage] = []
    for (term, count) in try terms(prefix: prefix, limit: .max) {
      languages.append(
        IndexLanguage(code: String(term.dropFirst(prefix.count)), passageCount: count)
      )
    }
    let unknownCount = passageCount - languages.reduce(0) { $0 + $1.passageCount }
    if unknownCount > 0 {
      languages.append(IndexLanguage(code: nil, passageCount: unknownCount))
    }
    return languages.sorted {
      ($1.passageCount, $0.code ?? "") < ($0.passageCount, $1.code ?? "")
    }
  }
}
