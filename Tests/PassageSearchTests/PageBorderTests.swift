// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import PassageSearch
import SearchInvariants
import TestSupport
import Testing

/// Pages at the border of what is looked at more closely, which is behind the 50th hit.
struct `Pages at the border of what is looked at closely` {
  private static let queries = [
    "word other", "\"word number\"", "wor*", "word NEAR/3 number", "type:txt", "-nowhere",
    "word -nine", "word OR nowhere", "+word three", "\"word\" three -nine",
    "title:nowhere OR word*",
  ]

  @Test
  func `fit together, whatever their size`() async throws {
    try await withTemporaryFolder { folder in
      let documents = folder.appending(path: "documents")
      var random = SeededGenerator(seed: 11)
      let others = ["three", "nine", "other", "words", "again"]
      for number in 0..<130 {
        let rest = (0..<Int.random(in: 0...9, using: &random))
          .map { _ in others.randomElement(using: &random) ?? "" }.joined(separator: " ")
        try write("A word number \(number) \(rest).", to: "\(number).txt", in: documents)
      }
      let index = folder.appending(path: "index").path(percentEncoded: false)
      let writer = try IndexWriter(path: index)
      let root = Array(documents.path(percentEncoded: false).utf8)
      _ = try await FolderSync.run([WatchedFolder(name: "documents", root: root)], into: writer)
      try writer.close()
      let searcher = Searcher(indexPath: index)
      for query in Self.queries {
        let all = try PageWalk(query, in: searcher) { _ in 500 }
        #expect(all.hits.count > 51 && all.faults == [], "\(query)")
        for size in [1, 7, 49, 50, 51, 100] {
          let paged = try PageWalk(query, in: searcher) { _ in size }
          #expect(paged.hits.map(\.anchor) == all.hits.map(\.anchor), "\(query) by \(size)")
          #expect(paged.hits.map(\.weight) == all.hits.map(\.weight), "\(query) by \(size)")
          #expect(paged.faults == [], "\(query) by \(size)")
        }
      }
    }
  }
}
