// SPDX-License-Identifier: GPL-3.0-or-later

import TestSupport
import Testing
import TextAnalysis

private let languages: [String?] = [
  nil, "ar", "ca", "cs", "da", "de", "en", "es", "eu", "fi", "fr", "ga", "hu", "hy", "id", "it",
  "ja", "ko", "lt", "ne", "nl", "no", "pl", "pt", "ro", "ru", "sv", "ta", "th", "tr", "uk", "zh",
]

struct `Queries to an index of many languages` {
  @Test(arguments: [
    ([nil, "en", "zh", "ru"], "houses книги", [["hous"], ["книг"]]),
    (["en", "de"], "Häuser", [["hauser", "haus"]]),
    (["de", "en"], "Häuser", [["haus", "hauser"]]),
    (["pl"], "walking", [["walking"]]),
    (["en", "de"], "1956", [["1956"]]),
    ([], "walking", [["walk"]]),
  ])
  func `each word has the stems of all of them, once`(
    languages: [String?],
    text: String,
    expected: [[String]]
  ) {
    #expect(QueryAnalyzer(languages: languages).tokens(in: text).map(\.stems) == expected)
  }

  @Test
  func `stems of a phrase do not mix languages`() {
    let analyzer = QueryAnalyzer(languages: ["en", "de", "zh", nil])
    let tokens = analyzer.tokens(in: "große Häuser")
    #expect(
      QueryAnalyzer.stemSequences(of: tokens) == [["gross", "hauser"], ["gross", "haus"]]
    )
    #expect(
      QueryAnalyzer.stemSequences(of: analyzer.tokens(in: "Lake Baikal")) == [
        ["lake", "baikal"], ["lak", "baikal"],
      ]
    )
    #expect(QueryAnalyzer.stemSequences(of: [QueryToken]()).isEmpty)
  }

  @Test(arguments: [
    (["en", "de"], "Was wurde in der Stadt gebaut?", ["was", "wurde", "in", "der"]),
    (["en", "de"], "What was built in the city?", ["what", "was", "in", "the"]),
    (["de"], "What was built in the city?", ["was", "in"]),
    (["ru", "en"], "Где находится озеро и что это", ["где", "и", "что", "это"]),
    (["zh"], "the city", ["the"]),
    ([nil], "the city", ["the"]),
    (["pl", "en"], "the city", ["the"]),
    (["zh", "en"], "北京是什么", ["是", "京是", "是什", "么", "什么"]),
    (["sv", "fr"], "où est la maison", ["ou", "est", "la"]),
  ])
  func `stop words are those of the language that covers most of a query`(
    languages: [String?],
    text: String,
    expected: [String]
  ) {
    let analyzer = QueryAnalyzer(languages: languages)
    let tokens = analyzer.tokens(in: text)
    let stopWords = analyzer.stopWords(for: tokens)
    #expect(tokens.filter { stopWords.contains($0) }.map(\.word) == expected)
  }

  @Test
  func `stop words are written as the analyzer writes words`() {
    for language in ["da", "de", "en", "es", "fi", "fr", "it", "nl", "no", "pt", "ru", "sv"] {
      let analyzer = QueryAnalyzer(languages: [language])
      for word in analyzer.stopWords(for: []).words {
        #expect(analyzer.tokens(in: word).map(\.word) == [word], "\(language)")
      }
    }
  }

  @Test(arguments: languages)
  func `any word of a document is found by what its own analyzer made of it`(
    language: String?
  ) throws {
    let document = Analyzer(language: language)
    let query = QueryAnalyzer(languages: languages.shuffled())
    let alone = QueryAnalyzer(languages: [language])
    var random = SeededGenerator(seed: UInt64(languages.firstIndex(of: language) ?? 0))
    for text in (0..<40).map({ _ in randomText(using: &random) }) + [polyglot] {
      let bytes = Array(text.utf8)
      for token in document.tokens(in: text) {
        let written = String(decoding: bytes[token.range], as: UTF8.self)
        // A pair or compound is found beside its parts.
        let found = query.tokens(in: written).filter { $0.word == token.forms.word }
        #expect(
          found.contains { $0.stems.contains(token.forms.stem) },
          "\(written.debugDescription)"
        )
        let own = alone.tokens(in: written).filter { $0.word == token.forms.word }
        #expect(own.contains { $0.stems == [token.forms.stem] }, "\(written.debugDescription)")
      }
    }
  }
}

/// Words of many languages.
private let polyglot = """
  The committees were deciding; die Häuser der Städte wurden größer; les élections législatives \
  nationales; las ciudades más antiguas; le città più belle; as regiões; de steden; städerna; \
  byerne; kaupungeissa; városokban; şehirlerde; orașele; miestuose; bandaraya; hiriak; cathracha; \
  komputery wszystkich krajów; книги и реки; держави; المدارس والكتب; քաղաքները; நகரங்கள்; \
  शहरहरू; 城市建设在2008年開始; 東京タワーへ; 한국은행의; กรุงเทพ; ខេត្ត; မြို့
  """
