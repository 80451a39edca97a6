// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageSearch
import TestSupport
import Testing

/// Lends a searcher over an index of the texts given by file name.
func withSearcher(
  of texts: [String: String],
  _ body: (Searcher) async throws -> Void
) async throws {
  try await withTemporaryFolder { folder in
    let documents = folder.appending(path: "documents")
    for (name, text) in texts { try write(text, to: name, in: documents) }
    let index = folder.appending(path: "index").path(percentEncoded: false)
    let writer = try IndexWriter(path: index)
    let root = Array(documents.path(percentEncoded: false).utf8)
    _ = try await FolderSync.run([WatchedFolder(name: "documents", root: root)], into: writer)
    try writer.close()
    try #expect(IndexCheck.run(path: index).isEmpty)
    try await body(Searcher(indexPath: index))
  }
}
