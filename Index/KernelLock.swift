// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// A lock of `flock` that is held to write, as the kernel lists it.
///
/// - SeeAlso: `man 5 proc_locks`.
package struct KernelLock: Hashable, Sendable {
  /// The process that took it.
  package let process: Int
  /// The device of the file system, `major:minor` in hexadecimal digits.
  package let device: String
  /// The inode number of the file.
  package let inode: UInt64

  /// All such locks in the content of `/proc/locks`; those that others wait for are none.
  package static func all(in list: String) -> [KernelLock] {
    list.split(separator: "\n").compactMap { line in
      // `5: FLOCK  ADVISORY  WRITE 5474 fe:00:16222541 0 EOF`
      let fields = line.split(separator: " ")
      guard fields.count >= 6, fields[1] == "FLOCK", fields[3] == "WRITE",
        let process = Int(fields[4]), let colon = fields[5].lastIndex(of: ":"),
        let inode = UInt64(fields[5][fields[5].index(after: colon)...])
      else { return nil }
      return KernelLock(process: process, device: String(fields[5][..<colon]), inode: inode)
    }
  }

  /// Whether it is a lock on a file.
  ///
  /// File systems such as btrfs tell another device here than `stat` does: then the holder's number
  /// in the file decides.
  func isOn(_ status: stat, heldBy written: Int?) -> Bool {
    guard inode == status.st_ino else { return false }
    return device == Self.device(status.st_dev) || process == written
  }

  /// - SeeAlso: `gnu_dev_major` of glibc's sysmacros.h, which Swift does not see.
  private static func device(_ number: dev_t) -> String {
    let number = UInt64(number)
    let major = (number >> 8) & 0xFFF | (number >> 32) & ~0xFFF
    let minor = number & 0xFF | (number >> 12) & ~0xFF
    return [major, minor].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined(separator: ":")
  }
}
