// SPDX-License-Identifier: GPL-3.0-or-later

internal import CFileSystem

/// File systems whose files may be locked by whom this kernel knows nothing of.
package enum SharedFileSystem {
  /// Whether what lies at a path lies on one, or there is no telling.
  package static func holds(_ path: String) -> Bool {
    var status = statfs()
    guard statfs(path, &status) == 0 else { return true }
    return kinds.contains(UInt32(truncatingIfNeeded: status.f_type))
  }

  /// Their magic numbers, of `linux/magic.h` or of a driver.
  private static let kinds: Set<UInt32> = [
    // On servers: NFS, SMB (three drivers), NCP, AFS (two), Coda, Ceph, Lustre, BeeGFS, OrangeFS,
    // GPFS.
    0x0000_6969, 0x0000_517B, 0xFF53_4D42, 0xFE53_4D42, 0x0000_564C, 0x5346_414F, 0x6B41_4653,
    0x7375_7245, 0x00C3_6400, 0x0BD0_0BD0, 0x1983_0326, 0x2003_0528, 0x4750_4653,
    // On disks that several machines have: GFS2, OCFS2.
    0x0116_1970, 0x7461_636F,
    // Of the machine that this one runs in: 9P, VirtualBox, VMware, Parallels.
    0x0102_1997, 0x786F_4256, 0xBACB_ACBC, 0x7C7C_6673,
    // Of programs, which may be any of these: FUSE.
    0x6573_5546,
  ]
}
