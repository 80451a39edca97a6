// SPDX-License-Identifier: GPL-3.0-or-later

extension FolderScanner {
  /// What a scan from the top would make of a folder on the way to a place.
  enum Ancestor {
    /// It would be listed; what is in it is taken by these rules.
    case listed(IgnoreRules)
    /// It would not be listed: nothing below it is a document.
    case passedOver
    /// It is not there.
    case missing
    /// It cannot be looked at: nothing is known.
    case refused(SystemError)
    /// Nothing is known of what is in it, for this reason.
    case unreadable(String)
  }

  /// Takes `place` if a scan from the top would have come to it.
  mutating func look(at place: [UInt8]) {
    guard !place.isEmpty else { return add(place, within: IgnoreRules()) }
    guard let rules = rules(above: place), !PassedOver.isPassedOver(lastName(of: place)) else {
      return
    }
    take(place, within: rules)
  }

  /// The rules for what is in the folder that holds `place`; nil if a scan from the top would not have
  /// come there, which is noted if it is because nothing is known.
  mutating func rules(above place: [UInt8]) -> IgnoreRules? {
    var rules = IgnoreRules()
    let slashes = place.indices.filter { place[$0] == UInt8(ascii: "/") }
    for end in [place.startIndex] + slashes {
      let folder = Array(place[..<end])
      let known = ancestors[folder]
      let ancestor = known ?? ancestor(folder, within: rules)
      ancestors[folder] = ancestor
      switch ancestor {
      case .listed(let inner): rules = inner
      case .passedOver: return nil
      // What is below it is missing too, but for a mount point that is makes a difference.
      case .missing: break
      case .refused(let error):
        refuse(place, error, within: rules)
        return nil
      case .unreadable(let reason):
        if known == nil { refuse(folder, reason) }
        return nil
      }
    }
    return rules
  }

  /// Looks at `folder`, where `rules` apply in the folder that holds it.
  mutating func ancestor(_ folder: [UInt8], within rules: IgnoreRules) -> Ancestor {
    let path = joined(root, folder)
    if !folder.isEmpty {
      guard !PassedOver.isPassedOver(lastName(of: folder)),
        !rules.leaveOut(folder, isFolder: true)
      else { return .passedOver }
      guard let state = FolderListing.status(of: path, followingLinks: false) else {
        let error = SystemError.last
        guard error.isNotFound else { return .refused(error) }
        return knowing[folder]?.isMountPoint == true ? .unreadable(Self.awayReason) : .missing
      }
      guard state.kind == .folder, !isExcluded(state) else { return .passedOver }
      do {
        if try isAncestorAway(folder) { return .unreadable(Self.awayReason) }
      } catch {
        return .refused(error)
      }
      let stub = joined(path, PassedOver.stubName)
      guard FolderListing.status(of: stub, followingLinks: false) == nil else {
        return .passedOver
      }
    }
    do {
      return .listed(rules.adding(try IgnoreFile.read(in: path), of: folder))
    } catch {
      return .unreadable(Self.reason(of: error))
    }
  }
}
