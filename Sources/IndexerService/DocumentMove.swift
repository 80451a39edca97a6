// SPDX-License-Identifier: GPL-3.0-or-later

internal import DocumentReading
internal import FolderWatch
internal import PassageIndex
internal import PassageModel

/// A document whose file was seen to get another name or place, and to be what it was.
struct DocumentMove: Sendable {
  let document: KnownDocument
  let target: DocumentPlace
  let checkpoint: Checkpoint

  /// What `file` was before it came to `target`; nil if that is not certain without reading it.
  ///
  /// The system said that it came from the place of `document`. It is what it was there if it is the
  /// same inode with the same size and time of content; only the time of the inode may be another,
  /// because a rename sets it.
  init?(_ document: KnownDocument, to target: DocumentPlace, as state: FileState) {
    let known = document.checkpoint
    let checkpoint = Checkpoint(state, isSettled: known.isSettled)
    // Of a file with several names the other names would claim the record, too.
    guard state.nameCount == 1, known.isSettled, known.inode == checkpoint.inode,
      known.size == checkpoint.size,
      known.modified == checkpoint.modified,
      let mediaType = try? DocumentReader.mediaType(of: target.path),
      mediaType.rawValue == document.mediaType
    else { return nil }
    self.document = document
    self.target = target
    self.checkpoint = checkpoint
  }
}
