// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageIndex
import PassageModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Index folder` {
  @Test
  func `a missing and an empty folder hold no index`() async throws {
    try await withTemporaryFolder { folder in
      #expect(code { _ = try IndexReader(path: "\(folder.path)/missing") } == .notFound)
      #expect(code { _ = try IndexReader(path: folder.path) } == .notFound)
    }
  }

  @Test
  func `a missing folder and an empty one become an index`() async throws {
    try await withTemporaryFolder { folder in
      for path in ["\(folder.path)/new/er", folder.path] {
        guard path != folder.path else { continue }
        try makeIndex(path, "one")
        #expect(try IndexReader(path: path).passageCount == 1)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode.map { $0 & 0o077 } == 0)
      }
      let empty = folder.appending(path: "empty")
      try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
      try makeIndex(empty.path, "one")
      #expect(try IndexReader(path: empty.path).passageCount == 1)
    }
  }

  @Test
  func `a file, a folder of something else and a strange stub are no index`() async throws {
    try await withTemporaryFolder { folder in
      try write("text", to: "file", in: folder)
      try write("text", to: "other/notes.txt", in: folder)
      let stubs = [
        "", "garbage", "auto generation-000001", "auto ../other\n", "auto generation-1\n",
        "auto generation-000000\n", "remote example.org:33333\n", "auto generation-000001\nx\n",
      ]
      for (index, stub) in stubs.enumerated() {
        try write(stub, to: "stub\(index)/XAPIANDB", in: folder)
      }
      for name in ["file", "other"] + stubs.indices.map({ "stub\($0)" }) {
        let path = folder.appending(path: name).path
        #expect(code { _ = try IndexReader(path: path) } == .notAnIndex, "\(name)")
        #expect(code { _ = try IndexWriter(path: path) } == .notAnIndex, "\(name)")
        let lock = FileManager.default.fileExists(atPath: "\(path)/writer.lock")
        #expect(!lock, "nothing may be left in \(name)")
      }
    }
  }

  @Test
  func `a generation that is missing is corrupt`() async throws {
    try await withTemporaryFolder { folder in
      try write("auto generation-000001\n", to: "XAPIANDB", in: folder)
      #expect(code { _ = try IndexReader(path: folder.path) } == .corrupt)
      #expect(code { _ = try IndexWriter(path: folder.path) } == .corrupt)
    }
  }

  @Test
  func `what a writer left that died before the stub is started over`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      try FileManager.default.removeItem(atPath: "\(path)/XAPIANDB")
      try Data().write(to: URL(filePath: "\(path)/generation-000001/iamglass"))
      #expect(code { _ = try IndexReader(path: path) } == .notFound)
      try makeIndex(path, "two")
      #expect(try IndexReader(path: path).texts(.term("two")) == ["two"])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func `an index that may not be read is permissionDenied`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      for (name, mode) in [
        ("", 0o700), ("/XAPIANDB", 0o600), ("/generation-000001/iamglass", 0o600),
      ] {
        let file = path + name
        try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
        #expect(code { _ = try IndexReader(path: path) } == .permissionDenied, "\(name)")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file)
      }
    }
  }

  @Test
  func `the engine's own tools can open the folder`() async throws {
    try await withIndexPath { path in
      try makeIndex(path, "one")
      let stub = try String(contentsOfFile: "\(path)/XAPIANDB", encoding: .utf8)
      #expect(stub == "auto generation-000001\n")
    }
  }
}
