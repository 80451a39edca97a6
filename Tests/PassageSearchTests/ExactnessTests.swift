// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageSearch
import SearchInvariants
import TestSupport
import Testing

/// What a search returns, beside a plain scan of all passages of the sample documents.
struct `Answers equal a plain scan` {
  @Test
  func `of phrases, wildcards, words, fields and trees of all of them`() async throws {
    try await withTemporaryFolder { folder in
      let samples = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")
      let index = folder.appending(path: "index").path(percentEncoded: false)
      let writer = try IndexWriter(path: index)
      let root = Array(samples.path(percentEncoded: false).utf8)
      _ = try await FolderSync.run([WatchedFolder(name: "samples", root: root)], into: writer)
      try writer.close()
      var proof = ExactnessProof(
        try PassageScan(indexPath: index),
        Searcher(indexPath: index),
        random: SeededGenerator(seed: 7)
      )
      for kind in QuerySource<SeededGenerator>.PhraseKind.allCases {
        let outcome = try proof.phrases(kind, count: 5)
        #expect(outcome.faults == [], "\(kind)")
        #expect(outcome.queryCount > 1 && outcome.hitCount >= outcome.queryCount, "\(kind)")
      }
      let others = [
        try proof.wildcards(count: 8), try proof.words(count: 5), try proof.fields(count: 12),
        try proof.trees(count: 25, depth: 4),
      ]
      for outcome in others {
        #expect(outcome.faults == [])
        #expect(outcome.hitCount > outcome.queryCount && outcome.markedCount > 10)
      }
    }
  }
}
