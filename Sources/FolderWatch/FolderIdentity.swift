// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Which folder a path leads to.
package struct FolderIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// Looks at the folder at `path`, an absolute path as bytes.
  package init(of path: [UInt8]) throws(SystemError) {
    var status = stat()
    guard withPath(path, { stat($0, &status) }) == 0 else { throw .last }
    let state = FileState(status)
    guard state.kind == .folder else { throw SystemError(number: ENOTDIR) }
    device = state.device
    inode = state.inode
  }
}
