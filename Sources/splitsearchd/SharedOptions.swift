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

  /// The absolute path of the index that is meant.
  func indexPath() throws -> String {
    try ServiceSettings(
      documents: [],
      index: index,
      configuration: config,
      scope: nil,
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
      scope: nil,
      surroundings: .current()
    )
  }
}
