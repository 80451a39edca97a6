// SPDX-License-Identifier: GPL-3.0-or-later

/// Changes that have come to rest.
package struct FolderChanges: Hashable, Sendable {
  /// The places to be looked at.
  package private(set) var places: Set<DirtyPlace> = []
  /// The moves among them, in the order in which they happened.
  private var moves: [FolderMove] = []
  /// The places in `moves` that led to each place, in order.
  private var movesTo: [DirtyPlace: [Int]] = [:]

  /// Makes a record of no changes.
  package init() {}

  /// Whether nothing has changed.
  package var isEmpty: Bool { places.isEmpty }

  /// Adds places to be looked at.
  package mutating func insert(_ places: some Sequence<DirtyPlace>) {
    self.places.formUnion(places)
  }

  /// Adds a move that happened after all others.
  package mutating func append(_ move: FolderMove) {
    movesTo[move.target, default: []].append(moves.count)
    moves.append(move)
  }

  /// Adds changes that happened after all others.
  package mutating func append(_ later: FolderChanges) {
    places.formUnion(later.places)
    for move in later.moves { append(move) }
  }

  /// Keeps only places that lie below no other of them.
  package func outermost() -> FolderChanges {
    var changes = self
    changes.places = places.outermost
    return changes
  }

  /// Where that which is at `place` now was before all these changes; nil if it was not moved.
  package func origin(of place: DirtyPlace) -> DirtyPlace? {
    guard !moves.isEmpty else { return nil }
    var place = place
    var bound = moves.count
    while let index = lastMove(to: place, before: bound) {
      let (source, target) = (moves[index].source, moves[index].target)
      let rest = place.path.dropFirst(target.path.count)
      place = DirtyPlace(root: source.root, path: source.path + rest)
      bound = index
    }
    return bound == moves.count ? nil : place
  }

  /// The last move before `bound` that took `place`, or a folder around it, to where it is.
  private func lastMove(to place: DirtyPlace, before bound: Int) -> Int? {
    var last: Int?
    var folder: DirtyPlace? = place
    while let next = folder {
      if let index = movesTo[next]?.last(where: { $0 < bound }) { last = max(last ?? 0, index) }
      folder = next.parent
    }
    return last
  }
}
