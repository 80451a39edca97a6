// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Which folder a path leads to.
package struct FolderIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64

  /// The folder at `path`, an absolute path as bytes; nil if there is none.
  package init?(of path: [UInt8]) {
    var status = stat()
    guard withPath(path, { stat($0, &status) }) == 0 else { return nil }
    let state = FileState(status)
    guard state.kind == .folder else { return nil }
    device = state.device
    inode = state.inode
  }
}
