// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import SystemFiles

/// Who has the right to write to an index, as those see it who only look.
///
/// The lock itself is not touched. To try it, even for a moment and to share it, would turn away a
/// writer that starts in that moment; `F_GETLK` and `F_OFD_GETLK` do not see the locks of `flock`
/// (both tried on Linux 6.18). The kernel's list of locks tells without disturbing anybody, and
/// whoever may look into the folder may use it.
package enum LockHolder: Hashable, Sendable {
  /// Nobody writes.
  case nobody
  /// There is no lock: nobody has written yet, or the index was taken away from who does.
  case missing
  /// A process writes: its number, and the number that it wrote into the lock file itself, if that
  /// can be read. In containers the two differ.
  case process(Int, written: Int?)
  /// There is no telling: the folder may not be looked into, there is no list, or it need not name
  /// the lock. It names none whose holder has no number here, as in a container, and none that
  /// another machine holds on a file system of both.
  case unknown

  /// Looks at the lock of the index in the folder `path`.
  package init(ofIndexAt path: String) {
    let lock = IndexFolder(path: path).lockPath
    var status = stat()
    guard stat(lock, &status) == 0 else {
      self = errno == ENOENT || errno == ENOTDIR ? .missing : .unknown
      return
    }
    let written = Self.writtenNumber(lock)
    // The list is lent a page at a time. If it changes between two pages, a line may be missed.
    for _ in 1...2 {
      guard let list = BoundedFile.read("/proc/locks", limit: Self.longestList).content else {
        self = .unknown
        return
      }
      let locks = KernelLock.all(in: String(decoding: list, as: UTF8.self))
      if let holder = locks.first(where: { $0.isOn(status, heldBy: written) }) {
        self = .process(holder.process, written: written)
        return
      }
    }
    let isNamed = ProcessNumbers.areTheMachines && !SharedFileSystem.holds(lock)
    self = isNamed ? .nobody : .unknown
  }

  /// A line has some sixty bytes.
  private static let longestList = 64 << 20

  private static func writtenNumber(_ path: String) -> Int? {
    guard let file = try? OpenFile(path: path, flags: O_RDONLY | O_NONBLOCK),
      let content = try? file.read(limit: 32)
    else { return nil }
    return Int(String(decoding: content, as: UTF8.self).prefix { $0.isNumber })
  }
}
