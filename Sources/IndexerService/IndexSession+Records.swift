// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

// What is written of a file that was read.
extension IndexSession {
  /// The record of a document, its number of passages aside.
  static func record(
    of document: PreparedDocument,
    _ summary: DocumentSummary,
    as number: DocumentNumber
  ) -> DocumentRecord {
    DocumentRecord(
      number: number,
      folder: document.job.place.folder,
      path: document.job.place.path,
      checkpoint: document.checkpoint,
      digest: document.digest,
      md5: document.md5,
      processing: document.processing,
      mediaType: summary.mediaType.rawValue,
      title: summary.title,
      authors: summary.authors,
      language: summary.language,
      date: summary.date,
      encoding: summary.encoding,
      length: summary.length,
      replacedByteCount: summary.replacedByteCount,
      references: summary.references
    )
  }

  /// The record of a file that cannot be taken in.
  static func record(
    of document: PreparedDocument,
    refusedFor reason: String,
    as number: DocumentNumber
  ) -> DocumentRecord {
    DocumentRecord(
      number: number,
      folder: document.job.place.folder,
      path: document.job.place.path,
      checkpoint: document.checkpoint,
      digest: document.digest,
      md5: document.md5,
      processing: document.processing,
      failure: reason
    )
  }
}
