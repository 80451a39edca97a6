// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@testable import FolderWatch

/// Keeps a list of the files in a folder by watching it, as a service would.
final class Follower {
  let root: [UInt8]
  let watcher: FolderWatcher
  /// The files, as they were when they were last looked at.
  private(set) var files: [[UInt8]: FileState] = [:]
  /// All places that were told, in the order of telling.
  private(set) var told: [String] = []

  init(_ folder: URL) throws {
    root = Array(folder.path(percentEncoded: false).utf8.trimmingSlash)
    watcher = try FolderWatcher()
    try look(at: [[]])
  }

  deinit { watcher.stop() }

  var names: [String] { files.keys.map { String(decoding: $0, as: UTF8.self) }.sorted() }

  private func look(at places: [[UInt8]]) throws {
    let scan = try FolderScanner.scan(root, places: places) { [watcher, root] path in
      try? watcher.watch(DirtyPlace(root: root, path: path))
    }
    for place in places {
      let folder = DirtyPlace(root: root, path: place)
      files = files.filter { !DirtyPlace(root: root, path: $0.key).isWithin(folder) }
    }
    for file in scan.files { files[file.path] = file.state }
  }

  /// Follows the changes until `isDone`; the test's time limit ends it if it never is.
  func follow(until isDone: (Follower) -> Bool) async throws {
    guard !isDone(self) else { return }
    for await _ in watcher.signals {
      let dirty = watcher.takeChanges().places
      told += dirty.map { String(decoding: $0.path, as: UTF8.self) }.sorted()
      try look(at: dirty.map(\.path))
      if isDone(self) { return }
    }
  }

  /// Follows the changes until these are the files, then expects that a scan sees the same.
  func expect(_ names: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await follow { $0.names == names }
    try expectWhole(sourceLocation: sourceLocation)
  }

  /// Expects that a scan of everything sees what is known.
  func expectWhole(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let scan = try FolderScanner.scan(root)
    let found = Dictionary(uniqueKeysWithValues: scan.files.map { ($0.path, $0.state) })
    #expect(files == found, sourceLocation: sourceLocation)
  }
}
