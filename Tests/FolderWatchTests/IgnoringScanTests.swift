// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import FolderWatch

struct `Scanning with ignore files` {
  private func root(_ folder: URL) -> [UInt8] {
    Array(folder.path(percentEncoded: false).utf8.trimmingSlash)
  }

  private func names(_ scan: FolderScan) -> [String] {
    scan.files.map { String(decoding: $0.path, as: UTF8.self) }
  }

  private func problems(_ scan: FolderScan) -> [String] {
    scan.unreadable.map { "\(String(decoding: $0.path, as: UTF8.self)): \($0.reason)" }
  }

  @Test
  func `what is left out is not named, and left-out folders are not listed`() async throws {
    try await withTemporaryFolder { folder in
      for name in ["a.txt", "out/a.txt", "out/deep/b.txt", "in/c.txt", "in/d.md"] {
        try write("x", to: name, in: folder)
      }
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: "in/link").path(percentEncoded: false),
        withDestinationPath: "c.txt"
      )
      try write("out/\nlink\n*.md\n", to: ".splitsearchignore", in: folder)
      try write("!a.txt\n", to: "out/.splitsearchignore", in: folder)
      try write("!d.md\n!.hidden\n!e.md~\n", to: "in/.splitsearchignore", in: folder)
      try write("x", to: "in/.hidden", in: folder)
      try write("x", to: "in/e.md~", in: folder)
      var listed: [String] = []
      let scan = try FolderScanner.scan(root(folder)) {
        listed.append(String(decoding: $0, as: UTF8.self))
      }
      #expect(names(scan) == ["a.txt", "in/c.txt", "in/d.md"])
      #expect(scan.leftAlone.isEmpty && scan.unreadable.isEmpty)
      #expect(listed == ["", "in"])
    }
  }

  @Test
  func `places know the ignore files above them`() async throws {
    try await withTemporaryFolder { folder in
      for name in ["out/a.txt", "in/b.txt", "in/c.md", "in/deep/d.md", "in/deep/e.txt"] {
        try write("x", to: name, in: folder)
      }
      try write("/out\n*.md", to: ".splitsearchignore", in: folder)
      try write("!c.md\ndeep/e*", to: "in/.splitsearchignore", in: folder)
      let places = ["out", "out/a.txt", "in/b.txt", "in/c.md", "in/deep"].map { Array($0.utf8) }
      let scan = try FolderScanner.scan(root(folder), places: places)
      #expect(names(scan) == ["in/b.txt", "in/c.md"])
      #expect(scan.couldSee(Array("out/a.txt".utf8)))
    }
  }

  @Test(arguments: ["in", ""])
  func `a folder whose ignore file cannot be read is not known`(path: String) async throws {
    try await withTemporaryFolder { folder in
      let file = path + "/.splitsearchignore"
      try write("x", to: "in/a.txt", in: folder)
      try write("x", to: "in/deep/b.txt", in: folder)
      for places in [[""], ["in/a.txt", "in/deep"]].map({ $0.map { Array($0.utf8) } }) {
        try FileManager.default.createDirectory(
          at: folder.appending(path: file),
          withIntermediateDirectories: false
        )
        let odd = try FolderScanner.scan(root(folder), places: places)
        #expect(
          problems(odd) == [
            "\(path): \".splitsearchignore\" cannot be read: it is no regular file"
          ]
        )
        #expect(odd.files.isEmpty && !odd.couldSee(Array("in/deep/b.txt".utf8)))
        try FileManager.default.removeItem(at: folder.appending(path: file))

        try write(String(repeating: "x\n", count: 524_289), to: file, in: folder)
        let large = try FolderScanner.scan(root(folder), places: places)
        #expect(
          problems(large) == [
            "\(path): \".splitsearchignore\" cannot be read: it is larger than 1 MiB"
          ]
        )
        try write(String(repeating: "x\n", count: 524_288), to: file, in: folder)
        #expect(try names(FolderScanner.scan(root(folder))).count == 2)
        try FileManager.default.removeItem(at: folder.appending(path: file))
      }
    }
  }

  @Test
  func `unfinished downloads and locks are passed over, folders of such names are not`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let kept = ["2.part/a.txt", "4913", "a.swp", "part", "x.part.txt", "~a.txt"]
      let out = ["a.part", "a.pdf.crdownload", "a.partial", "~$a.docx", "deep/b.md.part"]
      for name in kept + out { try write("x", to: name, in: folder) }
      #expect(try names(FolderScanner.scan(root(folder))) == kept)
      let places = out.map { Array($0.utf8) }
      #expect(try FolderScanner.scan(root(folder), places: places).files.isEmpty)
    }
  }
}
