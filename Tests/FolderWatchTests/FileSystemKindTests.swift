// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

@testable import FolderWatch

struct `Kinds of file systems` {
  @Test(
    arguments: [
      (0x6969, "NFS"), (0x517B, "SMB"), (0xFF53_4D42, "SMB"), (0xFE53_4D42, "SMB"),
      (0x6573_5546, "FUSE"), (0x0102_1997, "9P"), (0x5346_414F, "AFS"), (0x00C3_6400, "Ceph"),
      (0x786F_4256, "VirtualBox shared folder"),
    ] as [(UInt32, String)]
  )
  func `where others can change files the kernel is not relied on`(number: UInt32, name: String) {
    let kind = FileSystemKind(magicNumber: number)
    #expect(kind.name == name)
    #expect(!kind.tellsOfChanges)
  }

  @Test(
    arguments: [0xEF53, 0x9123_683E, 0x5846_5342, 0x0102_1994, 0x794C_7630, 0x4D44] as [UInt32]
  )
  func `file systems of this machine tell of changes`(number: UInt32) {
    let kind = FileSystemKind(magicNumber: number)
    #expect(kind.name == nil && kind.tellsOfChanges)
  }

  @Test
  func `the kind of a folder is what the system says`() async throws {
    #expect(try FileSystemKind.of(Array("/proc".utf8)).name == "proc")
    try await withTemporaryFolder { folder in
      let path = Array(folder.path(percentEncoded: false).utf8)
      let kind = try FileSystemKind.of(path)
      #expect(kind.tellsOfChanges == (kind.name == nil))
      #expect(throws: SystemError(number: ENOENT)) {
        try FileSystemKind.of(path + Array("nowhere".utf8))
      }
    }
  }
}
