// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import FolderWatch

struct `Ignore rules` {
  private func leavesOut(_ path: String, by text: String, isFolder: Bool = false) -> Bool {
    IgnoreRules().adding(IgnoreFile(Array(text.utf8)), of: [])
      .leaveOut(Array(path.utf8), isFolder: isFolder)
  }

  /// Pattern, what it leaves out, what it does not.
  private static let cases: [(String, [String], [String])] = [
    ("draft.txt", ["draft.txt", "a/draft.txt"], ["draft.txt2", "my-draft.txt", "draft"]),
    ("*.log", ["x.log", ".log", "a/b/x.log"], ["x.logs", "log"]),
    ("/x", ["x"], ["a/x"]),
    ("a/x", ["a/x"], ["x", "b/a/x"]),
    ("/a/x", ["a/x"], ["b/a/x"]),
    ("a/*", ["a/x"], ["a", "a/x/y"]),
    ("?", ["x"], ["xx", "é"]),
    ("[a-c]", ["b", "d/c"], ["d", "bb"]),
    ("[!a-c]", ["d", "-"], ["b"]),
    ("[^a-c]", ["d"], ["b"]),
    ("[]-]", ["]", "-"], ["[", "x"]),
    ("[a-]", ["a", "-"], ["b"]),
    ("[\\]\\\\]", ["]", "\\"], ["["]),
    ("[[:space:]x]", [" ", "\t", "x"], ["\u{0B}", "s", ":"]),
    ("[[:digit:][:upper:]]", ["5", "X"], ["x", "["]),
    ("[:digit:]", [":", "d", "t"], ["5"]),
    ("**/x", ["x", "a/x", "a/b/x"], ["ax", "x/y"]),
    ("a/**", ["a/x", "a/b/x"], ["a", "b/a/x"]),
    ("a/**/x", ["a/x", "a/b/x", "a/b/c/x"], ["x", "a/bx"]),
    ("**", ["x", "a/x"], []),
    ("a**x", ["ax", "abx", "d/abx"], ["a"]),
    ("/a*/**/*x", ["a/x", "ab/c/dx"], ["x", "ab"]),
    ("\\#x", ["#x"], ["\\#x"]),
    ("#x", [], ["#x", "x"]),
    ("\\!x", ["!x"], ["x"]),
    ("\\*", ["*"], ["x", "\\*"]),
    ("x  ", ["x"], ["x  "]),
    ("x\\ ", ["x "], ["x", "x\\ "]),
    ("x\\  ", ["x "], ["x", "x  "]),
    (" x", [" x"], ["x"]),
    ("x\t", ["x\t"], ["x"]),
    ("x\r\ny", ["x", "y"], ["x\r"]),
    ("\u{FEFF}x", ["x"], ["\u{FEFF}x"]),
    ("x\n!x", [], ["x"]),
    ("!x\nx", ["x"], []),
    ("*\n!x", ["y"], ["x", "a/x"]),
    // What can match nothing, in git too.
    ("[a", [], ["[a", "a"]),
    ("x\\", [], ["x", "x\\"]),
    ("[[:nothing:]]", [], ["n", ":", "]"]),
    ("\n\n/\n!\n//\n", [], ["x", "/"]),
  ]

  @Test(arguments: cases)
  func `a pattern leaves out what git would ignore`(
    pattern: String,
    out: [String],
    kept: [String]
  ) {
    for path in out { #expect(leavesOut(path, by: pattern), "\(path)") }
    for path in kept { #expect(!leavesOut(path, by: pattern), "\(path)") }
  }

  @Test
  func `with a slash at its end a pattern is of folders only`() {
    for pattern in ["x/", "/x/", "**/x/", "[x]/"] {
      #expect(leavesOut("x", by: pattern, isFolder: true))
      #expect(!leavesOut("x", by: pattern))
    }
    #expect(leavesOut("a/x", by: "x/", isFolder: true))
    #expect(!leavesOut("a/x", by: "/x/", isFolder: true))
  }

  @Test
  func `bytes that are no UTF-8 are bytes`() {
    let rules = IgnoreRules().adding(IgnoreFile([0xFF, UInt8(ascii: "?")]), of: [])
    #expect(rules.leaveOut([0xFF, 0xFE], isFolder: false))
    #expect(!rules.leaveOut([0xFE, 0xFF], isFolder: false))
  }

  @Test
  func `the file of a deeper folder decides over the outer ones, and for itself only`() {
    let folder = Array("a".utf8)
    let rules = IgnoreRules().adding(IgnoreFile(Array("x\n/y".utf8)), of: [])
      .adding(IgnoreFile(Array("!x\n/z\nb/*".utf8)), of: folder)
    func leaveOut(_ path: String) -> Bool { rules.leaveOut(Array(path.utf8), isFolder: false) }
    #expect(!leaveOut("a/x") && !leaveOut("a/y") && leaveOut("a/z") && leaveOut("a/b/c"))
  }

  /// The time limit is the test: where every `*` is tried anew, no life is long enough.
  @Test(.timeLimit(.minutes(5)))
  func `patterns made to take long do not`() {
    let name = String(repeating: "a", count: 255)
    let path = Array(repeating: name, count: 16).joined(separator: "/")
    let stars = String(repeating: "*a", count: 120)
    #expect(!leavesOut(name, by: stars + "b"))
    #expect(!leavesOut(path, by: "/" + String(repeating: "**/\(stars)/", count: 8) + "b"))
    #expect(!leavesOut(name, by: String(repeating: "*", count: 100_000) + "b"))
  }

  @Test(.enabled(if: Git.program != nil, "git is not installed"), arguments: 0..<4)
  func `in random trees just those files are found that git does not ignore`(seed: Int)
    async throws
  {
    try await withTemporaryFolder { folder in
      let repository = folder.appending(path: "tree")
      try write("", to: "tree/.keep", in: folder)
      try Git.makeRepository(of: repository)
      let root = Array(repository.path(percentEncoded: false).utf8)
      var random = SeededGenerator(seed: UInt64(seed))
      let trees = (0..<50).map { _ in IgnoredTree(using: &random) }
      var paths: [[UInt8]] = []
      for (number, tree) in trees.enumerated() {
        let name = Array("\(number)".utf8)
        tree.make(in: joined(root, name))
        paths += tree.files.map { joined(name, $0) }
      }
      let ignored = try Git.ignored(paths, in: repository, scratch: folder)
      #expect(!ignored.isEmpty)
      for (number, tree) in trees.enumerated() {
        let name = Array("\(number)".utf8)
        let wanted = tree.files.filter { !ignored.contains(joined(name, $0)) }
        let whole = try FolderScanner.scan(joined(root, name))
        #expect(whole.unreadable.isEmpty)
        #expect(
          Set(whole.files.map { String(decoding: $0.path, as: UTF8.self).debugDescription })
            == Set(wanted.map { String(decoding: $0, as: UTF8.self).debugDescription }),
          "\(tree.ignoreFiles.mapValues { String(decoding: $0, as: UTF8.self) })"
        )
        // Each file by itself is taken or left out as it was with all the others.
        let single = try FolderScanner.scan(joined(root, name), places: Array(tree.files))
        #expect(single.files == whole.files)
      }
    }
  }
}
