// SPDX-License-Identifier: GPL-3.0-or-later

/// A place that may not be any more what it was: to be looked at, with all that is below it.
package struct DirtyPlace: Hashable, Sendable {
  /// The absolute path of the watched folder, as bytes.
  package let root: [UInt8]
  /// The bytes of the path below it; empty for the whole folder.
  package let path: [UInt8]

  /// Makes a place.
  package init(root: [UInt8], path: [UInt8]) {
    self.root = root
    self.path = path
  }

  /// The folder that holds it; nil for a whole watched folder.
  package var parent: DirtyPlace? {
    guard !path.isEmpty else { return nil }
    let slash = path.lastIndex(of: UInt8(ascii: "/"))
    return DirtyPlace(root: root, path: slash.map { Array(path[..<$0]) } ?? [])
  }

  /// Whether it is `other` or lies below it.
  package func isWithin(_ other: DirtyPlace) -> Bool {
    root == other.root && path.starts(with: other.path)
      && (other.path.isEmpty || path.count == other.path.count
        || path[other.path.count] == UInt8(ascii: "/"))
  }
}

extension Set<DirtyPlace> {
  /// The places that lie below no other of them.
  package var outermost: Set<DirtyPlace> {
    filter { place in
      var parent = place.parent
      while let folder = parent {
        if contains(folder) { return false }
        parent = folder.parent
      }
      return true
    }
  }
}
