// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import FolderWatch

@Suite(.timeLimit(.minutes(5)))
struct `Folder watcher` {
  private func move(_ name: String, to other: String, in folder: URL) throws {
    let files = FileManager.default
    try files.moveItem(at: folder.appending(path: name), to: folder.appending(path: other))
  }

  private func remove(_ name: String, in folder: URL) throws {
    try FileManager.default.removeItem(at: folder.appending(path: name))
  }

  /// A watched folder `in`, with a file in it, and a folder beside it.
  private func withFolder(_ body: (Follower, URL) async throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      try write("one", to: "in/one.txt", in: folder)
      try write("two", to: "in/deep/two.txt", in: folder)
      try write("out", to: "out/away.txt", in: folder)
      try await body(Follower(folder.appending(path: "in")), folder)
    }
  }

  @Test
  func `files that are made, changed and deleted are told, and only they`() async throws {
    try await withFolder { follower, folder in
      try write("three", to: "in/three.txt", in: folder)
      try await follower.expect(["deep/two.txt", "one.txt", "three.txt"])
      try write("another", to: "in/one.txt", in: folder)
      try await follower.follow { $0.files[Array("one.txt".utf8)]?.size == 7 }
      try remove("in/one.txt", in: folder)
      try await follower.expect(["deep/two.txt", "three.txt"])
      #expect(Set(follower.told) == ["one.txt", "three.txt"])
    }
  }

  @Test
  func `renames into, out of and within the folder are told`() async throws {
    try await withFolder { follower, folder in
      try move("in/one.txt", to: "in/deep/1.txt", in: folder)
      try move("out/away.txt", to: "in/here.txt", in: folder)
      try await follower.expect(["deep/1.txt", "deep/two.txt", "here.txt"])
      try move("in/deep/1.txt", to: "out/1.txt", in: folder)
      try await follower.expect(["deep/two.txt", "here.txt"])
    }
  }

  @Test
  func `what was in a new folder before it was watched is found, and what comes later`()
    async throws
  {
    try await withFolder { follower, folder in
      try write("x", to: "in/a/b/c/x.txt", in: folder)
      try await follower.expect(["a/b/c/x.txt", "deep/two.txt", "one.txt"])
      try write("y", to: "in/a/b/c/y.txt", in: folder)
      try await follower.expect(["a/b/c/x.txt", "a/b/c/y.txt", "deep/two.txt", "one.txt"])
      try remove("in/a", in: folder)
      try await follower.expect(["deep/two.txt", "one.txt"])
    }
  }

  @Test
  func `a folder that is moved is watched at its new place, and outside no more`() async throws {
    try await withFolder { follower, folder in
      try move("in/deep", to: "in/moved", in: folder)
      try await follower.expect(["moved/two.txt", "one.txt"])
      try write("three", to: "in/moved/three.txt", in: folder)
      try await follower.expect(["moved/three.txt", "moved/two.txt", "one.txt"])
      try move("in/moved", to: "out/moved", in: folder)
      try await follower.expect(["one.txt"])
      #expect(follower.watcher.watchCount == 1)
      try write("four", to: "out/moved/four.txt", in: folder)
      try move("out/moved", to: "in/back", in: folder)
      try await follower.expect(["back/four.txt", "back/three.txt", "back/two.txt", "one.txt"])
    }
  }

  @Test
  func `another name of a file, permissions and times are told`() async throws {
    try await withFolder { follower, folder in
      let files = FileManager.default
      try files.linkItem(
        at: folder.appending(path: "in/one.txt"),
        to: folder.appending(path: "in/same.txt")
      )
      try await follower.follow { $0.names.contains("same.txt") }
      let before = follower.files[Array("deep/two.txt".utf8)]
      try files.setAttributes(
        [.posixPermissions: 0o600],
        ofItemAtPath: folder.appending(path: "in/deep/two.txt").path
      )
      try await follower.follow { $0.files[Array("deep/two.txt".utf8)] != before }
    }
  }

  @Test
  func `hidden names, backups and indexes are left alone`() async throws {
    try await withFolder { follower, folder in
      for name in [".hidden", "n.txt~", "#n.txt#", ".git/x", "deep/.two.swp"] {
        try write("x", to: "in/\(name)", in: folder)
      }
      try write("stub", to: "in/index/XAPIANDB", in: folder)
      try write("table", to: "in/index/table", in: folder)
      try write("z", to: "in/z.txt", in: folder)
      try await follower.expect(["deep/two.txt", "one.txt", "z.txt"])
      #expect(Set(follower.told).isSubset(of: ["index", "index/table", "z.txt"]))
    }
  }

  @Test
  func `when an ignore file comes, changes or goes its folder is looked at`() async throws {
    try await withFolder { follower, folder in
      try write("two*\n", to: "in/deep/.splitsearchignore", in: folder)
      try await follower.expect(["one.txt"])
      try write("!two.txt\n", to: "in/deep/.splitsearchignore", in: folder)
      try await follower.expect(["deep/two.txt", "one.txt"])
      try write("deep/", to: "in/.splitsearchignore", in: folder)
      try await follower.expect(["one.txt"])
      try write("three", to: "in/deep/three.txt", in: folder)
      try write("three", to: "in/three.txt", in: folder)
      try await follower.expect(["one.txt", "three.txt"])
      try remove("in/.splitsearchignore", in: folder)
      try await follower.expect(["deep/three.txt", "deep/two.txt", "one.txt", "three.txt"])
      #expect(Set(follower.told).isSubset(of: ["", "deep", "deep/three.txt", "three.txt"]))
    }
  }

  @Test
  func `when events were lost everything is looked at, and watched as before`() async throws {
    try await withFolder { follower, folder in
      follower.watcher.take([.overflow])
      try await follower.follow { $0.told.contains("") }
      try follower.expectWhole()
      try write("three", to: "in/deep/three.txt", in: folder)
      try await follower.expect(["deep/three.txt", "deep/two.txt", "one.txt"])
      #expect(follower.told.last == "deep/three.txt")
    }
  }

  @Test
  func `a folder that goes away is told itself, and nothing in it is taken for gone`() async throws
  {
    try await withFolder { follower, folder in
      try move("in", to: "elsewhere", in: folder)
      await #expect(throws: SystemError(number: ENOENT)) {
        try await follower.follow { _ in false }
      }
      #expect(follower.told == [""])
      #expect(follower.names == ["deep/two.txt", "one.txt"])
      try move("elsewhere", to: "in", in: folder)
      let root = DirtyPlace(root: follower.root, path: [])
      follower.watcher.lookAgain(at: root, after: .milliseconds(1))
      try await follower.follow { $0.told.count > 1 }
      try write("three", to: "in/deep/three.txt", in: folder)
      try await follower.expect(["deep/three.txt", "deep/two.txt", "one.txt"])
    }
  }

  @Test
  func `one folder within another is told of by both`() async throws {
    try await withFolder { follower, folder in
      let inner = follower.root + Array("/deep".utf8)
      try follower.watcher.watch(DirtyPlace(root: inner, path: []))
      try write("three", to: "in/deep/three.txt", in: folder)
      try await follower.follow { _ in follower.told.count >= 2 }
      #expect(follower.told == ["deep/three.txt", "three.txt"])
    }
  }

  @Test(arguments: 0..<5)
  func `after any turmoil the files are those that a scan finds`(seed: Int) async throws {
    try await withFolder { follower, folder in
      var random = SeededGenerator(seed: UInt64(seed))
      func place() -> String {
        "in/" + (["", "a", "b", "a/b", "b/a/b"].randomElement(using: &random) ?? "")
      }
      for round in 0..<10 {
        for number in 0..<10 {
          let (from, to) = (place(), place())
          switch random.next() % 4 {
          case 0: try? move(from, to: to, in: folder)
          case 1 where from != "in/": try? remove(from, in: folder)
          default:
            // A file may stand where a folder is wanted.
            try? write("\(round)", to: "\(to)/\(number).txt", in: folder)
          }
        }
        try write("x", to: "in/end-\(round)", in: folder)
        try await follower.follow { $0.names.contains("end-\(round)") }
      }
      try follower.expectWhole()
    }
  }
}
