// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Lists all files below a folder.
///
/// Hidden files and folders (a leading dot) and editors' backups are passed over. Symbolic links
/// are not followed, so there are no cycles and nothing outside the folder is reached; a link to
/// something inside it would only name twice what is found anyway. Indexes are no documents.
package struct FolderScanner {
  /// The folder's absolute path, as bytes.
  private let root: [UInt8]
  /// Folders to be passed over wherever they lie, by device and inode: the index itself.
  private let excluded: [FileState]
  private var scan = FolderScan()
  private var pending: [[UInt8]] = [[]]

  /// Scans the folder `root`.
  ///
  /// - Parameters:
  ///   - root: an absolute path, as bytes.
  ///   - excluded: paths of folders to be passed over wherever they lie below it.
  /// - Returns: what was found below it.
  /// - Throws: what the system says if `root` is no folder that can be listed.
  package static func scan(
    _ root: [UInt8],
    excluding excluded: [[UInt8]] = []
  ) throws(SystemError) -> FolderScan {
    // stat, not lstat: the root itself may be a link.
    guard let state = status(of: root, followingLinks: true) else { throw .last }
    guard state.kind == .folder else { throw SystemError(number: ENOTDIR) }
    var scanner = FolderScanner(
      root: root,
      excluded: excluded.compactMap { status(of: $0, followingLinks: true) }
    )
    while let folder = scanner.pending.popLast() {
      scanner.list(folder)
    }
    if let refused = scanner.scan.unreadable.first(where: { $0.path.isEmpty }) {
      throw SystemError(number: scanner.numbers[refused.path] ?? EIO)
    }
    scanner.scan.files.sort { $0.path.lexicographicallyPrecedes($1.path) }
    scanner.scan.leftAlone.sort { $0.path.lexicographicallyPrecedes($1.path) }
    return scanner.scan
  }

  /// The error number behind each unreadable folder.
  private var numbers: [[UInt8]: Int32] = [:]

  private init(root: [UInt8], excluded: [FileState]) {
    self.root = root
    self.excluded = excluded
  }

  private mutating func list(_ folder: [UInt8]) {
    let names: [[UInt8]]
    do {
      names = try Self.names(in: absolute(folder))
    } catch {
      // A folder that went away while it was being scanned is gone, not unreadable.
      if error.isNotFound && !folder.isEmpty { return }
      numbers[folder] = error.number
      scan.unreadable.append(LeftAlone(path: folder, reason: "cannot be listed: \(error)"))
      return
    }
    if !folder.isEmpty, names.contains(Self.stubName) {
      scan.leftAlone.append(LeftAlone(path: folder, reason: "a search index, not read"))
      return
    }
    for name in names where !Self.isPassedOver(name) {
      take(folder.isEmpty ? name : folder + [UInt8(ascii: "/")] + name)
    }
  }

  /// What every index has in its folder: Xapian's stub database.
  private static let stubName = Array("XAPIANDB".utf8)

  private mutating func take(_ path: [UInt8]) {
    guard let state = Self.status(of: absolute(path), followingLinks: false) else {
      let error = SystemError.last
      guard !error.isNotFound else { return }
      // What cannot be looked at may be a folder with documents known from before.
      scan.unreadable.append(LeftAlone(path: path, reason: "cannot be looked at: \(error)"))
      return
    }
    switch state.kind {
    case .file:
      scan.files.append(FoundFile(path: path, state: state))
    case .folder:
      let isExcluded = excluded.contains { $0.device == state.device && $0.inode == state.inode }
      if !isExcluded { pending.append(path) }
    case .symbolicLink:
      let isBroken = Self.status(of: absolute(path), followingLinks: true) == nil
      let reason = isBroken ? "broken symbolic link" : "symbolic link, not followed"
      scan.leftAlone.append(LeftAlone(path: path, reason: reason))
    case .special:
      let reason = "no regular file (a pipe, socket or device)"
      scan.leftAlone.append(LeftAlone(path: path, reason: reason))
    }
  }

  private func absolute(_ path: [UInt8]) -> [UInt8] {
    path.isEmpty ? root : root + [UInt8(ascii: "/")] + path
  }

  /// Hidden files and editors' backups: nobody means them to be found.
  private static func isPassedOver(_ name: [UInt8]) -> Bool {
    name.first == UInt8(ascii: ".") || name.last == UInt8(ascii: "~")
      || (name.first == UInt8(ascii: "#") && name.last == UInt8(ascii: "#"))
  }

  /// All names in a folder, in no order.
  ///
  /// The folder is closed again before anything below it is opened, so that the depth of a tree
  /// does not count against the limit of open files.
  private static func names(in folder: [UInt8]) throws(SystemError) -> [[UInt8]] {
    let stream = withPath(folder) { opendir($0) }
    guard let stream else { throw .last }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .last }
        return names
      }
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          Array(UnsafeBufferPointer(start: bytes, count: strnlen(bytes, 256)))
        }
      }
      if name != [UInt8(ascii: ".")], name != Array("..".utf8) { names.append(name) }
    }
  }

  private static func status(of path: [UInt8], followingLinks: Bool) -> FileState? {
    var status = stat()
    let result = withPath(path) { followingLinks ? stat($0, &status) : lstat($0, &status) }
    return result == 0 ? FileState(status) : nil
  }
}

/// Calls `body` with `path` as the C library takes it.
package func withPath<Result>(
  _ path: [UInt8],
  _ body: (UnsafePointer<CChar>) -> Result
) -> Result {
  (path.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
    guard let start = buffer.baseAddress else { preconditionFailure("a buffer that is not empty") }
    return body(start)
  }
}

/// The length of the C string at `bytes`, `limit` at the most.
private func strnlen(_ bytes: UnsafePointer<UInt8>, _ limit: Int) -> Int {
  (0..<limit).first { bytes[$0] == 0 } ?? limit
}
