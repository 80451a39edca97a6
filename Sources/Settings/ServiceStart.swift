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
    // By their bytes: to the system, é may be two names.
    let watched = Set(settings.folders.map { Array($0.path.utf8) })
    return watched.isSuperset(of: folders.map { Array($0.utf8) })
  }
}
