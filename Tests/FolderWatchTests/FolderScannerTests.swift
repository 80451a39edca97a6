// SPDX-License-Identifier: GPL-3.0-or-later

import FolderWatch
import Foundation
import TestSupport
import Testing

struct `Folder scanner` {
  private func scan(_ folder: URL, excluding: [URL] = []) throws -> FolderScan {
    try FolderScanner.scan(
      Array(folder.path(percentEncoded: false).utf8.trimmingSlash),
      excluding: excluding.map { Array($0.path(percentEncoded: false).utf8.trimmingSlash) }
    )
  }

  private func names(_ files: [FoundFile]) -> [String] {
    files.map { String(decoding: $0.path, as: UTF8.self) }
  }

  @Test
  func `all files are found, in the order of their bytes, hidden ones and backups aside`()
    async throws
  {
    try await withTemporaryFolder { folder in
      for name in ["b.txt", "a/z.txt", "a/b/c.md", "a.txt", ".git/x", "n.txt~", "#n.txt#", "é.txt"]
      {
        try write("x", to: name, in: folder)
      }
      let found = try scan(folder)
      #expect(names(found.files) == ["a.txt", "a/b/c.md", "a/z.txt", "b.txt", "é.txt"])
      #expect(found.leftAlone.isEmpty && found.unreadable.isEmpty)
    }
  }

  @Test
  func `names that are not UTF-8 and names with control characters keep their bytes`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let root = Array(folder.path(percentEncoded: false).utf8.trimmingSlash)
      for name: [UInt8] in [[0xFF, 0x2E, 0x74], Array("new\nline\u{1B}[31m".utf8)] {
        let file = withPath(root + [UInt8(ascii: "/")] + name) { fopen($0, "w") }
        fclose(file)
      }
      let found = try scan(folder).files.map(\.path)
      #expect(found == [Array("new\nline\u{1B}[31m".utf8), [0xFF, 0x2E, 0x74]])
    }
  }

  @Test
  func `links, cycles and pipes are left alone, each with its reason`() async throws {
    try await withTemporaryFolder { folder in
      try write("x", to: "real/file.txt", in: folder)
      let files = FileManager.default
      for (name, target) in [
        ("broken", "nowhere"), ("cycle", "."), ("to-file", "real/file.txt"), ("self", "self"),
      ] {
        try files.createSymbolicLink(
          atPath: folder.appending(path: name).path(percentEncoded: false),
          withDestinationPath: target
        )
      }
      mkfifo(folder.appending(path: "pipe").path(percentEncoded: false), 0o600)
      let found = try scan(folder)
      #expect(names(found.files) == ["real/file.txt"])
      #expect(
        found.leftAlone.map { "\(String(decoding: $0.path, as: UTF8.self)): \($0.reason)" } == [
          "broken: broken symbolic link",
          "cycle: symbolic link, not followed",
          "pipe: no regular file (a pipe, socket or device)",
          "self: broken symbolic link",
          "to-file: symbolic link, not followed",
        ]
      )
    }
  }

  @Test
  func `an excluded folder is passed over wherever it lies`() async throws {
    try await withTemporaryFolder { folder in
      try write("x", to: "a/index/XAPIANDB", in: folder)
      try write("x", to: "a/b.txt", in: folder)
      let found = try scan(folder, excluding: [folder.appending(path: "a/index")])
      #expect(names(found.files) == ["a/b.txt"])
    }
  }

  @Test
  func `another index is no document`() async throws {
    try await withTemporaryFolder { folder in
      try write("x", to: "a/index/XAPIANDB", in: folder)
      try write("x", to: "a/index/generation-000001/iamglass", in: folder)
      let found = try scan(folder)
      #expect(found.files.isEmpty)
      #expect(found.leftAlone.map(\.reason) == ["a search index, not read"])
    }
  }

  @Test
  func `a missing folder, and a file in its place, are errors`() async throws {
    try await withTemporaryFolder { folder in
      try write("x", to: "file", in: folder)
      let missing = #expect(throws: SystemError.self) {
        try scan(folder.appending(path: "nowhere"))
      }
      #expect(missing?.description == "no such file or directory")
      let file = #expect(throws: SystemError.self) { try scan(folder.appending(path: "file")) }
      #expect(file?.description == "not a directory")
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may list every folder"))
  func `a folder that cannot be listed hides what is in it, and nothing else`() async throws {
    try await withTemporaryFolder { folder in
      try write("x", to: "closed/a.txt", in: folder)
      try write("x", to: "closedness.txt", in: folder)
      let closed = folder.appending(path: "closed").path(percentEncoded: false)
      chmod(closed, 0)
      defer { chmod(closed, 0o700) }
      let found = try scan(folder)
      #expect(names(found.files) == ["closedness.txt"])
      #expect(found.unreadable.map(\.reason) == ["cannot be listed: permission denied"])
      #expect(!found.couldSee(Array("closed/a.txt".utf8)))
      #expect(found.couldSee(Array("closedness.txt".utf8)))
    }
  }

  @Test
  func `a tree deeper than there are file descriptors is scanned to its end`() async throws {
    try await withTemporaryFolder { folder in
      let deep = Array(repeating: "d", count: 1_500).joined(separator: "/")
      try write("x", to: deep + "/end.txt", in: folder)
      #expect(names(try scan(folder).files) == [deep + "/end.txt"])
    }
  }

  @Test
  func `a cancelled task lists no further folder`() async throws {
    try await withTemporaryFolder { folder in
      try write("x", to: "a/b/c.txt", in: folder)
      let root = Array(folder.path(percentEncoded: false).utf8.trimmingSlash)
      let task = Task {
        var listed = 0
        let error = #expect(throws: SystemError.self) {
          try FolderScanner.scan(root) { _ in
            listed += 1
            withUnsafeCurrentTask { $0?.cancel() }
          }
        }
        return (listed, error)
      }
      let (listed, error) = await task.value
      #expect(listed == 1)
      #expect(error?.isCancelled == true)
      #expect(error?.description == "operation canceled")
    }
  }
}

