// SPDX-License-Identifier: GPL-3.0-or-later

internal import ArgumentParser
internal import Settings

/// Which index.
struct IndexOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The index; made if there is none.",
      discussion: "Default: $SPLITSEARCH_INDEX, the configuration, or your own.",
      valueName: "dir"
    )
  )
  var index: String?

  @Option(help: ArgumentHelp("The configuration file.", valueName: "file"))
  var config: String?

  @Flag(help: "Use your own places, as is done unless HOME is not set.")
  var user = false

  @Flag(help: "Use the system's places: /etc/splitsearch, /var/lib/splitsearch.")
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
    )
  )
  var documents: [String] = []

  @Flag(help: "Name every file that was left alone, however many there are.")
  var verbose = false

  @Option(
    help: ArgumentHelp(
      "The file that tells how the service stands.",
      discussion: "Default: in $XDG_RUNTIME_DIR/splitsearch, else in the index.",
      valueName: "file"
    )
  )
  var status: String?

  /// What the flags, the environment and the configuration say together.
  func settings(_ index: IndexOptions) throws -> ServiceSettings {
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
