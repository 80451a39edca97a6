// SPDX-License-Identifier: GPL-3.0-or-later

internal import CFileSystem

/// What kind of file system a folder lies on.
///
/// The kernel tells of what is done through it. Where others can change files behind its back, as on
/// a server, a watch is set without an error and tells nothing.
package struct FileSystemKind: Hashable, Sendable {
  /// What `statfs` calls the kind.
  private let magicNumber: UInt32

  /// The kind of a magic number, one of those in `linux/magic.h` or in a driver.
  init(magicNumber: UInt32) {
    self.magicNumber = magicNumber
  }

  /// Looks at the file system of what lies at a path.
  ///
  /// - Parameter path: an absolute path, as bytes.
  /// - Returns: the kind.
  /// - Throws: what the system says if it cannot be looked at.
  package static func of(_ path: [UInt8]) throws(SystemError) -> FileSystemKind {
    var status = statfs()
    guard withPath(path, { statfs($0, &status) }) == 0 else { throw .last }
    return FileSystemKind(magicNumber: UInt32(truncatingIfNeeded: status.f_type))
  }

  /// What people call it, such as `NFS`; nil for those that tell of all changes.
  package var name: String? { Self.silent[magicNumber] }

  /// Whether the kernel tells of all changes, whoever makes them.
  package var tellsOfChanges: Bool { name == nil }

  /// Those that do not.
  ///
  /// NTFS-3G and others that are local are FUSE too and cannot be told apart.
  private static let silent: [UInt32: String] = [
    // On servers.
    0x0000_6969: "NFS",
    0x0000_517B: "SMB",
    0xFF53_4D42: "SMB",  // cifs
    0xFE53_4D42: "SMB",  // smb3
    0x0000_564C: "NCP",
    0x5346_414F: "AFS",  // OpenAFS
    0x6B41_4653: "AFS",  // kAFS
    0x7375_7245: "Coda",
    0x00C3_6400: "Ceph",
    0x0BD0_0BD0: "Lustre",
    0x1983_0326: "BeeGFS",
    0x2003_0528: "OrangeFS",
    0x4750_4653: "GPFS",
    // On disks that several machines have.
    0x0116_1970: "GFS2",
    0x7461_636F: "OCFS2",
    // Of the machine that this one runs in.
    0x0102_1997: "9P",
    0x786F_4256: "VirtualBox shared folder",
    0xBACB_ACBC: "VMware shared folder",
    0x7C7C_6673: "Parallels shared folder",
    0x00C0_FFEE: "hostfs",
    // Of programs, and of the kernel itself.
    0x6573_5546: "FUSE",
    0x0000_9FA0: "proc",
    0x6265_6572: "sysfs",
  ]
}
