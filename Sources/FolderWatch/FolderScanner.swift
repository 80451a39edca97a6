// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Lists all files below a folder, or below some places in it.
///
/// Hidden files and folders (a leading dot) and editors' backups are passed over. Symbolic links
/// are not followed, so there are no cycles and nothing outside the folder is reached; a link to
/// something inside it would only name twice what is found anyway. Indexes are no documents.
package struct FolderScanner {
  /// The folder's absolute path, as bytes.
  private let root: [UInt8]
  /// Folders to be passed over wherever they lie, by device and inode: the index itself.
  private let excluded: [FileState]
  /// Called with each folder's path before it is listed.
  private let willList: ([UInt8]) -> Void
  private var scan = FolderScan()
  private var pending: [[UInt8]] = []
  /// The error number behind each unreadable folder.
  private var numbers: [[UInt8]: Int32] = [:]
  /// What was found of the folders above the places looked at.
  private var ancestors: [[UInt8]: Ancestor] = [:]

  /// Scans the folder `root`.
  ///
  /// - Parameters:
  ///   - root: an absolute path, as bytes.
  ///   - places: what to look at, as paths below it, each with all that is below it; the empty
  ///     path is the whole folder. Nothing is found of a place that is not there.
  ///   - excluded: paths of folders to be passed over wherever they lie below it.
  ///   - willList: called with the path below `root` of each folder before it is listed: whoever
  ///     watches it from then on misses nothing.
  /// - Returns: what was found at and below the places.
  /// - Throws: what the system says if `root` is no folder that can be listed, or does not stay
  ///   the same folder meanwhile: then nothing that was not found is known to be gone.
  package static func scan(
    _ root: [UInt8],
    places: [[UInt8]] = [[]],
    excluding excluded: [[UInt8]] = [],
    willList: @escaping ([UInt8]) -> Void = { _ in }
  ) throws(SystemError) -> FolderScan {
    let identity = try FolderIdentity(of: root)
    var scanner = FolderScanner(
      root: root,
      excluded: excluded.compactMap { FolderListing.status(of: $0, followingLinks: true) },
      willList: willList
    )
    for place in places { scanner.look(at: place) }
    while let folder = scanner.pending.popLast() {
      scanner.list(folder)
    }
    if let refused = scanner.scan.unreadable.first(where: { $0.path.isEmpty }) {
      throw SystemError(number: scanner.numbers[refused.path] ?? EIO)
    }
    guard try FolderIdentity(of: root) == identity else { throw SystemError(number: ESTALE) }
    scanner.scan.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    scanner.scan.leftAlone.sort { $0.path.lexicographicallyPrecedes($1.path) }
    return scanner.scan
  }

  private init(root: [UInt8], excluded: [FileState], willList: @escaping ([UInt8]) -> Void) {
    self.root = root
    self.excluded = excluded
    self.willList = willList
  }

  private mutating func list(_ folder: [UInt8]) {
    willList(folder)
    let names: [[UInt8]]
    do {
      names = try FolderListing.names(in: joined(root, folder))
    } catch {
      // A folder that went away while it was being scanned is gone, not unreadable.
      if error.isNotFound && !folder.isEmpty { return }
      numbers[folder] = error.number
      scan.unreadable.append(LeftAlone(path: folder, reason: "cannot be listed: \(error)"))
      return
    }
    if !folder.isEmpty, names.contains(PassedOver.stubName) {
      scan.leftAlone.append(LeftAlone(path: folder, reason: "a search index, not read"))
      return
    }
    for name in names where !PassedOver.isPassedOver(name) {
      take(joined(folder, name))
    }
  }

  private mutating func take(_ path: [UInt8]) {
    guard let state = FolderListing.status(of: joined(root, path), followingLinks: false) else {
      refuse(path, .last)
      return
    }
    switch state.kind {
    case .file:
      scan.files.append(FoundFile(path: path, state: state))
    case .folder:
      if !isExcluded(state) { pending.append(path) }
    case .symbolicLink:
      let isBroken = FolderListing.status(of: joined(root, path), followingLinks: true) == nil
      let reason = isBroken ? "broken symbolic link" : "symbolic link, not followed"
      scan.leftAlone.append(LeftAlone(path: path, reason: reason))
    case .special:
      let reason = "no regular file (a pipe, socket or device)"
      scan.leftAlone.append(LeftAlone(path: path, reason: reason))
    }
  }

  private mutating func refuse(_ path: [UInt8], _ error: SystemError) {
    guard !error.isNotFound else { return }
    // What cannot be looked at may be a folder with documents known from before.
    scan.unreadable.append(LeftAlone(path: path, reason: "cannot be looked at: \(error)"))
  }

  private func isExcluded(_ folder: FileState) -> Bool {
    excluded.contains { $0.device == folder.device && $0.inode == folder.inode }
  }

  // MARK: Single places

  /// What a scan from the top would make of a folder on the way to a place.
  private enum Ancestor {
    /// It would be listed.
    case listed
    /// It is not there, or would not be listed: nothing below it is a document.
    case passedOver
    /// It cannot be looked at: nothing is known.
    case refused(SystemError)
  }

  /// Takes `place` if a scan from the top would have come to it.
  private mutating func look(at place: [UInt8]) {
    guard !place.isEmpty else {
      pending.append(place)
      return
    }
    let slashes = place.indices.filter { place[$0] == UInt8(ascii: "/") }
    for slash in slashes {
      let folder = Array(place[..<slash])
      let ancestor = ancestors[folder] ?? ancestor(folder)
      ancestors[folder] = ancestor
      switch ancestor {
      case .listed: continue
      case .passedOver: return
      case .refused(let error): return refuse(place, error)
      }
    }
    guard !PassedOver.isPassedOver(place[(slashes.last.map { $0 + 1 } ?? 0)...]) else { return }
    take(place)
  }

  private func ancestor(_ folder: [UInt8]) -> Ancestor {
    let name = folder[(folder.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
    guard !PassedOver.isPassedOver(name) else { return .passedOver }
    let path = joined(root, folder)
    guard let state = FolderListing.status(of: path, followingLinks: false) else {
      let error = SystemError.last
      return error.isNotFound ? .passedOver : .refused(error)
    }
    guard state.kind == .folder, !isExcluded(state) else { return .passedOver }
    let stub = joined(path, PassedOver.stubName)
    return FolderListing.status(of: stub, followingLinks: false) == nil ? .listed : .passedOver
  }
}
