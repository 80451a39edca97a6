// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What was mounted may not be there: then the folder that it hides shows, empty as a rule, and
/// nothing that was known of it may be taken for gone.
extension FolderScanner {
  /// Why nothing is known of a folder that is away.
  static let awayReason = "what was mounted here is not there, or an empty folder took its place"

  /// Whether the folder at `folder`, now `identity`, is not the one that is known.
  func isAway(_ folder: [UInt8], now identity: FolderIdentity, isEmpty: Bool) -> Bool {
    guard let known = knowing[folder], known != identity else { return false }
    return isEmpty || known.isMountPoint && !identity.isMountPoint
  }

  /// Makes sure that the root is not away, whatever is looked at in it.
  mutating func checkRoot() throws(SystemError) {
    var identity = try FolderIdentity(of: root)
    if let known = knowing[[]], known != identity {
      // Something else: to be believed if there is something in it.
      let listing = try FolderListing(of: root, identifying: true)
      identity = listing.identity ?? identity
      guard !isAway([], now: identity, isEmpty: listing.names.isEmpty) else { throw .unmounted }
    }
    checked[[]] = identity
    // What is not listed is as it is known to be.
    if knowing[[]] != nil { scan.identities[[]] = identity }
  }

  /// Takes what was seen of a folder when it was listed; false if it is away.
  mutating func check(_ folder: [UInt8], _ listing: FolderListing) throws(SystemError) -> Bool {
    guard let identity = listing.identity else { return true }
    guard !isAway(folder, now: identity, isEmpty: listing.names.isEmpty) else {
      if folder.isEmpty { throw .unmounted }
      refuse(folder, Self.awayReason)
      return false
    }
    checked[folder] = checked[folder] ?? identity
    scan.identities[folder] = listing.names.isEmpty ? nil : identity
    return true
  }

  /// Whether a known folder on the way to a place is away.
  mutating func isAncestorAway(_ folder: [UInt8]) throws(SystemError) -> Bool {
    guard let known = knowing[folder], !folder.isEmpty else { return false }
    let path = joined(root, folder)
    var identity = try FolderIdentity(of: path)
    if known != identity {
      let listing = try FolderListing(of: path, identifying: true)
      identity = listing.identity ?? identity
      if isAway(folder, now: identity, isEmpty: listing.names.isEmpty) { return true }
    }
    checked[folder] = identity
    return false
  }

  /// Notes the known mount points at and below `places` that the scan did not come to.
  ///
  /// Folders that media are mounted on are often made for that and removed afterwards.
  mutating func noteMissingMountPoints(within places: [[UInt8]]) {
    let places = places.map { DirtyPlace(root: root, path: $0) }
    for (folder, known) in knowing where known.isMountPoint && checked[folder] == nil {
      let found = DirtyPlace(root: root, path: folder)
      guard places.contains(where: found.isWithin), scan.couldSee(folder),
        let rules = rules(above: folder)
      else { continue }
      switch ancestor(folder, within: rules) {
      case .passedOver: continue
      case .refused(let error): refuse(folder, error, within: rules)
      case .unreadable(let reason): refuse(folder, reason)
      // It came while the rest was looked at: what is in it was not seen.
      case .listed, .missing: refuse(folder, Self.awayReason)
      }
    }
  }

  /// Makes sure that no folder became another while it was scanned.
  func checkAgain() throws(SystemError) {
    guard try FolderIdentity(of: root) == checked[[]] else { throw SystemError(number: ESTALE) }
    for (folder, identity) in checked where !folder.isEmpty {
      let now = try? FolderIdentity(of: joined(root, folder))
      if now != identity { throw SystemError(number: ESTALE) }
    }
  }
}
