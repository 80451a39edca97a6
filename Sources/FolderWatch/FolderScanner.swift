// SPDX-License-Identifier: GPL-3.0-or-later

/// Lists all files below a folder, or below some places in it.
///
/// Hidden files and folders (a leading dot), editors' backups and unfinished downloads are passed
/// over, and what ignore files leave out. Symbolic links are not followed, so there are no cycles and
/// nothing outside the folder is reached; a link to something inside it would only name twice what is
/// found anyway. Indexes are no documents.
package struct FolderScanner {
  /// A folder that is still to be listed.
  private struct Pending {
    let folder: [UInt8]
    /// What applies in the folders above it.
    let rules: IgnoreRules
  }

  /// The folder's absolute path, as bytes.
  let root: [UInt8]
  /// Folders to be passed over wherever they lie, by device and inode: the index itself.
  private let excluded: [FileState]
  /// Called with each folder's path before it is listed.
  private let willList: ([UInt8]) -> Void
  /// Called for each thing that was looked at.
  private let didLook: () -> Void
  /// The root, and mount points below it, as they were when something was in them.
  let knowing: [[UInt8]: FolderIdentity]
  /// The root and the mount points that were looked at.
  var checked: [[UInt8]: FolderIdentity] = [:]
  var scan = FolderScan()
  private var pending: [Pending] = []
  /// What was found of the folders above the places looked at.
  var ancestors: [[UInt8]: Ancestor] = [:]

  /// Scans the folder `root`.
  ///
  /// - Parameters:
  ///   - root: an absolute path, as bytes.
  ///   - places: what to look at, as paths below it, each with all that is below it; the empty
  ///     path is the whole folder. Nothing is found of a place that is not there.
  ///   - excluded: paths of folders to be passed over wherever they lie below it.
  ///   - knowing: `identities` of earlier scans. If the root is none of what it was, but an empty folder
  ///     or a plain one instead of a mount point, `.unmounted` is thrown; a folder below it of which
  ///     that is true, or a mount point that is missing, is unreadable.
  ///   - willList: called with the path below `root` of each folder before it is listed: whoever
  ///     watches it from then on misses nothing.
  ///   - didLook: called for each thing that was looked at, so that somebody sees that it goes on.
  /// - Returns: what was found at and below the places.
  /// - Throws: what the system says if `root` is no folder that can be listed, or does not stay
  ///   the same folder meanwhile: then nothing that was not found is known to be gone. `.cancelled`
  ///   if the task is cancelled before the last folder is listed.
  /// - Note: A folder whose ignore file cannot be read is unreadable, `root` itself included.
  package static func scan(
    _ root: [UInt8],
    places: [[UInt8]] = [[]],
    excluding excluded: [[UInt8]] = [],
    knowing: [[UInt8]: FolderIdentity] = [:],
    willList: @escaping ([UInt8]) -> Void = { _ in },
    didLook: @escaping () -> Void = {}
  ) throws(SystemError) -> FolderScan {
    var scanner = FolderScanner(
      root: root,
      excluded: excluded.compactMap { FolderListing.status(of: $0, followingLinks: true) },
      knowing: knowing,
      willList: willList,
      didLook: didLook
    )
    try scanner.checkRoot()
    for place in places { scanner.look(at: place) }
    while let folder = scanner.pending.popLast() {
      if Task.isCancelled { throw .cancelled }
      try scanner.list(folder.folder, within: folder.rules)
    }
    scanner.noteMissingMountPoints(within: places)
    try scanner.checkAgain()
    scanner.scan.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    scanner.scan.leftAlone.sort { $0.path.lexicographicallyPrecedes($1.path) }
    return scanner.scan
  }

  private init(
    root: [UInt8],
    excluded: [FileState],
    knowing: [[UInt8]: FolderIdentity],
    willList: @escaping ([UInt8]) -> Void,
    didLook: @escaping () -> Void
  ) {
    self.root = root
    self.excluded = excluded
    self.knowing = knowing
    self.willList = willList
    self.didLook = didLook
  }

  /// Has `folder` listed, with `rules` from above it.
  mutating func add(_ folder: [UInt8], within rules: IgnoreRules) {
    pending.append(Pending(folder: folder, rules: rules))
  }

  private mutating func list(
    _ folder: [UInt8],
    within outerRules: IgnoreRules
  ) throws(SystemError) {
    willList(folder)
    didLook()
    let listing: FolderListing
    do {
      let isKnown = folder.isEmpty || knowing[folder] != nil
      listing = try FolderListing(of: joined(root, folder), identifying: isKnown)
    } catch {
      // Without the root nothing is known.
      if folder.isEmpty { throw error }
      // A folder that went away while it was being scanned is gone, not unreadable.
      if !error.isNotFound { refuse(folder, "cannot be listed: \(error)") }
      return
    }
    guard try check(folder, listing) else { return }
    let names = listing.names
    if !folder.isEmpty, names.contains(PassedOver.stubName) {
      scan.leftAlone.append(LeftAlone(path: folder, reason: "a search index, not read"))
      return
    }
    var rules = outerRules
    if names.contains(IgnoreFile.name) {
      do {
        rules = rules.adding(try IgnoreFile.read(in: joined(root, folder)), of: folder)
      } catch {
        // To take in what the user wants left out would be worse than to take in nothing new.
        return refuse(folder, Self.reason(of: error))
      }
    }
    for name in names where !PassedOver.isPassedOver(name) {
      take(joined(folder, name), within: rules)
    }
  }

  /// Takes what lies at `path`, if it is to be taken.
  mutating func take(_ path: [UInt8], within rules: IgnoreRules) {
    didLook()
    guard let state = FolderListing.status(of: joined(root, path), followingLinks: false) else {
      return refuse(path, .last, within: rules)
    }
    guard !rules.leaveOut(path, isFolder: state.kind == .folder) else { return }
    switch state.kind {
    case .file:
      guard !PassedOver.isUnfinishedDownload(lastName(of: path)) else { return }
      scan.files.append(FoundFile(path: path, state: state))
    case .folder:
      if !isExcluded(state) { add(path, within: rules) }
    case .symbolicLink:
      let isBroken = FolderListing.status(of: joined(root, path), followingLinks: true) == nil
      let reason = isBroken ? "broken symbolic link" : "symbolic link, not followed"
      scan.leftAlone.append(LeftAlone(path: path, reason: reason))
    case .special:
      let reason = "no regular file (a pipe, socket or device)"
      scan.leftAlone.append(LeftAlone(path: path, reason: reason))
    }
  }

  /// Notes that nothing is known of what lies at `path`.
  mutating func refuse(_ path: [UInt8], _ error: SystemError, within rules: IgnoreRules) {
    guard !error.isNotFound else { return }
    // What cannot be looked at may be a folder with documents known from before.
    guard ![false, true].allSatisfy({ rules.leaveOut(path, isFolder: $0) }) else { return }
    refuse(path, "cannot be looked at: \(error)")
  }

  /// Notes that nothing is known of what is at and below `path`.
  mutating func refuse(_ path: [UInt8], _ reason: String) {
    scan.unreadable.append(LeftAlone(path: path, reason: reason))
  }

  func isExcluded(_ folder: FileState) -> Bool {
    excluded.contains { $0.device == folder.device && $0.inode == folder.inode }
  }

  /// Why nothing is known of a folder whose ignore file could not be read.
  static func reason(of failure: FileContent.Failure) -> String {
    let why =
      switch failure {
      case .system(let error): "\(error)"
      case .notAFile: "it is no regular file"
      case .tooLarge: "it is larger than 1 MiB"
      }
    return "\"\(String(decoding: IgnoreFile.name, as: UTF8.self))\" cannot be read: \(why)"
  }
}
