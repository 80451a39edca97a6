// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// Folders of whose changes the system does not tell, or not of all: they are looked into now and
/// then.
struct PolledFolders {
  /// The outermost of them, and why: what lies below is looked into with them.
  private(set) var reasons: [DirtyPlace: String] = [:]
  /// How long to wait between two looks.
  private(set) var interval = Self.shortestInterval

  private static let shortestInterval = Duration.seconds(5)
  /// Looking may take one part of the time in so many.
  private static let budget = 50

  /// Takes what a look told of the folders that were looked at.
  ///
  /// - Returns: those that were not known before, and why they are polled.
  mutating func take(_ finding: FolderFinding) -> [(DirtyPlace, reason: String)] {
    let root = finding.folder.root
    let looked = finding.paths.map { DirtyPlace(root: root, path: $0) }
    if looked.contains(where: { reasons[$0] != nil }) {
      interval = max(Self.shortestInterval, finding.duration * Self.budget)
    }
    let known = reasons
    reasons = known.filter { place, _ in !looked.contains { place.isWithin($0) } }
    let found = finding.polled.map { (DirtyPlace(root: root, path: $0.path), reason: $0.reason) }
    for (place, reason) in found { insert(place, because: reason) }
    return found.filter { place, reason in reasons[place] == reason && known[place] != reason }
  }

  /// Removes all in the watched folder `root`.
  mutating func forget(_ root: [UInt8]) {
    reasons = reasons.filter { $0.key.root != root }
  }

  /// Why parts of the watched folder `root` are polled, and how many.
  func reasons(in root: [UInt8]) -> [String] {
    reasons.filter { $0.key.root == root }.sorted { $0.key.path.count < $1.key.path.count }
      .map(\.value)
  }

  private mutating func insert(_ place: DirtyPlace, because reason: String) {
    var folder = place.parent
    while let next = folder {
      if reasons[next] != nil { return }
      folder = next.parent
    }
    reasons = reasons.filter { !$0.key.isWithin(place) }
    reasons[place] = reason
  }
}
