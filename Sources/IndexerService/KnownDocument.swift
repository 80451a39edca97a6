// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
internal import PassageModel

/// What has to be known of a document to see whether its file changed: a part of its record, small
/// enough to be kept in memory for all documents.
struct KnownDocument: Hashable, Sendable {
  let number: DocumentNumber
  let place: DocumentPlace
  let checkpoint: Checkpoint
  let digest: String
  let processing: String
  let mediaType: String
  /// The bytes of its text, about what taking it out of the index costs.
  let textByteCount: Int
  /// What is wrong with its file; nil if nothing is.
  let problem: SyncProblem?

  /// Whether its file could not be taken in.
  var isRefused: Bool { problem?.severity == .refusedFile }

  init(_ record: DocumentRecord) {
    number = record.number
    place = record.place
    checkpoint = record.checkpoint
    digest = record.digest
    processing = record.processing
    mediaType = record.mediaType
    textByteCount = record.length.bytes
    problem = SyncProblem(record)
  }
}
