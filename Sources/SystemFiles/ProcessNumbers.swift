// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Which processes can be seen from here.
///
/// - SeeAlso: `man 7 pid_namespaces`.
package enum ProcessNumbers {
  /// Whether all of the machine have a number here; in a container, only its own have one.
  package static var areTheMachines: Bool {
    var status = stat()
    return stat("/proc/self/ns/pid", &status) == 0 && status.st_ino == firstNamespace
  }

  /// The inode number of the machine's own namespace, always the same.
  ///
  /// - SeeAlso: `PROC_PID_INIT_INO` in Linux's `include/linux/proc_ns.h`.
  private static let firstNamespace: ino_t = 0xEFFF_FFFC
}
