// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A folder whose documents the index is to hold.
package struct WatchedFolder: Hashable, Sendable {
  /// The name that anchors and results use for it: unique, not empty, without `/`.
  package let name: String
  /// Its absolute path, as bytes, without a `/` at the end.
  package let root: [UInt8]
  /// Whether it is looked into now and then, whatever the system tells of it.
  package let isPolled: Bool
  /// The language of its documents, unless they say another, as `LanguageCode` makes it; nil if each
  /// is to be told by its text.
  package let language: String?

  /// Makes a watched folder.
  package init(name: String, root: [UInt8], isPolled: Bool = false, language: String? = nil) {
    self.name = name
    self.root = root
    self.isPolled = isPolled
    self.language = language
  }

  /// The place `path` below it, as people are told: its name and the path; its own absolute path for
  /// the folder itself.
  func describe(_ path: [UInt8]) -> String {
    path.isEmpty
      ? String(decoding: root, as: UTF8.self) : "\(name)/\(RelativePath(bytes: path))"
  }
}
