// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What the operating system said when it refused.
package struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The error number, as in `man 3 errno`.
  package let number: Int32

  /// Takes an error number.
  package init(number: Int32) {
    self.number = number
  }

  /// The error number of the call that has just failed.
  package static var last: SystemError { SystemError(number: errno) }

  /// What was mounted at a place is not there, or an empty folder took the place of another.
  package static let unmounted = SystemError(number: ENODEV)

  /// It was not wanted any more.
  package static let cancelled = SystemError(number: ECANCELED)

  /// What it means, in words, such as `permission denied`.
  package var description: String {
    if self == .unmounted { return FolderScanner.awayReason }
    var buffer = [CChar](repeating: 0, count: 256)
    guard strerror_r(number, &buffer, buffer.count) == 0 else { return "error \(number)" }
    let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(decoding: bytes, as: UTF8.self).lowercased()
  }

  /// Whether the thing is not there (any more).
  package var isNotFound: Bool { number == ENOENT || number == ENOTDIR }

  /// Whether the system allows no more watches.
  package var isWatchLimit: Bool { number == ENOSPC }

  /// Whether it was given up because nobody wanted it any more.
  package var isCancelled: Bool { number == ECANCELED }

  /// Whether the user may not do this.
  package var isPermission: Bool { number == EACCES || number == EPERM }
}
