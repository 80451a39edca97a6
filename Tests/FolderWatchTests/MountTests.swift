// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import FolderWatch

/// Nothing is mounted here: what is known is made up instead.
struct `Folders that are away` {
  private typealias Known = [[UInt8]: FolderIdentity]

  private func identity(_ number: UInt64, isMountPoint: Bool = true) -> FolderIdentity {
    FolderIdentity(inode: number, fileSystem: 7, isMountPoint: isMountPoint)
  }

  private func bytes(_ names: String...) -> [[UInt8]] { names.map { Array($0.utf8) } }

  private func names(_ scan: FolderScan) -> [String] {
    scan.files.map { String(decoding: $0.path, as: UTF8.self) }
  }

  private func unreadable(_ scan: FolderScan) -> [String] {
    scan.unreadable.map { String(decoding: $0.path, as: UTF8.self) }
  }

  /// Calls `body` with the path of a folder that holds the files of these names, and folders where
  /// a name ends with a slash.
  private func withFolder(_ names: String..., body: ([UInt8]) throws -> Void) async throws {
    try await withTemporaryFolder { folder in
      for name in names {
        if name.hasSuffix("/") {
          let path = folder.appending(path: name)
          try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        } else {
          try write("x", to: name, in: folder)
        }
      }
      try body(Array(folder.path(percentEncoded: false).utf8.trimmingSlash))
    }
  }

