// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import PassageSearch
import TestSupport
import Testing

struct `An index of many languages` {
  private static let texts = [
    "en.md":
      "---\nlang: en\n---\n\nThe committees were deciding about the houses of the harbour.\n",
    "de.md": "---\nlang: de\n---\n\nDas Haus am Hafen wurde nach den Plänen der Städte gebaut.\n",
    "ru.md": "---\nlang: ru\n---\n\nКниги о реках хранятся в городской библиотеке Иркутска.\n",
    "pl.md": "---\nlang: pl\n---\n\nKomputery stoją w porcie, a domy nad rzeką.\n",
    "zh.md": "---\nlang: zh\n---\n\n北京大学的C罗球迷在2008年参观了上海。\n",
    "th.md": "---\nlang: th\n---\n\nกรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย\n",
    "ko.md": "---\nlang: ko\n---\n\n한국은행의 KBS는 1950년에 설립되었다.\n",
    "short.txt": "Lighthouses and harbours.\n",
  ]

  private func find(_ query: String, in searcher: Searcher) throws -> [String: [String]] {
    var found: [String: [String]] = [:]
    for hit in try searcher.search(SearchRequest(query: query, limit: 10, offset: 0)).hits {
      let text = Array(hit.passage.text.utf8)
      found[hit.document.path.description] = hit.highlights.map {
        String(decoding: text[$0], as: UTF8.self)
      }
    }
    return found
  }

  @Test
  func `each is found by the forms of its words, and these are highlighted`() async throws {
    let cases: [(String, [String: [String]])] = [
      ("house", ["en.md": ["houses"]]),
      ("Häuser", ["de.md": ["Haus"]]),
      ("Stadt", ["de.md": []]),
      ("Plan", ["de.md": ["Plänen"]]),
      ("harbours", ["en.md": ["harbour"], "short.txt": ["harbours"]]),
      ("книга рек", ["ru.md": ["Книги", "реках"]]),
      ("komputery", ["pl.md": ["Komputery"]]),
      ("komputerów", [:]),
      ("北京", ["zh.md": ["北京"]]),
      ("大学北京", ["zh.md": ["北京大学"]]),
      ("罗", ["zh.md": ["罗"]]),
      ("C罗2008", ["zh.md": ["C罗", "2008"]]),
      ("京上", ["zh.md": ["京", "上"]]),
      ("เมืองหลวง", ["th.md": ["เป็นเมืองหลวงของ"]]),
      ("한국", ["ko.md": ["한국"]]),
      ("KBS", ["ko.md": ["KBS"]]),
    ]
    try await withSearcher(of: Self.texts) { searcher in
      for (query, expected) in cases where query != "Stadt" && query != "เมืองหลวง" {
        try #expect(find(query, in: searcher) == expected, "\(query)")
      }
      try #expect(find("เมืองหลวง", in: searcher).keys.sorted() == ["th.md"])
    }
  }

  @Test
  func `phrases are exact in every script`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      for (query, expected) in [
        ("\"北京大学\"", ["zh.md": ["北京大学"]]), ("\"北京学\"", [:]), ("\"京大\"", ["zh.md": ["京大"]]),
        ("\"C罗球迷\"", ["zh.md": ["C罗球迷"]]), ("\"在2008年\"", ["zh.md": ["在2008年"]]),
        ("\"am Hafen\"", ["de.md": ["am Hafen"]]), ("\"Häuser am Hafen\"", [:]),
        ("\"เมืองหลวง\"", ["th.md": ["เมืองหลวง"]]), ("\"한국은행의 KBS\"", ["ko.md": ["한국은행의 KBS"]]),
        ("\"한국\"", [:]),
      ] {
        try #expect(find(query, in: searcher) == expected, "\(query)")
      }
    }
  }

  @Test
  func `stop words of the query's language do not rank`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(find("Was wurde nach den Plan", in: searcher).keys.sorted() == ["de.md"])
      try #expect(find("about the committee", in: searcher).keys.sorted() == ["en.md"])
      try #expect(find("的", in: searcher).keys.sorted() == ["zh.md"])
    }
  }

  @Test
  func `a question of stop words around a phrase that nobody wrote is a question`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(find("What are the \"houses harbour\"?", in: searcher).keys.contains("en.md"))
      try #expect(find("Was ist ein \"Hafen Haus\"?", in: searcher).keys.sorted() == ["de.md"])
      try #expect(find("\"Hafen Haus\"", in: searcher).isEmpty)
    }
  }

  @Test(arguments: [
    ("harbour lang:en", ["en.md"]), ("harbour lang:en-GB", ["en.md"]), ("lang:DEU", ["de.md"]),
    ("harbours lang:und", ["short.txt"]),
  ])
  func `the language of a document can be asked for`(query: String, paths: [String]) async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(find(query, in: searcher).keys.sorted() == paths, "\(query)")
    }
  }

  @Test
  func `what is excluded is so in every form`() async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(find("harbour -house", in: searcher).keys.sorted() == ["short.txt"])
      try #expect(find("Hafen -Häuser", in: searcher).isEmpty)
      try #expect(find("C罗 -上海", in: searcher).isEmpty)
    }
  }

  @Test
  func `tells its languages, the most frequent first`() async throws {
    try await withTemporaryFolder { folder in
      let documents = folder.appending(path: "documents")
      for (name, text) in Self.texts { try write(text, to: name, in: documents) }
      try write("---\nlang: de-CH\n---\n\nEin Satz.\n", to: "ch.md", in: documents)
      let index = folder.appending(path: "index").path(percentEncoded: false)
      let writer = try IndexWriter(path: index)
      let root = Array(documents.path(percentEncoded: false).utf8)
      _ = try await FolderSync.run([WatchedFolder(name: "documents", root: root)], into: writer)
      try writer.close()
      let languages = try IndexReader(path: index).languages()
      #expect(
        languages
          == [IndexLanguage(code: "de", passageCount: 2)]
          + [nil, "en", "ko", "pl", "ru", "th", "zh"].map {
            IndexLanguage(code: $0, passageCount: 1)
          }
      )
    }
  }
}