struct `File content` {
  @Test
  func `a file is read whole, and refused where it is too large`() async throws {
    try await withTemporaryFolder { folder in
      try write(String(repeating: "ab", count: 70_000), to: "f", in: folder)
      let path = Array(folder.appending(path: "f").path(percentEncoded: false).utf8)
      #expect(try FileContent.read(path, maximumByteCount: 140_000).bytes.count == 140_000)
      let refused = #expect(throws: FileContent.Failure.self) {
        try FileContent.read(path, maximumByteCount: 139_999)
      }
      guard case .tooLarge(let state) = refused else {
        Issue.record("\(String(describing: refused))")
        return
      }
      #expect(state.size == 140_000)
    }
  }

  @Test
  func `a pipe or a link in the place of a file is not waited for`() async throws {
    try await withTemporaryFolder { folder in
      let pipe = folder.appending(path: "pipe").path(percentEncoded: false)
      mkfifo(pipe, 0o600)
      #expect(throws: FileContent.Failure.notAFile) {
        try FileContent.read(Array(pipe.utf8), maximumByteCount: 10)
      }
      let link = folder.appending(path: "link").path(percentEncoded: false)
      symlink("pipe", link)
      #expect(throws: FileContent.Failure.notAFile) {
        try FileContent.read(Array(link.utf8), maximumByteCount: 10)
      }
    }
  }

  @Test
  func `a file changed a moment ago is not settled, one changed long ago is`() async throws {
    let now: Int64 = 1_000_000_000_123_456_789
    func state(changedBefore nanoseconds: Int64) -> FileState {
      var status = stat()
      status.st_mode = S_IFREG
      status.st_ctim.tv_sec = Int((now - nanoseconds) / 1_000_000_000)
      status.st_ctim.tv_nsec = Int((now - nanoseconds) % 1_000_000_000)
      return FileState(status)
    }
    #expect(!state(changedBefore: 10_000_000).isSettled(at: now))
    #expect(state(changedBefore: 200_000_000).isSettled(at: now))
    // A time in whole seconds is a file system's that counts no finer.
    #expect(!state(changedBefore: 1_123_456_789).isSettled(at: now))
    #expect(state(changedBefore: 3_123_456_789).isSettled(at: now))
  }
}

extension String.UTF8View {
  /// Without a `/` at the end, which `URL` writes for folders.
  var trimmingSlash: Substring.UTF8View {
    last == UInt8(ascii: "/") ? dropLast() : self[...]
  }
}
