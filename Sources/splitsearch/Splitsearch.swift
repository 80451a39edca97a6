// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import PassageSearch
import Settings

/// The root of the commands.
struct Splitsearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "splitsearch",
    abstract: "Search documents for passages that can be cited.",
    version: Release.version,
    subcommands: [
      SearchCommand.self, ShowCommand.self, CiteCommand.self, VerifyCommand.self,
      ReferencesCommand.self, SimilarCommand.self, BatchCommand.self, StatusCommand.self,
    ],
    defaultSubcommand: SearchCommand.self
  )
}

/// Which index.
struct IndexOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Use the index in this folder.",
      discussion: "Default: $SPLITSEARCH_INDEX, the configuration, yours, or the system's.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var index: String?

  @Option(
    help: ArgumentHelp("Read this configuration.", valueName: "file"),
    completion: .file(extensions: ["toml"])
  )
  var config: String?

  @Flag(help: "Use your own index.")
  var user = false

  @Flag(help: "Use the system's index.")
  var system = false

  func validate() throws {
    guard [index != nil, user, system].count(where: { $0 }) <= 1 else {
      throw ValidationError("'--index', '--user' and '--system' exclude one another")
    }
  }

  /// Opens the index that the options, the environment and the configuration choose.
  func openSearcher() throws -> Searcher {
    Searcher(indexPath: try settings().indexPath)
  }

  /// Whether the call says which index.
  var isChosen: Bool { index != nil || config != nil || user || system }

  /// What the options, the environment and the configuration say together.
  func settings() throws -> ClientSettings {
    try ClientSettings(
      index: index,
      configuration: config,
      scope: user ? .user : system ? .system : nil,
      surroundings: .current()
    )
  }
}
