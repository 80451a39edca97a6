// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import FolderWatch

struct `Moves among changes` {
  private func place(_ name: String) -> DirtyPlace {
    DirtyPlace(root: Array("/root".utf8), path: Array(name.utf8))
  }

  private func origins(_ moves: [(String, String)], _ names: String...) -> [String?] {
    var changes = FolderChanges()
    for (source, target) in moves {
      changes.append(FolderMove(from: place(source), to: place(target)))
    }
    return names.map { name in
      changes.origin(of: place(name)).map { String(decoding: $0.path, as: UTF8.self) }
    }
  }

  @Test
  func `what was moved comes from where it was, with all that is below it`() {
    #expect(origins([("a", "b")], "b", "b/c/d", "a", "bc") == ["a", "a/c/d", nil, nil])
  }

  @Test
  func `moves are followed back through each other`() {
    #expect(origins([("a", "b"), ("b/x", "y"), ("y", "z")], "z", "b/w") == ["a/x", "a/w"])
    #expect(origins([("a", "t"), ("b", "a"), ("t", "b")], "a", "b") == ["b", "a"])
  }

  @Test
  func `a later move into a place hides what had been moved there earlier`() {
    #expect(origins([("a", "c"), ("b", "c")], "c") == ["b"])
    #expect(origins([("a", "d"), ("f", "d/f")], "d/f", "d/g") == ["f", "a/g"])
  }
}
