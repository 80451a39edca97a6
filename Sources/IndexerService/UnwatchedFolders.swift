// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// Folders that the system does not watch for us: they are looked into now and then.
struct UnwatchedFolders {
  /// The outermost of them: what lies below is looked into with them.
  private(set) var places: Set<DirtyPlace> = []
  /// How long to wait between two looks.
  private(set) var interval = Self.shortestInterval

  private static let shortestInterval = Duration.seconds(5)
  /// Looking may take one part of the time in so many.
  private static let budget = 50

  /// Adds a folder; false if it or one above it is there already.
  mutating func insert(_ place: DirtyPlace) -> Bool {
    var folder: DirtyPlace? = place
    while let next = folder {
      if places.contains(next) { return false }
      folder = next.parent
    }
    places = places.filter { !$0.isWithin(place) }
    places.insert(place)
    return true
  }

  /// Removes a folder: it is watched now.
  mutating func remove(_ place: DirtyPlace) {
    places.remove(place)
  }

  /// Keeps within the budget after a look at `looked` that took `duration`.
  mutating func noteLook(at looked: Set<DirtyPlace>, took duration: Duration) {
    guard !places.isDisjoint(with: looked) else { return }
    interval = max(Self.shortestInterval, duration * Self.budget)
  }
}
