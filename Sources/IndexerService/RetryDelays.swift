// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// How long to wait before a place is looked at again: longer each time, as long as nothing comes
/// of it.
struct RetryDelays {
  /// A file changed within the last tick of the clock files are stamped by may change again unseen.
  static let unsettled = Duration.milliseconds(200)
  /// What cannot be read may have its reasons for a while.
  static let refused = Duration.seconds(5)
  /// Nothing waits longer.
  private static let limit = Duration.seconds(300)

  private var last: [DirtyPlace: Duration] = [:]

  /// How long to wait for `place`, `first` the first time and twice the last time after that.
  mutating func next(for place: DirtyPlace, first: Duration) -> Duration {
    let delay = last[place].map { min($0 * 2, Self.limit) } ?? first
    last[place] = delay
    return delay
  }

  /// Begins anew with `place`: all is well there, or it is gone.
  mutating func forget(_ place: DirtyPlace) {
    last[place] = nil
  }
}
