// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import SystemFiles
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Bounded file` {
  @Test func `is read as a whole, up to its limit`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder.appending(path: "file").path
      #expect(BoundedFile.read(path, limit: 1 << 20) == .missing)
      #expect(BoundedFile.read(path + "/below", limit: 1 << 20) == .missing)
      let bytes = [UInt8](repeating: 7, count: 1 << 20)
      try write(Data(bytes), to: "file", in: folder)
      #expect(BoundedFile.read(path, limit: bytes.count) == .read(bytes))
      try write(Data(bytes + [7]), to: "file", in: folder)
      let refusal = BoundedFile.read(path, limit: bytes.count)
      #expect(refusal == .refused("it is larger than 1 MiB"))
      #expect(refusal.content == nil)
    }
  }

  @Test func `is no pipe, which would be waited for, and no folder`() async throws {
    try await withTemporaryFolder { folder in
      let pipe = folder.appending(path: "pipe").path
      try #require(mkfifo(pipe, 0o600) == 0)
      #expect(BoundedFile.read(pipe, limit: 9) == .refused("it is no file"))
      #expect(BoundedFile.read(folder.path, limit: 9) == .refused("it is no file"))
    }
  }

  @Test func `may be one of the kernel's`() {
    #expect(BoundedFile.read("/proc/self/stat", limit: 4_096).content?.isEmpty == false)
  }
}
