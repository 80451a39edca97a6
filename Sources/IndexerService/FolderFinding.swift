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
  /// Folders of whose changes the system does not tell, or not of all, and why.
  var polled: [(path: [UInt8], reason: String)] = []
  /// How long it took.
  var duration: Duration = .zero

  /// Whether the folder itself could be looked into.
  var isThere: Bool {
    guard let scan = try? result.get() else { return false }
    return !scan.unreadable.contains(where: \.path.isEmpty)
  }

  /// The places that were looked at.
  var looked: Set<DocumentPlace> {
    Set(paths.map { DocumentPlace(folder: folder.name, path: RelativePath(bytes: $0)) })
  }
}
