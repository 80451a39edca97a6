// SPDX-License-Identifier: GPL-3.0-or-later

/// Holds changes back until they have come to rest.
///
/// It has no clock of its own: whoever asks says what time it is.
struct Settling {
  /// Changes are handed on when nothing has followed for so long.
  static let quiet = Duration.milliseconds(100)
  /// They are handed on after so long even if there is no rest.
  static let limit = Duration.seconds(1)

  private var held = FolderChanges()
  private var first: ContinuousClock.Instant?
  private var last: ContinuousClock.Instant?
  /// Places to be looked at when their time has come, whatever happens.
  private var later: [DirtyPlace: ContinuousClock.Instant] = [:]

  /// Takes changes seen at `now`.
  mutating func add(_ changes: FolderChanges, at now: ContinuousClock.Instant) {
    guard !changes.isEmpty else { return }
    held.append(changes)
    first = first ?? now
    last = now
  }

  /// Hands `place` on at `due`, or earlier if it was to be earlier.
  mutating func add(_ place: DirtyPlace, due: ContinuousClock.Instant) {
    later[place] = min(due, later[place] ?? due)
  }

  /// Holds nothing any more that lies in the watched folder `root`.
  mutating func forget(_ root: [UInt8]) {
    later = later.filter { $0.key.root != root }
  }

  /// When there will be something to take; nil if nothing is held.
  ///
  /// While changes are held nothing else is handed on: what is looked at too early may be half of a
  /// move.
  var deadline: ContinuousClock.Instant? { settled ?? later.values.min() }

  private var settled: ContinuousClock.Instant? {
    guard let first, let last else { return nil }
    return min(last + Self.quiet, first + Self.limit)
  }

  /// All that has come to rest by `now`.
  mutating func take(at now: ContinuousClock.Instant) -> FolderChanges {
    var taken = FolderChanges()
    if let settled {
      guard settled <= now else { return taken }
      taken = held
      (held, first, last) = (FolderChanges(), nil, nil)
    }
    for (place, due) in later where due <= now {
      taken.insert([place])
      later[place] = nil
    }
    return taken
  }
}
