// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import SystemFiles
import TestSupport
import Testing

@Suite struct `Real path` {
  @Test func `has no links, whatever of it is there`() async throws {
    try await withTemporaryFolder { folder in
      let root = RealPath.of(folder.path)
      try write("", to: "a/b/file", in: folder)
      try FileManager.default.createSymbolicLink(
        atPath: root + "/link",
        withDestinationPath: "a/b"
      )
      for (path, real) in [
        ("a/b", "a/b"), ("link", "a/b"), ("link/file", "a/b/file"), ("link/none", "a/b/none"),
        ("link/../none", "a/none"), ("a/./b/..", "a"), ("none/../link", "link"),
        ("none/./deep/../i", "none/i"), ("a/none/../i", "a/i"),
      ] {
        #expect(RealPath.of("\(root)/\(path)") == "\(root)/\(real)", "\(path)")
      }
    }
  }

  @Test(arguments: ["/", "/..", "/nonexistent/../.."])
  func `ends at the top`(path: String) {
    #expect(RealPath.of(path) == "/")
  }
}

@Suite struct `Shared file system` {
  @Test func `is none of the kernel's own, and is feared where there is no telling`() {
    #expect(!SharedFileSystem.holds("/proc/self/stat"))
    #expect(SharedFileSystem.holds("/nonexistent"))
  }
}
