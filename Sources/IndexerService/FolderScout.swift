// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// Looks into folders, one after the other, on a thread of its own: a disk that does not answer holds
/// up other looks, but neither what was found already nor the end.
actor FolderScout {
  private let look: FolderLook
  private let executor = ThreadExecutor("scout")

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

  /// Makes a scout; `didLook` is called for each thing it has looked at.
  init(
    excluding excluded: [[UInt8]],
    watching watcher: FolderWatcher,
    didLook: @escaping @Sendable () -> Void
  ) {
    look = FolderLook(excluding: excluded, watching: watcher, didLook: didLook)
  }

  /// What is at and below some places of folders.
  ///
  /// - Parameters:
  ///   - places: the folders, each with paths below it.
  ///   - marks: by what the folders and mount points in them were known, by the folders' names.
  /// - Returns: what was found in each folder.
  func look(
    at places: [(folder: WatchedFolder, paths: [[UInt8]])],
    knowing marks: [String: [[UInt8]: FolderIdentity]]
  ) -> [FolderFinding] {
    places.map { look.at($0.folder, $0.paths, knowing: marks[$0.folder.name] ?? [:]) }
  }
}
