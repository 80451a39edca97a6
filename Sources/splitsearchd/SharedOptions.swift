// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArgumentParser
internal import Settings

/// Which index.
struct IndexOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder of the index.",
      discussion: "Default: $SPLITSEARCH_INDEX, the configuration, or your own.",
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

  @Flag(
    help: ArgumentHelp(
      "Use your own places, as is done unless HOME is not set.",
      discussion: "$SPLITSEARCH_INDEX, _DOCUMENTS and _STATUS do not count then."
    )
  )
  var user = false

  @Flag(
    help: ArgumentHelp(
      "Use the system's places: /etc/splitsearch, /var/lib/splitsearch.",
      discussion: "The same variables do not count."
    )
  )
  var system = false

  func validate() throws {
    guard !user || !system else {
      throw ValidationError("'--user' and '--system' exclude one another")
    }
  }

  /// Whose places were asked for.
  var scope: Scope? { user ? .user : system ? .system : nil }

  /// The absolute path of the index that is meant.
  func indexPath() throws -> String {
    try ServiceSettings(
      documents: [],
      index: index,
      configuration: config,
      scope: scope,
      surroundings: .current()
    ).indexPath
  }
}

/// Which folders.
struct FolderOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of documents; may be given again.",
      discussion: "Default: $SPLITSEARCH_DOCUMENTS, the configuration, or ~/Documents.",
      valueName: "dir"
    ),
    completion: .directory
  )
  var documents: [String] = []

  @Flag(help: "Name every file that was left alone, however many there are.")
  var verbose = false

  /// What the flags, the environment and the configuration say together.
  func settings(_ index: IndexOptions, status: String? = nil) throws -> ServiceSettings {
    try ServiceSettings(
      documents: documents,
      index: index.index,
      configuration: index.config,
      status: status,
      scope: index.scope,
      surroundings: .current()
    )
  }
}
