// SPDX-License-Identifier: GPL-3.0-or-later

/// Keeps folders under the names that anchors know them by.
package enum FolderNames {
  /// The folders under the names that the index has for their places, else under names that the
  /// index has for no other place.
  ///
  /// Names made of paths depend on which folders are given, and in which order: an anchor must not
  /// come to mean another folder because of that.
  /// - Parameters:
  ///   - folders: the folders, each with the name it would have in a new index.
  ///   - chosen: the names that were asked for: they stay as they are.
  ///   - known: the places that the index holds, by their names.
  /// - Returns: the folders in the same order.
  package static func keep(
    _ folders: [WatchedFolder],
    chosen: Set<String>,
    known: [String: [UInt8]]
  ) -> [WatchedFolder] {
    var taken = chosen.union(known.keys)
    return folders.map { folder in
      guard !chosen.contains(folder.name) else { return folder }
      let old = known.filter { $0.value == folder.root && !chosen.contains($0.key) }.keys.min()
      let name = old ?? unique(folder.name, besides: taken)
      taken.insert(name)
      return WatchedFolder(
        name: name,
        root: folder.root,
        isPolled: folder.isPolled,
        language: folder.language
      )
    }
  }

  private static func unique(_ name: String, besides taken: Set<String>) -> String {
    guard taken.contains(name) else { return name }
    var number = 2
    while taken.contains("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }
}
