// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import ResultPrinting

/// What an index alone tells.
struct IndexContents {
  let report: IndexReport
  /// The watched folders, by name.
  let folders: [(name: String, path: String)]
  /// The files that could not be read.
  let failures: [RefusedFile]
  /// How many documents it holds, by the bytes of the folder's name.
  private let documentCounts: [[UInt8]: Int]

  /// Reads all of it in one revision.
  ///
  /// - Complexity: O(n) in documents; each record is read.
  init(ofIndexAt path: String) throws {
    self = try IndexReader.withNewestRevision(of: path) { reader in
      try IndexContents(reader, try IndexFootprint(ofIndexAt: path))
    }
  }

  private init(_ reader: IndexReader, _ footprint: IndexFootprint) throws(IndexError) {
    let records = try reader.documents()
    var counts: [[UInt8]: Int] = [:]
    var failures: [RefusedFile] = []
    for record in records {
      if let reason = record.failure {
        failures.append(
          RefusedFile(folder: record.folder, path: record.path, reason: reason)
        )
      } else {
        counts[Array(record.folder.utf8), default: 0] += 1
      }
    }
    folders = try reader.folders()
      .map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
      .sorted { $0.0 < $1.0 }
    documentCounts = counts
    self.failures = failures
    report = IndexReport(
      format: IndexSchema.version,
      revision: reader.revision,
      isComplete: reader.isComplete,
      byteCount: footprint.byteCount,
      written: footprint.written,
      documentCount: records.count - failures.count,
      passageCount: reader.passageCount,
      refusedCount: failures.count
    )
  }

  /// How many documents of the folder with this name it holds.
  func documentCount(ofFolder name: String) -> Int { documentCounts[Array(name.utf8)] ?? 0 }
}
