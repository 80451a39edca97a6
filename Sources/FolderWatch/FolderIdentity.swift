// SPDX-License-Identifier: GPL-3.0-or-later

internal import CFileSystem
internal import Glibc

/// Which folder a path leads to, as far as it can be remembered beyond a restart of the system.
package struct FolderIdentity: Hashable, Sendable {
  /// The inode number.
  package let inode: UInt64
  /// What the file system calls itself: not its device number, which may be another one each time.
  ///
  /// 0 where it has no name.
  package let fileSystem: UInt64
  /// Whether another file system begins here, or it is the root of all.
  package let isMountPoint: Bool

  /// `O_PATH`, which is not in Swift's Glibc module.
  private static let pathOnly: Int32 = 0o10_000_000

  /// Makes an identity of what was remembered.
  package init(inode: UInt64, fileSystem: UInt64, isMountPoint: Bool) {
    self.inode = inode
    self.fileSystem = fileSystem
    self.isMountPoint = isMountPoint
  }

  /// Looks at the folder at `path`, an absolute path as bytes.
  package init(of path: [UInt8]) throws(SystemError) {
    // Opened, because `stat` does not wake what is mounted on demand. This takes no right to list.
    let descriptor = withPath(path) { open($0, Self.pathOnly | O_DIRECTORY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw .last }
    defer { close(descriptor) }
    try self.init(of: descriptor)
  }

  /// Looks at an open folder: all that is said is of the same folder, whatever is mounted meanwhile.
  init(of descriptor: Int32) throws(SystemError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .last }
    var system = statfs()
    guard fstatfs(descriptor, &system) == 0 else { throw .last }
    inode = UInt64(status.st_ino)
    let (low, high) = system.f_fsid.__val
    fileSystem = UInt64(UInt32(bitPattern: low)) | UInt64(UInt32(bitPattern: high)) << 32
    isMountPoint = try Self.isMountPoint(descriptor)
  }

  /// Whether another file system begins at an open folder.
  static func isMountPoint(_ descriptor: Int32) throws(SystemError) -> Bool {
    var (status, parent) = (stat(), stat())
    guard fstat(descriptor, &status) == 0, fstatat(descriptor, "..", &parent, 0) == 0 else {
      throw .last
    }
    return status.st_dev != parent.st_dev || status.st_ino == parent.st_ino
  }
}
