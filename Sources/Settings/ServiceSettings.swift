// SPDX-License-Identifier: GPL-3.0-or-later

/// The settings of the daemon.
package struct ServiceSettings: Hashable, Sendable {
  /// The folders to watch, in the order given; never empty.
  package let folders: [WatchedFolder]
  /// Whether nobody said which folders are meant.
  package let areFoldersDefault: Bool
  /// The absolute path of the index.
  package let indexPath: String
  /// The permissions of the index's folder if it is made: of the system's the group may search.
  package let indexMode: UInt32
  /// How many bytes a file may have.
  package let maximumFileSize: Int
  /// How many bytes of memory the service may take, about.
  package let memoryLimit: Int
  /// The absolute path of the file that tells how the service stands.
  package let statusPath: String

  /// How many bytes a file may have unless something else is said.
  package static let defaultMaximumFileSize = 64 << 20
  /// How many bytes of memory the service may take unless something else is said.
  package static let defaultMemoryLimit = 512 << 20
  /// The variables that say the same as a scope.
  private static let choosing: Set = [
    "SPLITSEARCH_DOCUMENTS", "SPLITSEARCH_INDEX", "SPLITSEARCH_STATUS",
  ]
  /// With less it could not do its work.
  private static let leastMemoryLimit = 256 << 20

  /// Puts the settings together: flags go before the environment, that before the configuration,
  /// that before the default places.
  ///
  /// Where a scope is asked for, the environment does not say what is to be indexed, where, and where
  /// that is told: those are the places of the scope, as the client understands it, too.
  /// - Parameters:
  ///   - documents: the folders that `--documents` gives; empty if it gives none.
  ///   - index: the path that `--index` gives.
  ///   - configuration: the path that `--config` gives.
  ///   - status: the path that `--status` gives.
  ///   - scope: whose defaults count; nil for a person's, or the system's where there is no HOME.
  ///   - surroundings: where relative paths start and defaults come from.
  /// - Throws: a wrong flag, variable or configuration.
  package init(
    documents: [String],
    index: String?,
    configuration: String?,
    status: String? = nil,
    scope: Scope?,
    surroundings: Surroundings
  ) throws(SettingsError) {
    let chosen = scope == nil ? surroundings : surroundings.without(Self.choosing.contains)
    let scope = scope ?? (Places.personal(surroundings) == nil ? .system : .user)
    let places = try Places.of(scope, surroundings)
    let file =
      if let configuration {
        try surroundings.requiredConfiguration(configuration)
      } else {
        try surroundings.defaultConfiguration(places)
      }
    let requests = try Self.requests(documents, file, chosen)
    areFoldersDefault = requests.isEmpty
    folders = try WatchedFolder.naming(
      requests.isEmpty ? [FolderRequest(path: places.documents, name: nil)] : requests
    )
    indexMode = scope == .system ? 0o750 : 0o700
    indexPath = try Self.index(index, chosen) ?? file.index ?? places.index
    maximumFileSize =
      try Self.size("SPLITSEARCH_MAX_FILE_SIZE", surroundings) ?? file.maximumFileSize
      ?? Self.defaultMaximumFileSize
    memoryLimit =
      try Self.size("SPLITSEARCH_MEMORY_LIMIT", surroundings) ?? file.memoryLimit
      ?? Self.defaultMemoryLimit
    guard memoryLimit >= Self.leastMemoryLimit else {
      throw SettingsError(
        kind: .configuration,
        message: "the memory limit is \(memoryLimit) bytes; the least is 256 MiB"
      )
    }
    let asked = try Self.status(status, chosen)
    statusPath = asked ?? StatusPlace.writing(forIndex: indexPath, of: scope, surroundings)
  }

  private static func requests(
    _ documents: [String],
    _ file: Configuration,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> [FolderRequest] {
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
    return requests.isEmpty ? file.folders : requests
  }

  private static func index(
    _ index: String?,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> String? {
    if let index { return try surroundings.path(index, from: "--index") }
    guard let index = surroundings.setting("SPLITSEARCH_INDEX") else { return nil }
    return try surroundings.path(index, from: "SPLITSEARCH_INDEX")
  }

  private static func status(
    _ status: String?,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> String? {
    if let status { return try surroundings.path(status, from: "--status") }
    guard let status = surroundings.setting("SPLITSEARCH_STATUS") else { return nil }
    return try surroundings.path(status, from: "SPLITSEARCH_STATUS")
  }

  private static func size(
    _ variable: String,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> Int? {
    guard let text = surroundings.setting(variable) else { return nil }
    guard let bytes = ByteCount.parse(text) else {
      throw SettingsError(
        kind: .configuration,
        message: "\(variable): \"\(text)\" is no size above 0, such as \"64 MiB\""
      )
    }
    return bytes
  }
}
