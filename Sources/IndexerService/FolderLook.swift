// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// How watched folders are looked into.
struct FolderLook {
  /// Absolute paths, as bytes, that are passed over wherever they lie.
  private let excluded: [[UInt8]]
  /// Watches each folder before it is listed; nil if nobody does.
  private let watcher: FolderWatcher?

  init(excluding excluded: [[UInt8]], watching watcher: FolderWatcher? = nil) {
    self.excluded = excluded
    self.watcher = watcher
  }

  /// What is at and below `paths` of `folder`.
  func at(_ folder: WatchedFolder, _ paths: [[UInt8]]) -> FolderFinding {
    let start = ContinuousClock.now
    var unwatched: [(path: [UInt8], reason: SystemError)] = []
    let result = Result { () throws(SystemError) in
      try FolderScanner.scan(folder.root, places: paths, excluding: excluded) { path in
        do throws(SystemError) {
          try watcher?.watch(DirtyPlace(root: folder.root, path: path))
        } catch {
          // Of what is gone or cannot be listed the scan has more to say.
          if !error.isNotFound && !error.isPermission { unwatched.append((path, error)) }
        }
      }
    }
    return FolderFinding(
      folder: folder,
      paths: paths,
      result: result,
      unwatched: unwatched,
      duration: .now - start
    )
  }
}
