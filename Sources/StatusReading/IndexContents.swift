// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel
internal import ResultPrinting

/// What an index alone tells.
struct IndexContents {
  let report: IndexReport
  /// The watched folders, by name.
  let folders: [(name: String, path: String)]
  /// How many documents it holds, by the folder's name.
  let documentCounts: [String: Int]
  /// The files that could not be read.
  let failures: [StatusObject.Failure]

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
    var counts: [String: Int] = [:]
    var failures: [StatusObject.Failure] = []
    for record in records {
      if let reason = record.failure {
        failures.append(
          StatusObject.Failure(folder: record.folder, path: record.path, reason: reason)
        )
      } else {
        counts[record.folder, default: 0] += 1
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
}
