// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import PassageSearch
import TestSupport
import Testing

struct `A suggestion` {
  private static let texts = [
    "a.md": "# Treaty of Tilsit\n\nPeaceful coexistence was the policy of Khrushchev in 1956.\n",
    "b.md": "# Fishing\n\nThe policy of the peaceful perch; a policeman. A détente.\n",
    "c.md": "# Мир\n\nМирное сосуществование было политикой Хрущёва.\n",
    "d.md": "# 和平\n\n和平共处是一项政策。\n",
    "e.md": "# Harbours\n\nThe harbour at Lushun; form, form, form. From the NATO pier.\n",
  ]

  @Test(arguments: [
    ("coexistense", "coexistence"),
    ("paeceful coexystence", "peaceful coexistence"),
    ("ploicy", "policy"),
    ("Krushchev's policy", "Khrushchev's policy"),
    ("Krushchev’s policy", "Khrushchev’s policy"),
    ("KHRUSCHEV", "KHRUSHCHEV"),
    ("Cohexixtence", "Coexistence"),
    ("haarbuor pier", "harbour pier"),
    ("détemte", "detente"),
    ("xeaceful", "peaceful"),
    ("who spoke of \"peaceful coexistense\" then", "who spoke of \"peaceful coexistence\" then"),
    ("“Paeceful coexistence”", "“Peaceful coexistence”"),
    ("+coexistense -perch", "+coexistence -perch"),
    ("(harbour OR pollicy) AND peaceful", "(harbour OR policy) AND peaceful"),
    ("peaceful NEAR/3 coexistense", "peaceful NEAR/3 coexistence"),
    ("title:fishin policy", "title:fishing policy"),
    ("title:\"treaty of tilsitt\"", "title:\"treaty of tilsit\""),
    ("сосуществавание", "сосуществование"),
    ("политика Хрушёва", "политика Хрущёва"),
  ])
  func `is offered for a word that stands nowhere`(typed: String, meant: String) async throws {
    try await withSearcher(of: Self.texts) { searcher in
      let page = try searcher.search(SearchRequest(query: typed))
      #expect(page.suggestion == meant)
      try #expect(!searcher.search(SearchRequest(query: meant)).hits.isEmpty)
    }
  }

  @Test(arguments: [
    "coexistence", "policies", "form", "Tilsit", "zzyzx", "1957", "pe4ceful", "MATO pier", "pir",
    "poli*", "ploi*y", "path:fishin", "type:mb", "lang:eb", "author:Krushchev policy",
    "policy of Cohexixtence", "policy -coexistense", "和平共外", "和平攻处", "co-existence", "x policy",
    "title:policemen",
    "\"peaceful pollicy coexistence\"", "+harbour +coexistense",
  ])
  func `is not offered for what is right or might be`(typed: String) async throws {
    try await withSearcher(of: Self.texts) { searcher in
      try #expect(searcher.search(SearchRequest(query: typed)).suggestion == nil)
    }
  }

  @Test
  func `of words that are equally near the frequent one is meant`() async throws {
    let texts = [
      "a.txt": "a candle", "b.txt": "the handle", "c.txt": "a handle", "d.txt": "bundle",
    ]
    try await withSearcher(of: texts) { searcher in
      try #expect(searcher.search(SearchRequest(query: "andle")).suggestion == "handle")
      // The first letter is rarely wrong.
      try #expect(searcher.search(SearchRequest(query: "bandle")).suggestion == "bundle")
    }
  }

  @Test
  func `is no word of a document that is gone`() async throws {
    try await withTemporaryFolder { folder in
      let documents = folder.appending(path: "documents")
      try write("A marmot.", to: "a.txt", in: documents)
      try write("A parrot.", to: "b.txt", in: documents)
      let index = folder.appending(path: "index").path(percentEncoded: false)
      let writer = try IndexWriter(path: index)
      let root = Array(documents.path(percentEncoded: false).utf8)
      let watched = [WatchedFolder(name: "documents", root: root)]
      _ = try await FolderSync.run(watched, into: writer)
      try FileManager.default.removeItem(at: documents.appending(path: "a.txt"))
      _ = try await FolderSync.run(watched, into: writer)
      try writer.close()
      let searcher = Searcher(indexPath: index)
      try #expect(searcher.search(SearchRequest(query: "marmut")).suggestion == nil)
      try #expect(searcher.search(SearchRequest(query: "parrott")).suggestion == "parrot")
    }
  }
}
