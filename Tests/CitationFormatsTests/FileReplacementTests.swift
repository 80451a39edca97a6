// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import Foundation
import TestSupport
import Testing

@Suite struct `Replacing what is in a file` {
  private let old = Array("old".utf8)
  private let new = Array("newer".utf8)

  @Test func `the file holds the new bytes, with its permissions, and nothing is left beside it`()
    async throws
  {
    try await withTemporaryFolder { folder in
      try write("old", to: "a.md", in: folder)
      let path = folder.appending(path: "a.md").path
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
      try FileReplacement.replace(old, by: new, at: path)
      #expect(FileManager.default.contents(atPath: path) == Data(new))
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o640)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.md"])
    }
  }

  @Test func `a link stays, and the file it leads to is replaced`() async throws {
    try await withTemporaryFolder { folder in
      try write("old", to: "real/a.md", in: folder)
      let link = folder.appending(path: "link.md")
      try FileManager.default.createSymbolicLink(
        atPath: link.path,
        withDestinationPath: "real/a.md"
      )
      try FileReplacement.replace(old, by: new, at: link.path)
      let target = try FileManager.default.destinationOfSymbolicLink(atPath: link.path)
      #expect(target == "real/a.md")
      let real = folder.appending(path: "real/a.md").path
      #expect(FileManager.default.contents(atPath: real) == Data(new))
    }
  }

  @Test(arguments: ["olD", "older", "", "ol"])
  func `a file that somebody else changed is not touched`(_ text: String) async throws {
    try await withTemporaryFolder { folder in
      try write(text, to: "a.md", in: folder)
      let path = folder.appending(path: "a.md").path
      let error = #expect(throws: FileFault.self) {
        try FileReplacement.replace(old, by: new, at: path)
      }
      #expect(error?.code == .changed)
      #expect(FileManager.default.contents(atPath: path) == Data(text.utf8))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.md"])
    }
  }

  @Test func `the same bytes leave the file itself`() async throws {
    try await withTemporaryFolder { folder in
      try write("old", to: "a.md", in: folder)
      let path = folder.appending(path: "a.md").path
      let number = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      try FileReplacement.replace(old, by: old, at: path)
      let after = try FileManager.default.attributesOfItem(atPath: path)[.systemFileNumber] as? Int
      #expect(number == after)
    }
  }

  @Test(arguments: ["missing", "folder", "pipe", "loop"])
  func `what is no regular file is refused`(_ name: String) async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: name).path
      switch name {
      case "folder": try write("", to: "folder/a", in: folder)
      case "pipe": try #require(mkfifo(path, 0o600) == 0)
      case "loop":
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "loop")
      default: break
      }
      let error = #expect(throws: FileFault.self) {
        try FileReplacement.replace(old, by: new, at: path)
      }
      #expect(error?.code == .system)
    }
  }
}
