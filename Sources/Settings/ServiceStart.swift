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
    if let configuration {
      let known = try? ClientSettings(
        index: nil,
        configuration: configuration,
        scope: nil,
        surroundings: surroundings
      )
      if known?.indexPath == index, knows(folders, configuration, scope: nil, surroundings) {
        let path = FilePath.absolute(configuration, in: surroundings.workingDirectory)
        return ["splitsearchd --config " + ShellWord.quote(path)]
      }
    }
    // A service manager does not know what the shell was told.
    let bare = surroundings.withHomeOnly
    if isDefault(index, of: .user, bare), knows(folders, nil, scope: .user, bare) {
      let byHand = try? ServiceSettings(
        documents: [],
        index: nil,
        configuration: nil,
        scope: nil,
        surroundings: surroundings
      )
      let isSame = byHand?.indexPath == index && knows(folders, nil, scope: nil, surroundings)
      return ["systemctl --user start splitsearchd"] + (isSame ? ["splitsearchd"] : [])
    }
    if isDefault(index, of: .system, bare), knows(folders, nil, scope: .system, bare) {
      return ["systemctl start splitsearchd"]
    }
    let documents = folders.isEmpty ? ["DIR"] : folders.map(ShellWord.quote)
    let options = documents.map { " --documents " + $0 }.joined()
    return ["splitsearchd --index " + ShellWord.quote(index) + options]
  }

  private static func isDefault(
    _ index: String,
    of scope: Scope,
    _ surroundings: Surroundings
  ) -> Bool {
    let settings = try? ClientSettings(
      index: nil,
      configuration: nil,
      scope: scope,
      surroundings: surroundings
    )
    return settings?.indexPath == index
  }

  /// Whether a service that is told nothing else would watch these folders, too.
  private static func knows(
    _ folders: [String],
    _ configuration: String?,
    scope: Scope?,
    _ surroundings: Surroundings
  ) -> Bool {
    let settings = try? ServiceSettings(
      documents: [],
      index: nil,
      configuration: configuration,
      scope: scope,
      surroundings: surroundings
    )
    return settings.map { Set($0.folders.map(\.path)).isSuperset(of: folders) } ?? true
  }
}

extension Surroundings {
  /// The same with no variable but the home.
  fileprivate var withHomeOnly: Surroundings {
    Surroundings(
      variable: { [variable] name in name == "HOME" ? variable(name) : nil },
      workingDirectory: workingDirectory,
      itemExists: itemExists,
      readFile: readFile
    )
  }
}
