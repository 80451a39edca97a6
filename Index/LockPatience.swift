// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Waiting for a lock that is held only in passing.
///
/// A process that is just being started by another thread holds all its parent's locks from fork to
/// exec, closed or not: a writer that is closed and opened again then finds its own lock taken.
enum LockPatience {
  /// Long enough for an exec on a busy machine, short enough for a person.
  private static let limit = Duration.seconds(1)
  private static let pauseMilliseconds: Int32 = 10

  /// Runs `body` until it throws anything but `locked`, or has thrown that for a second.
  ///
  /// - Returns: what `body` returns.
  /// - Throws: what `body` threw last.
  static func retry<Result: ~Copyable>(
    _ body: () throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    let clock = ContinuousClock()
    let deadline = clock.now + limit
    while true {
      do throws(IndexError) {
        return try body()
      } catch {
        guard error.code == .locked, clock.now < deadline else { throw error }
      }
      _ = poll(nil, 0, pauseMilliseconds)
    }
  }
}
