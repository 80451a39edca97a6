// SPDX-License-Identifier: GPL-3.0-or-later

package import Glibc

/// What the file system says of a file without its content being read.
package struct FileState: Hashable, Sendable {
  /// What kind of thing lies at a path.
  package enum Kind: Hashable, Sendable {
    /// A file with content.
    case file
    /// A folder.
    case folder
    /// A symbolic link, wherever it leads.
    case symbolicLink
    /// A pipe, socket or device.
    case special
  }

  /// The kind.
  package let kind: Kind
  /// The device number.
  package let device: UInt64
  /// The inode number.
  package let inode: UInt64
  /// How many names it has.
  package let nameCount: Int
  /// The size in bytes.
  package let size: Int64
  /// When the content was last changed, in nanoseconds since the epoch.
  package let modified: Int64
  /// When content or inode was last changed, in nanoseconds since the epoch.
  package let changed: Int64

  /// Takes what `stat` said.
  package init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .folder
      case S_IFLNK: .symbolicLink
      default: .special
      }
    device = UInt64(status.st_dev)
    inode = UInt64(status.st_ino)
    nameCount = Int(status.st_nlink)
    size = Int64(status.st_size)
    modified = Self.nanoseconds(status.st_mtim)
    changed = Self.nanoseconds(status.st_ctim)
  }

  /// Whether a later change would be sure to show in the times.
  ///
  /// The kernel stamps files by a clock that ticks every 10 ms or more, and some file systems keep
  /// whole or even seconds: a file changed just before it was read may change again unseen.
  ///
  /// - Parameter now: nanoseconds since the epoch, taken before the file was read.
  /// - Returns: false if the file was changed within the last tick of the clock.
  package func isSettled(at now: Int64) -> Bool {
    // Not the time of the content: users set that as they like, the future included.
    let granularity: Int64 = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 100_000_000
    return changed < now - granularity
  }

  /// The time by the clock that files are stamped by, in nanoseconds since the epoch.
  package static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return nanoseconds(time)
  }

  private static func nanoseconds(_ time: timespec) -> Int64 {
    // Behind the year 2262 they begin anew: they are compared, and nothing else.
    Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
  }
}
