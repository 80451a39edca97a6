// SPDX-License-Identifier: GPL-3.0-or-later

/// The settings of the daemon.
package struct ServiceSettings: Hashable, Sendable {
  /// The folders to watch, in the order given; never empty.
  package let folders: [WatchedFolder]
  /// The absolute path of the index.
  package let indexPath: String
  /// How many bytes a file may have.
  package let maximumFileSize: Int

  /// How many bytes a file may have unless something else is said.
  package static let defaultMaximumFileSize = 64 << 20

  /// Puts the settings together: flags go before the environment, that before the configuration,
  /// that before the default places.
  ///
  /// - Parameters:
  ///   - documents: the folders that `--documents` gives; empty if it gives none.
  ///   - index: the path that `--index` gives.
  ///   - configuration: the path that `--config` gives.
  ///   - scope: whose defaults count; nil for a person's, or the system's where there is no HOME.
  ///   - surroundings: where relative paths start and defaults come from.
  /// - Throws: a wrong flag, variable or configuration.
  package init(
    documents: [String],
    index: String?,
    configuration: String?,
    scope: Scope?,
    surroundings: Surroundings
  ) throws(SettingsError) {
    let scope = scope ?? (Places.personal(surroundings) == nil ? .system : .user)
    let places = try Places.of(scope, surroundings)
    let file =
      if let configuration {
        try surroundings.requiredConfiguration(configuration)
      } else {
        try surroundings.defaultConfiguration(places)
      }
    folders = try Self.folders(documents, file, places, surroundings)
    indexPath = try Self.index(index, surroundings) ?? file.index ?? places.index
    maximumFileSize =
      try Self.size(surroundings) ?? file.maximumFileSize ?? Self.defaultMaximumFileSize
  }

  private static func folders(
    _ documents: [String],
    _ file: Configuration,
    _ places: Places,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> [WatchedFolder] {
    var paths = documents
    var source = "--documents"
    if paths.isEmpty, let variable = surroundings.setting("SPLITSEARCH_DOCUMENTS") {
      paths = variable.split(separator: ":").map(String.init)
      source = "SPLITSEARCH_DOCUMENTS"
    }
    var requests: [FolderRequest] = []
    for path in paths {
      guard !path.unicodeScalars.contains("\u{FFFD}") else {
        throw SettingsError(
          kind: .usage,
          message: "\(source): \(path): a folder's path must be UTF-8; rename it or link to it"
        )
      }
      requests.append(
        FolderRequest(path: try surroundings.path(path, from: source), name: nil)
      )
    }
    if requests.isEmpty { requests = file.folders }
    if requests.isEmpty { requests = [FolderRequest(path: places.documents, name: nil)] }
    return try WatchedFolder.naming(requests)
  }

  private static func index(
    _ index: String?,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> String? {
    if let index { return try surroundings.path(index, from: "--index") }
    guard let index = surroundings.setting("SPLITSEARCH_INDEX") else { return nil }
    return try surroundings.path(index, from: "SPLITSEARCH_INDEX")
  }

  private static func size(_ surroundings: Surroundings) throws(SettingsError) -> Int? {
    guard let text = surroundings.setting("SPLITSEARCH_MAX_FILE_SIZE") else { return nil }
    guard let bytes = ByteCount.parse(text) else {
      throw SettingsError(
        kind: .configuration,
        message: "SPLITSEARCH_MAX_FILE_SIZE: \"\(text)\" is no size above 0, such as \"64 MiB\""
      )
    }
    return bytes
  }
}
