// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel
internal import ResultPrinting

/// What could not be taken in, as the index and its service know it, each thing once.
struct FailureUnion {
  /// All of it, by folder and path.
  let failures: [StatusObject.Failure]

  /// What is shown of a place.
  ///
  /// Strings compare equal that stand for different names of files.
  private struct Key: Hashable {
    let folder: [UInt8]
    let path: [UInt8]

    init(_ folder: String, _ path: String) {
      self.folder = Array(folder.utf8)
      self.path = Array(path.utf8)
    }
  }

  /// Puts together what the index knows and what the service says, which has seen last what both do.
  ///
  /// Paths that are not UTF-8 may look alike: of those, the service speaks in the same order.
  init(known: [RefusedFile], said: [StatusObject.Failure]) {
    var unpaired = Dictionary(grouping: said.reversed()) { Key($0.folder, $0.path) }
    var places: [(folder: [UInt8], path: [UInt8], failure: StatusObject.Failure)] = []
    for file in known.sorted(by: { $0.path < $1.path }) {
      let own = StatusObject.Failure(folder: file.folder, path: file.path, reason: file.reason)
      let newest = unpaired[Key(own.folder, own.path)]?.popLast()
      places.append((Array(file.folder.utf8), file.path.bytes, newest ?? own))
    }
    for (key, rest) in unpaired {
      places += rest.reversed().map { (key.folder, key.path, $0) }
    }
    failures = places.sorted { left, right in
      left.folder != right.folder
        ? left.folder.lexicographicallyPrecedes(right.folder)
        : left.path.lexicographicallyPrecedes(right.path)
    }
    .map(\.failure)
  }
}
