// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// How watched folders are looked into.
struct FolderLook {
  /// Absolute paths, as bytes, that are passed over wherever they lie.
  let excluded: [[UInt8]]
  /// Called with each folder's path before it is listed.
  let willList: (WatchedFolder, [UInt8]) -> Void
  /// Whether a folder is known not to be where it was, whatever is found there.
  let isAway: (WatchedFolder) -> Bool

  init(
    excluding excluded: [[UInt8]],
    isAway: @escaping (WatchedFolder) -> Bool = { _ in false },
    willList: @escaping (WatchedFolder, [UInt8]) -> Void = { _, _ in }
  ) {
    self.excluded = excluded
    self.isAway = isAway
    self.willList = willList
  }

  /// What is found at and below `paths` of `folder`.
  func scan(_ folder: WatchedFolder, _ paths: [[UInt8]]) throws(SystemError) -> FolderScan {
    guard !isAway(folder) else { throw .unmounted }
    return try FolderScanner.scan(folder.root, places: paths, excluding: excluded) {
      willList(folder, $0)
    }
  }
}
