// SPDX-License-Identifier: GPL-3.0-or-later

/// How the service of an index is started.
package enum ServiceStart {
  /// Finds the commands that do so.
  ///
  /// A service that is started with other folders takes the documents of the old ones out of the
  /// index: where the configuration does not name the index and all its folders, the command does.
  /// - Parameters:
  ///   - index: the absolute path of the index.
  ///   - configuration: the path that `--config` gives.
  ///   - folders: the absolute paths of the folders that the index holds, if they are known.
  ///   - surroundings: where relative paths start and defaults come from.
  /// - Returns: commands, each by itself; the best first.
  package static func commands(
    forIndex index: String,
    configuration: String?,
    folders: [String],
    _ surroundings: Surroundings
  ) -> [String] {
    let path = configuration.map { FilePath.absolute($0, in: surroundings.workingDirectory) }
    func keeps(scope: Scope? = nil, _ surroundings: Surroundings) -> Bool {
      self.keeps(index, folders, scope == nil ? path : nil, scope, surroundings)
    }
    // A variable may have been set for one command only: what it says must not matter.
    let isKnown =
      keeps(surroundings) && keeps(surroundings.without { $0.hasPrefix("SPLITSEARCH_") })
    if let path, isKnown { return ["splitsearchd --config " + ShellWord.quote(path)] }

    // A service manager does not have the variables of the shell.
    let managed = surroundings.without { $0 != "HOME" }
    let isPersonal = keeps(scope: .user, managed)
    if !isPersonal, keeps(scope: .system, managed) { return ["systemctl start splitsearchd"] }
    if let name = instance(index), instanceKeeps(name, index, folders, managed) {
      return ["systemctl start splitsearchd@" + name]
    }
    let named = "splitsearchd --index \(ShellWord.quote(index))"
    guard isPersonal else { return [isKnown ? "splitsearchd" : named + documents(folders)] }
    let managers = "systemctl --user start splitsearchd"
    if isKnown { return [managers, "splitsearchd"] }
    return folders.isEmpty ? [managers] : [managers, named + documents(folders)]
  }

  private static func documents(_ folders: [String]) -> String {
    let words = folders.isEmpty ? ["DIR"] : folders.map(ShellWord.quote)
    return words.map { " --documents " + $0 }.joined()
  }

  /// The name of the further index of the system that stands here, as its service has it.
  private static func instance(_ index: String) -> String? {
    let parts = index.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 6, parts[5] == "index", index.hasPrefix("/var/lib/splitsearch/") else {
      return nil
    }
    // Other characters a service manager writes in another way.
    let isName = parts[4].utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."):
        true
      default: false
      }
    }
    return isName && !parts[4].isEmpty ? String(parts[4]) : nil
  }

  /// Whether the system's service of that name would keep this index, and watch all these folders.
  private static func instanceKeeps(
    _ name: String,
    _ index: String,
    _ folders: [String],
    _ surroundings: Surroundings
  ) -> Bool {
    let settings = try? ServiceSettings(
      documents: [],
      index: index,
      configuration: "/etc/splitsearch/\(name).toml",
      scope: .system,
      surroundings: surroundings
    )
    return settings.map { watches($0, folders) } ?? false
  }

  /// Whether a service that is told nothing else would keep this index, and watch all these folders.
  private static func keeps(
    _ index: String,
    _ folders: [String],
    _ configuration: String?,
    _ scope: Scope?,
    _ surroundings: Surroundings
  ) -> Bool {
    let settings = try? ServiceSettings(
      documents: [],
      index: nil,
      configuration: configuration,
      scope: scope,
      surroundings: surroundings
    )
    guard let settings, Array(settings.indexPath.utf8) == Array(index.utf8) else { return false }
    return watches(settings, folders)
  }

  /// By their bytes: to the system, é may be two names.
  private static func watches(_ settings: ServiceSettings, _ folders: [String]) -> Bool {
    let watched = Set(settings.folders.map { Array($0.path.utf8) })
    return watched.isSuperset(of: folders.map { Array($0.utf8) })
  }
}
