// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The names in one folder.
struct FolderListing {
  /// All names, in no order.
  let names: [[UInt8]]
  /// Which folder it is that bears them, if that was asked for or it is a mount point.
  let identity: FolderIdentity?

  /// Lists the folder at `folder`.
  ///
  /// The folder is closed again before anything below it is opened, so that the depth of a tree
  /// does not count against the limit of open files.
  init(of folder: [UInt8], identifying: Bool) throws(SystemError) {
    let stream = withPath(folder) { opendir($0) }
    guard let stream else { throw .last }
    defer { closedir(stream) }
    // To ask the file system for its name takes a message to the server, if there is one.
    let isMountPoint = (try? FolderIdentity.isMountPoint(dirfd(stream))) ?? false
    identity = identifying || isMountPoint ? try FolderIdentity(of: dirfd(stream)) : nil
    names = try Self.names(in: stream)
  }

  private static func names(in stream: OpaquePointer) throws(SystemError) -> [[UInt8]] {
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

  /// What lies at `path`, or nil with `SystemError.last` saying why not.
  static func status(of path: [UInt8], followingLinks: Bool) -> FileState? {
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

/// The path of `path` below `folder`; `folder` itself if it is empty.
func joined(_ folder: [UInt8], _ path: [UInt8]) -> [UInt8] {
  if folder.isEmpty { return path }
  return path.isEmpty ? folder : folder + [UInt8(ascii: "/")] + path
}

/// What stands behind the last `/` of `path`.
func lastName(of path: [UInt8]) -> ArraySlice<UInt8> {
  path[(path.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0)...]
}

/// The length of the C string at `bytes`, `limit` at the most.
private func strnlen(_ bytes: UnsafePointer<UInt8>, _ limit: Int) -> Int {
  (0..<limit).first { bytes[$0] == 0 } ?? limit
}
