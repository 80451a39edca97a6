// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// How watched folders are looked into.
struct FolderLook {
  /// Absolute paths, as bytes, that are passed over wherever they lie.
  private let excluded: [[UInt8]]
  /// Watches each folder before it is listed; nil if nobody does.
  private let watcher: FolderWatcher?
  /// Called for each thing that was looked at.
  private let didLook: @Sendable () -> Void

  init(
    excluding excluded: [[UInt8]],
    watching watcher: FolderWatcher? = nil,
    didLook: @escaping @Sendable () -> Void = {}
  ) {
    self.excluded = excluded
    self.watcher = watcher
    self.didLook = didLook
  }

  /// What is at and below `paths` of `folder`.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - paths: what to look at.
  ///   - marks: by what the folder and mount points in it were known when something was in them.
  /// - Returns: what was found.
  func at(
    _ folder: WatchedFolder,
    _ paths: [[UInt8]],
    knowing marks: [[UInt8]: FolderIdentity]
  ) -> FolderFinding {
    let start = ContinuousClock.now
    var polled: [(path: [UInt8], reason: String)] = []
    let result = Result { () throws(SystemError) in
      try FolderScanner.scan(
        folder.root,
        places: paths,
        excluding: excluded,
        knowing: marks,
        willList: { path in
          do throws(SystemError) {
            try watcher?.watch(DirtyPlace(root: folder.root, path: path))
          } catch {
            // Of what is gone or cannot be listed the scan has more to say.
            guard !error.isNotFound, !error.isPermission else { return }
            polled.append((path, Self.reason(for: error)))
          }
        },
        didLook: didLook
      )
    }
    if folder.isPolled { polled.append(([], "watched by polling, as configured")) }
    if let scan = try? result.get() {
      polled += Self.silentPlaces(of: folder, scan, knowing: marks)
    }
    return FolderFinding(
      folder: folder,
      paths: paths,
      result: result,
      polled: polled,
      duration: .now - start
    )
  }

  private static func reason(for error: SystemError) -> String {
    error.isWatchLimit
      ? "not watched: the system's limit of watches (fs.inotify.max_user_watches) is reached"
      : "not watched: \(error)"
  }

  /// Where file systems begin that do not tell of all changes.
  private static func silentPlaces(
    of folder: WatchedFolder,
    _ scan: FolderScan,
    knowing marks: [[UInt8]: FolderIdentity]
  ) -> [(path: [UInt8], reason: String)] {
    // An empty folder has no identity: it may be filled from elsewhere.
    Set(scan.identities.keys).union(marks.keys).union([[]]).compactMap { path in
      let place = path.isEmpty ? folder.root : folder.root + [UInt8(ascii: "/")] + path
      guard let name = (try? FileSystemKind.of(place))?.name else { return nil }
      return (path, "\(name) does not tell of changes that are made elsewhere")
    }
  }
}
