// SPDX-License-Identifier: GPL-3.0-or-later

/// By what a folder was known when something was last seen in it: if another, empty one shows in its
/// place, what was mounted there is away, and its documents are not gone.
package struct FolderMark: Hashable, Sendable {
  /// The bytes of its path below the watched folder; empty for that folder itself.
  package let path: [UInt8]
  /// The inode number.
  package let inode: UInt64
  /// What its file system calls itself.
  package let fileSystem: UInt64
  /// Whether another file system begins there.
  package let isMountPoint: Bool

  /// Makes a mark.
  package init(path: [UInt8], inode: UInt64, fileSystem: UInt64, isMountPoint: Bool) {
    self.path = path
    self.inode = inode
    self.fileSystem = fileSystem
    self.isMountPoint = isMountPoint
  }

  static func encode(_ marks: [FolderMark]) -> [UInt8] {
    var encoder = RecordEncoder()
    encoder.append(marks) { encoder, mark in
      encoder.append(mark.path)
      encoder.append(mark.inode)
      encoder.append(mark.fileSystem)
      encoder.append(mark.isMountPoint)
    }
    return encoder.bytes
  }

  static func decode(_ bytes: [UInt8]) throws(IndexError) -> [FolderMark] {
    var decoder = RecordDecoder(bytes)
    let marks = try decoder.array { (decoder) throws(IndexError) in
      FolderMark(
        path: try decoder.byteArray(),
        inode: try decoder.unsigned(),
        fileSystem: try decoder.unsigned(),
        isMountPoint: try decoder.bool()
      )
    }
    try decoder.finish()
    return marks
  }
}
