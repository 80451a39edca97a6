// SPDX-License-Identifier: GPL-3.0-or-later

import CXapianShim
import Testing
import TextAnalysis

struct `Words are stemmed` {
  private func stems(_ text: String, _ language: String?) -> [String] {
    Analyzer(language: language).tokens(in: text).filter { $0.kind == .word }.map(\.forms.stem)
  }

  @Test(arguments: [
    ("de", "Häuser walking книги", ["haus", "walking", "книг"]),
    ("de-less", "walking книги", ["walk", "книг"]),
    ("ru", "walking книги", ["walk", "книг"]),
    ("uk", "walking книги", ["walk", "книги"]),
    ("pl", "walking komputery книги", ["walking", "komputery", "книг"]),
    ("zh", "walking книги", ["walk", "книг"]),
    ("fr", "nationales walking", ["national", "walking"]),
    ("fr", "l'homme hommes aujourd'hui qu'elle", ["homm", "homm", "aujourd'hui", "elle"]),
    ("it", "dell’arte l'acqua arte", ["arte", "acqua", "arte"]),
    ("ca", "l'aigua", ["aigu"]),
    ("en", "l'homme d'Artagnan", ["l'homm", "d'artagnan"]),
    ("es", "ciudades", ["ciudad"]),
    ("xx", "walking", ["walking"]),
  ])
  func `in the document's language, or in that of their script`(
    language: String,
    text: String,
    expected: [String]
  ) {
    #expect(stems(text, language == "de-less" ? nil : language) == expected)
  }

  @Test
  func `by every algorithm of the engine, called by its code`() throws {
    let codes = [
      "arabic": "ar", "armenian": "hy", "basque": "eu", "catalan": "ca", "danish": "da",
      "dutch": "nl", "english": "en", "finnish": "fi", "french": "fr", "german": "de",
      "hungarian": "hu", "indonesian": "id", "irish": "ga", "italian": "it", "lithuanian": "lt",
      "nepali": "ne", "norwegian": "no", "portuguese": "pt", "romanian": "ro", "russian": "ru",
      "spanish": "es", "swedish": "sv", "tamil": "ta", "turkish": "tr", "estonian": "et",
      "esperanto": "eo", "greek": "el", "hindi": "hi", "polish": "pl", "serbian": "sr",
      "yiddish": "yi",
    ]
    let variants = [
      "dutch_porter", "earlyenglish", "german2", "kraaij_pohlmann", "lovins", "none", "porter",
    ]
    let words: [String: [String]] = [
      "ar": ["كتابات", "المدرسة"], "hy": ["գրքերը", "քաղաքներ"], "ta": ["புத்தகங்கள்"],
      "ne": ["किताबहरू"], "ru": ["книгами"],
    ]
    let latin = [
      "walking", "hausern", "nationales", "ciudades", "hestene", "kirjoissa", "hazakban",
      "bukunya", "kitaplar", "liburuak", "namai", "carti", "huizen", "teithe",
    ]
    let names = try stemmerNames().filter { !variants.contains($0) }
    #expect(names.count >= 24)
    for name in names {
      let code = try #require(codes[name], "no code for \(name)")
      for word in words[code] ?? latin {
        #expect(stems(word, code) == [try stem(word, name)], "\(name) \(word)")
      }
    }
  }

  private func stemmerNames() throws -> [String] {
    var list: OpaquePointer?
    try #require(xsh_stemmer_languages(&list, nil) == .ok)
    let names = try #require(list)
    defer { xsh_list_destroy(names) }
    var count = 0
    let items = xsh_list_items(names, &count)
    return UnsafeBufferPointer(start: items, count: count).map { String(cString: $0.key) }
  }

  private func stem(_ word: String, _ name: String) throws -> String {
    var raw: OpaquePointer?
    try #require(xsh_stemmer_create(name, &raw, nil) == .ok)
    let stemmer = try #require(raw)
    defer { xsh_stemmer_destroy(stemmer) }
    var stem: UnsafePointer<CChar>?
    var length = 0
    try #require(xsh_stemmer_stem(stemmer, word, word.utf8.count, &stem, &length, nil) == .ok)
    return String(decoding: UnsafeRawBufferPointer(start: stem, count: length), as: UTF8.self)
  }
}
