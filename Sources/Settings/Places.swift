// SPDX-License-Identifier: GPL-3.0-or-later

/// Whose defaults count.
package enum Scope: Hashable, Sendable {
  /// A person's.
  case user
  /// The system's.
  case system
}

/// Where things stand unless something else is said.
package struct Places: Hashable, Sendable {
  /// The folder of documents.
  package let documents: String
  /// The folder of the index.
  package let index: String
  /// The configuration file.
  package let configuration: String

  /// The system's places.
  package static let system = Places(
    documents: "/srv/splitsearch/documents",
    index: "/var/lib/splitsearch/index",
    configuration: "/etc/splitsearch/config.toml"
  )

  /// A person's places; nil if there is no saying where that person's files are.
  ///
  /// - SeeAlso: XDG Base Directory Specification.
  package static func personal(_ surroundings: Surroundings) -> Places? {
    guard let home = surroundings.absolutePath("HOME") else { return nil }
    let data = surroundings.absolutePath("XDG_DATA_HOME") ?? home + "/.local/share"
    let configuration = surroundings.absolutePath("XDG_CONFIG_HOME") ?? home + "/.config"
    return Places(
      documents: home + "/Documents",
      index: data + "/splitsearch/index",
      configuration: configuration + "/splitsearch/config.toml"
    )
  }

  /// The places of `scope`.
  static func of(_ scope: Scope, _ surroundings: Surroundings) throws(SettingsError) -> Places {
    guard scope == .user else { return system }
    guard let personal = personal(surroundings) else {
      throw SettingsError(
        kind: .configuration,
        message: "there are no personal places: HOME is not set to an absolute path"
      )
    }
    return personal
  }
}

extension Surroundings {
  /// Reads the configuration that was asked for, which must be there.
  func requiredConfiguration(_ path: String) throws(SettingsError) -> Configuration {
    guard !path.isEmpty else {
      throw SettingsError(kind: .usage, message: "the path of the configuration is empty")
    }
    let path = FilePath.absolute(path, in: workingDirectory)
    guard let text = try readFile(path) else {
      throw SettingsError(kind: .configuration, message: "\(path): there is no such file")
    }
    return try Configuration(parsing: text, file: path, home: absolutePath("HOME"))
  }

  /// Reads the configuration at its default place, where it may be missing.
  func defaultConfiguration(_ places: Places?) throws(SettingsError) -> Configuration {
    guard let places, let text = try readFile(places.configuration) else { return Configuration() }
    let home = absolutePath("HOME")
    return try Configuration(parsing: text, file: places.configuration, home: home)
  }

  /// A path that a flag or a variable gives, made absolute.
  func path(_ path: String, from source: String) throws(SettingsError) -> String {
    guard !path.isEmpty else {
      throw SettingsError(kind: .usage, message: "the path that \(source) gives is empty")
    }
    return FilePath.absolute(path, in: workingDirectory)
  }
}
