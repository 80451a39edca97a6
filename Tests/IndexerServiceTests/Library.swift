// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexExport
import IndexerService
import PassageIndex
import TestSupport
import Testing

/// A folder of documents and an index of it, both in a temporary place.
struct Library {
  let documents: URL
  let index: URL

  init(in folder: URL, index name: String = "index") throws {
    documents = folder.appending(path: "documents")
    index = folder.appending(path: name)
    try FileManager.default.createDirectory(at: documents, withIntermediateDirectories: true)
  }

  var indexPath: String { index.path(percentEncoded: false) }

  @discardableResult
  func sync(
    _ options: SyncOptions = SyncOptions(),
    language: String? = nil
  ) async throws -> SyncReport {
    let writer = try IndexWriter(path: indexPath)
    let root = documents.path(percentEncoded: false)
    let report = try await FolderSync.run(
      [WatchedFolder(name: "documents", root: Array(root.utf8), language: language)],
      into: writer,
      options: options
    )
    try writer.close()
    return report
  }

  /// Syncs until a later change of any file would be sure to show.
  func syncUntilSettled(language: String? = nil) async throws -> [DocumentRecord] {
    while true {
      try await sync(language: language)
      let records = try records()
      if records.allSatisfy(\.checkpoint.isSettled) { return records }
    }
  }

  func export() throws -> [String] {
    var lines: [String] = []
    try IndexExport.lines(of: indexPath) { lines.append($0) }
    return lines
  }

  func records() throws -> [DocumentRecord] {
    try IndexReader.withNewestRevision(of: indexPath) { try $0.documents() }
  }

  func remove(_ name: String) throws {
    try FileManager.default.removeItem(at: documents.appending(path: name))
  }

  func move(_ name: String, to other: String) throws {
    let target = documents.appending(path: other)
    try FileManager.default.createDirectory(
      at: target.deletingLastPathComponent(),
      withIntermediateDirectories: true
    )
    try FileManager.default.moveItem(at: documents.appending(path: name), to: target)
  }
}
