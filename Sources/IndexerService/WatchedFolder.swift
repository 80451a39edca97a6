// SPDX-License-Identifier: GPL-3.0-or-later

/// A folder whose documents the index is to hold.
package struct WatchedFolder: Hashable, Sendable {
  /// The name that anchors and results use for it: unique, not empty, without `/`.
  package let name: String
  /// Its absolute path, as bytes, without a `/` at the end.
  package let root: [UInt8]

  /// Makes a watched folder.
  package init(name: String, root: [UInt8]) {
    self.name = name
    self.root = root
  }
}