  @Test
  func `an identity says whether a file system begins there`() async throws {
    #expect(try FolderIdentity(of: Array("/".utf8)).isMountPoint)
    #expect(try FolderIdentity(of: Array("/proc".utf8)).isMountPoint)
    try await withFolder("a/", "file") { root in
      let folder = try FolderIdentity(of: joined(root, Array("a".utf8)))
      #expect(!folder.isMountPoint)
      #expect(try folder.fileSystem == FolderIdentity(of: root).fileSystem)
      #expect(try folder == FolderIdentity(of: root + Array("/a/../a".utf8)))
      #expect(try folder != FolderIdentity(of: root))
      #expect(throws: SystemError(number: ENOTDIR)) {
        try FolderIdentity(of: joined(root, Array("file".utf8)))
      }
      #expect(throws: SystemError(number: ENOENT)) {
        try FolderIdentity(of: joined(root, Array("nowhere".utf8)))
      }
    }
  }

  @Test
  func `a scan says which folder the root is as long as there is something in it`() async throws {
    try await withFolder("a/b.txt") { root in
      let known = try FolderScanner.scan(root).identities
      #expect(known == [[]: try FolderIdentity(of: root)])
      let again = try FolderScanner.scan(root, places: bytes("a"), knowing: known)
      #expect(again.identities == known && names(again) == ["a/b.txt"])
      // Whoever deletes all in it means it.
      try FileManager.default.removeItem(atPath: String(decoding: root, as: UTF8.self) + "/a")
      let empty = try FolderScanner.scan(root, knowing: known)
      #expect(empty.identities.isEmpty && empty.files.isEmpty && empty.couldSee(bytes("a")[0]))
    }
  }

  @Test(arguments: ["", "a"])
  func `an empty root that is not the one known is away`(place: String) async throws {
    try await withFolder { root in
      for known in [identity(1), identity(1, isMountPoint: false)] {
        #expect(throws: SystemError.unmounted) {
          try FolderScanner.scan(root, places: bytes(place), knowing: [[]: known])
        }
      }
    }
  }

  @Test(arguments: ["", "a.txt"])
  func `a root that is not empty is believed, but for a folder where a mount point was`(
    place: String
  ) async throws {
    try await withFolder("a.txt") { root in
      let known = identity(1, isMountPoint: false)
      let scan = try FolderScanner.scan(root, places: bytes(place), knowing: [[]: known])
      #expect(names(scan) == ["a.txt"])
      #expect(scan.identities == [[]: try FolderIdentity(of: root)])
      #expect(throws: SystemError.unmounted) {
        try FolderScanner.scan(root, places: bytes(place), knowing: [[]: identity(1)])
      }
    }
  }

  @Test
  func `within a folder that is away nothing is known, and all else is`() async throws {
    try await withFolder("in/full/a.txt", "in/empty/", "in/b.txt") { root in
      let known: Known = [
        bytes("in/full")[0]: identity(1), bytes("in/empty")[0]: identity(2, isMountPoint: false),
        bytes("in/missing")[0]: identity(3), bytes("gone/deep/missing")[0]: identity(4),
        bytes("in/plain")[0]: identity(5, isMountPoint: false), bytes("in/b.txt")[0]: identity(6),
      ]
      let away = ["gone/deep/missing", "in/empty", "in/full", "in/missing"]
      var listed: [String] = []
      let scan = try FolderScanner.scan(root, knowing: known) {
        listed.append(String(decoding: $0, as: UTF8.self))
      }
      #expect(names(scan) == ["in/b.txt"])
      #expect(unreadable(scan).sorted() == away)
      #expect(scan.unreadable.allSatisfy { $0.reason == FolderScanner.awayReason })
      #expect(Set(listed) == ["", "in", "in/empty", "in/full"])
      for path in away { #expect(!scan.couldSee(Array("\(path)/a/b.txt".utf8))) }
      #expect(scan.couldSee(Array("gone/deep/c.txt".utf8)))
      #expect(Array(scan.identities.keys) == [[]])

      // Places in them, of them and above them; each once.
      let places = bytes(
        "gone/deep/missing/x",
        "gone/deep/missing/y/z",
        "in/b.txt",
        "in/empty",
        "in/full/a.txt",
        "in/full/b",
        "in/missing/x/y",
        "in/plain"
      )
      let single = try FolderScanner.scan(root, places: places, knowing: known)
      #expect(names(single) == ["in/b.txt"])
      #expect(unreadable(single).sorted() == away)
      let above = try FolderScanner.scan(root, places: bytes("gone"), knowing: known)
      #expect(unreadable(above) == ["gone/deep/missing"])
      let beside = try FolderScanner.scan(root, places: bytes("in/b.txt"), knowing: known)
      #expect(beside.unreadable.isEmpty)
    }
  }

  @Test
  func `a mount point that is left out by now is not missed`() async throws {
    try await withFolder("a.txt") { root in
      let text = String(decoding: root, as: UTF8.self)
      try write("media/*\n", to: ".splitsearchignore", in: URL(filePath: text))
      let known: Known = [bytes("media/disk")[0]: identity(1)]
      #expect(try FolderScanner.scan(root, knowing: known).unreadable.isEmpty)
    }
  }

  @Test
  func `folders that are what they are known to be are scanned`() async throws {
    try await withFolder("in/a.txt", "in/deep/b.txt", "empty/") { root in
      var known: Known = [:]
      for name in bytes("", "in", "empty") {
        known[name] = try FolderIdentity(of: joined(root, name))
      }
      let scan = try FolderScanner.scan(root, knowing: known)
      #expect(names(scan) == ["in/a.txt", "in/deep/b.txt"])
      #expect(scan.unreadable.isEmpty)
      let single = try FolderScanner.scan(root, places: bytes("in/deep", "empty/x"), knowing: known)
      #expect(names(single) == ["in/deep/b.txt"])
      #expect(single.unreadable.isEmpty)
    }
  }

  private static var hasMountInDev: Bool {
    (try? FolderIdentity(of: Array("/dev/pts".utf8)))?.isMountPoint ?? false
  }

  @Test(.enabled(if: hasMountInDev, "nothing is mounted at /dev/pts"))
  func `mount points below the root are told`() throws {
    let scan = try FolderScanner.scan(Array("/dev".utf8), places: bytes("pts"))
    #expect(scan.identities == [bytes("pts")[0]: try FolderIdentity(of: Array("/dev/pts".utf8))])
  }
}
