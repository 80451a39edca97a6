// SPDX-License-Identifier: GPL-3.0-or-later

/// Which language the words of one document are stemmed in, by their scripts.
///
/// A word in the script of the document's language is a word of that language; any other is one of
/// the language that its script is most often used for. Documents of many languages follow the same
/// rule: all in English, in Russian, in Chinese, and those of which nothing is known.
struct StemmingRule: Hashable {
  /// The script that is treated otherwise than the default says; nil if none is.
  private let script: Script?
  /// What the words of `script` are stemmed in; nil if they are not stemmed.
  private let language: String?

  /// The rule for documents in `language`, a primary subtag of BCP 47; nil if it is not known.
  init(documentLanguage: String?) {
    let script = documentLanguage.map { Script(ofLanguage: $0) }
    let language = documentLanguage.flatMap { Stemmer.hasAlgorithm(for: $0) ? $0 : nil }
    let isDefault = script == nil || script == .other || language == Self.defaultLanguage(script)
    self.script = isDefault ? nil : script
    self.language = isDefault ? nil : language
  }

  /// The language whose stemmer a word in `script` gets; nil for none.
  func language(for script: Script) -> String? {
    script == self.script ? language : Self.defaultLanguage(script)
  }

  private static func defaultLanguage(_ script: Script?) -> String? {
    guard let language = script?.defaultLanguage, Stemmer.hasAlgorithm(for: language) else {
      return nil
    }
    return language
  }
}
