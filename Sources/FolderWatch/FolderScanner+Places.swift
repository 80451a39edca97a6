// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

extension FolderScanner {
  /// What a scan from the top would make of a folder on the way to a place.
  enum Ancestor {
    /// It would be listed; what is in it is taken by these rules.
    case listed(IgnoreRules)
    /// It is not there, or would not be listed: nothing below it is a document.
    case passedOver
    /// It cannot be looked at: nothing is known.
    case refused(SystemError)
    /// Nothing is known of what is in it, for this reason.
    case unreadable(String)
  }

  /// Takes `place` if a scan from the top would have come to it.
  mutating func look(at place: [UInt8]) {
    var rules = IgnoreRules()
    guard !place.isEmpty else { return add(place, within: rules) }
    let slashes = place.indices.filter { place[$0] == UInt8(ascii: "/") }
    for end in [place.startIndex] + slashes {
      let folder = Array(place[..<end])
      let known = ancestors[folder]
      let ancestor = known ?? ancestor(folder, within: rules)
      ancestors[folder] = ancestor
      switch ancestor {
      case .listed(let inner): rules = inner
      case .passedOver: return
      case .refused(let error): return refuse(place, error, within: rules)
      case .unreadable(let reason):
        if known == nil { refuse(folder, reason) }
        return
      }
    }
    guard !PassedOver.isPassedOver(lastName(of: place)) else { return }
    take(place, within: rules)
  }

  private func ancestor(_ folder: [UInt8], within rules: IgnoreRules) -> Ancestor {
    let path = joined(root, folder)
    if !folder.isEmpty {
      guard !PassedOver.isPassedOver(lastName(of: folder)),
        !rules.leaveOut(folder, isFolder: true)
      else { return .passedOver }
      guard let state = FolderListing.status(of: path, followingLinks: false) else {
        let error = SystemError.last
        return error.isNotFound ? .passedOver : .refused(error)
      }
      guard state.kind == .folder, !isExcluded(state) else { return .passedOver }
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
