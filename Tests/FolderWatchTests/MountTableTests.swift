// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

@testable import FolderWatch

@Suite struct `Mount table` {
  private func mounts(_ lines: String...) -> Set<ArraySlice<UInt8>> {
    MountTable.mounts(in: Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

  @Test func `a mount is told by its number, its device and its place`() {
    let old = mounts("36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw")
    // Only what it may do has changed.
    #expect(mounts("36 35 98:0 /mnt1 /mnt2 ro,noatime master:1 - ext3 /dev/root ro") == old)
    #expect(mounts("37 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw") != old)
    #expect(mounts("36 35 98:1 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/sdb rw") != old)
    #expect(old.map(MountTable.place(of:)) == [bytes("/mnt2")])
  }

  @Test func `its place is read as it is written`() {
    let mounts = mounts("1 2 0:3 / /srv/a\\040b\\134c\\011\\012/\u{E9} rw - tmpfs none rw")
    #expect(mounts.map(MountTable.place(of:)) == [bytes("/srv/a b\\c\t\n/\u{E9}")])
  }

  @Test func `lines that are none are passed over`() {
    #expect(mounts("", "1 2 0:3 /", "nonsense").isEmpty)
  }

  @Test func `this process sees what is mounted`() {
    var table = MountTable()
    defer { close(table.descriptor) }
    #expect(table.descriptor >= 0)
    #expect(table.takeChanges().isEmpty)
  }

  @Test func `what lies in a watched folder is dirty, or all of it`() async throws {
    try await withTemporaryFolder { folder in
      let root = Array(folder.path(percentEncoded: false).utf8.trimmingSlash)
      try FileManager.default.createDirectory(
        at: folder.appending(path: "a"),
        withIntermediateDirectories: true
      )
      let descriptor = inotify_init1(0)
      defer { close(descriptor) }
      var table = WatchTable(descriptor: descriptor)
      try table.watch(DirtyPlace(root: root, path: []))
      func dirty(_ points: [UInt8]...) -> Set<DirtyPlace> {
        table.places(changedByMountsAt: Set(points))
      }
      #expect(dirty(root + bytes("/a")) == [DirtyPlace(root: root, path: bytes("a"))])
      #expect(dirty(root) == [DirtyPlace(root: root, path: [])])
      #expect(dirty(bytes("/")) == [DirtyPlace(root: root, path: [])])
      #expect(dirty(root + bytes("b"), bytes("/nowhere")).isEmpty)
    }
  }
}
