// SPDX-License-Identifier: GPL-3.0-or-later

/// A file or folder that got another name or place, as the system told it.
package struct FolderMove: Hashable, Sendable {
  /// Where it was.
  package let source: DirtyPlace
  /// Where it went.
  package let target: DirtyPlace

  /// Makes a move.
  package init(from source: DirtyPlace, to target: DirtyPlace) {
    self.source = source
    self.target = target
  }
}
