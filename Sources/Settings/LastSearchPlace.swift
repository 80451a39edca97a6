// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the client keeps the hits of the last search.
package enum LastSearchPlace {
  /// A folder of the user's; nil if there is no saying where, or if the user's home is not there:
  /// nobody wants one made.
  ///
  /// - SeeAlso: XDG Base Directory Specification, `XDG_STATE_HOME`.
  package static func folder(_ surroundings: Surroundings) -> String? {
    if let state = surroundings.absolutePath("XDG_STATE_HOME") { return state + "/splitsearch" }
    guard let home = surroundings.absolutePath("HOME"), surroundings.itemExists(home) else {
      return nil
    }
    return home + "/.local/state/splitsearch"
  }

  /// The names of the files: that of a terminal, such as `/dev/pts/3`, before that of the user.
  package static func names(terminal: String?) -> [String] {
    let own = terminal.map { name in
      "last-search" + name.map { $0 == "/" ? "-" : String($0) }.joined()
    }
    return [own, "last-search"].compactMap(\.self)
  }
}
