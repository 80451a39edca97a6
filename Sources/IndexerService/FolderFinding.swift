// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageModel

/// What came of a look at some places of a watched folder.
struct FolderFinding: Sendable {
  /// The folder.
  let folder: WatchedFolder
  /// The places, as paths below it; the empty path is the whole folder.
  let paths: [[UInt8]]
  /// What was found, or why nothing could be.
  let result: Result<FolderScan, SystemError>
  /// Folders that were listed and that the system does not watch for us, and why.
  var unwatched: [(path: [UInt8], reason: SystemError)] = []
  /// Why the whole folder has to be looked into now and then; nil if it need not be.
  var pollingReason: String?
  /// How long it took.
  var duration: Duration = .zero

  /// Whether the folder itself could be looked into.
  var isThere: Bool { (try? result.get()) != nil }

  /// The places that were looked at.
  var looked: Set<DocumentPlace> {
    Set(paths.map { DocumentPlace(folder: folder.name, path: RelativePath(bytes: $0)) })
  }
}
