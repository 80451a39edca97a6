// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageModel

/// A file to be read.
struct PreparationJob: Sendable {
  /// Where it lies.
  let place: DocumentPlace
  /// The absolute path, as bytes.
  let absolutePath: [UInt8]
  /// What the scan saw of the file.
  let state: FileState
  /// Whether the index held no document at this place when the scan saw the file: it may be one that
  /// was moved.
  let isNew: Bool
  /// The language that documents of its folder are in, unless they say another; nil if nothing is
  /// known.
  var language: String?
  /// The digest of content that need not be split again: what the index holds for this place.
  var knownDigest: String?
  /// Whether it goes before all that is not prompt, and is searchable as soon as it is read.
  var isPrompt = false
  /// Tells it from other jobs for the same place.
  var ticket = 0
}
