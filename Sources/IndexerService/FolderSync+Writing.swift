// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

// The writer's part of a sync.
extension FolderSync {
  /// Takes what became of a file into the index.
  mutating func write(_ document: PreparedDocument) throws {
    report.bytesRead += document.byteCount
    let place = DocumentPlace(folder: document.job.folder, path: document.job.path)
    let old = known[place]
    switch document.content {
    case .gone:
      if let old { gone[old.digest, default: []].append(old) }
    case .known:
      guard var record = old else { break }
      record.checkpoint = document.checkpoint
      try writer.update(record)
      changes?.written.append(record)
      report.sameContent += 1
      note(record)
    case .refused(let reason):
      try refuse(document, reason, replacing: old)
    case .passages(let summary, let passages):
      if old == nil, let moved = takeGone(like: document, as: summary.mediaType) {
        try move(moved, to: document)
      } else {
        try replace(old, with: document, summary, passages)
      }
    }
    try finish(document, replacing: old?.length.bytes ?? 0)
  }

  private mutating func replace(
    _ old: DocumentRecord?,
    with document: PreparedDocument,
    _ summary: DocumentSummary,
    _ passages: [AnalyzedPassage]
  ) throws {
    let record = DocumentRecord(
      number: try old?.number ?? writer.nextDocumentNumber(),
      folder: document.job.folder,
      path: document.job.path,
      checkpoint: document.checkpoint,
      digest: document.digest,
      processing: document.processing,
      mediaType: summary.mediaType.rawValue,
      title: summary.title,
      authors: summary.authors,
      language: summary.language,
      date: summary.date,
      encoding: summary.encoding,
      length: summary.length,
      replacedByteCount: summary.replacedByteCount,
      passageCount: passages.count,
      references: summary.references
    )
    try writer.replace(record, passages: passages)
    changes?.written.append(record)
    note(record)
    if old == nil { report.added += 1 } else { report.updated += 1 }
    report.passagesWritten += passages.count
  }

  private mutating func refuse(
    _ document: PreparedDocument,
    _ reason: String,
    replacing old: DocumentRecord?
  ) throws {
    let record = DocumentRecord(
      number: try old?.number ?? writer.nextDocumentNumber(),
      folder: document.job.folder,
      path: document.job.path,
      checkpoint: document.checkpoint,
      digest: document.digest,
      processing: document.processing,
      failure: reason
    )
    try writer.replace(record, passages: [])
    changes?.written.append(record)
    note(record)
  }

  private mutating func note(_ record: DocumentRecord) {
    if let problem = SyncProblem(record) { report.problems.append(problem) }
  }

  private mutating func move(_ record: DocumentRecord, to document: PreparedDocument) throws {
    changes?.removed.append(record)
    var record = record
    record.folder = document.job.folder
    record.path = document.job.path
    record.checkpoint = document.checkpoint
    try writer.update(record)
    changes?.written.append(record)
    report.moved += 1
  }

  /// A document that is gone and was just what the new file is.
  private mutating func takeGone(
    like document: PreparedDocument,
    as mediaType: MediaType
  ) -> DocumentRecord? {
    let index = gone[document.digest]?.firstIndex {
      $0.processing == document.processing && $0.mediaType == mediaType.rawValue
    }
    guard let index else { return nil }
    return gone[document.digest]?.remove(at: index)
  }

  /// Removes the documents that are gone and were not found again.
  mutating func removeGone() throws {
    for record in gone.values.joined() {
      try writer.remove(record.number)
      changes?.removed.append(record)
      report.removed += 1
      try commitIfDue(after: record.length.bytes)
    }
  }

  /// What is taken out of the index costs memory as what is put in does.
  private mutating func commitIfDue(after byteCount: Int) throws {
    uncommittedByteCount += byteCount + Self.byteCountOfARecord
    guard uncommittedByteCount >= options.commitByteCount else { return }
    try writer.commit()
    uncommittedByteCount = 0
  }

  private mutating func finish(
    _ document: PreparedDocument,
    replacing oldByteCount: Int
  ) throws {
    try commitIfDue(after: max(document.byteCount, oldByteCount))
    progress.filesDone += 1
    progress.bytesDone += Int(document.job.state.size)
    progress.passagesWritten = report.passagesWritten
    reportProgress(progress)
  }
}
