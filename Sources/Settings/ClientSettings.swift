// SPDX-License-Identifier: GPL-3.0-or-later

/// The settings of the client.
package struct ClientSettings: Hashable, Sendable {
  /// The absolute path of the index.
  package let indexPath: String

  /// Finds the index: what flags say goes before the environment, that before the configuration.
  ///
  /// - Parameters:
  ///   - index: the path that `--index` gives.
  ///   - configuration: the path that `--config` gives.
  ///   - scope: what `--user` or `--system` choose.
  ///   - surroundings: where relative paths start and defaults come from.
  /// - Throws: a wrong flag, variable or configuration.
  package init(
    index: String?,
    configuration: String?,
    scope: Scope?,
    surroundings: Surroundings
  ) throws(SettingsError) {
    indexPath = try Self.findIndex(index, configuration, scope, surroundings)
  }

  private static func findIndex(
    _ index: String?,
    _ configuration: String?,
    _ scope: Scope?,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> String {
    if let index { return try surroundings.path(index, from: "--index") }
    if scope == nil, let index = surroundings.setting("SPLITSEARCH_INDEX") {
      return try surroundings.path(index, from: "SPLITSEARCH_INDEX")
    }
    if let configuration,
      let index = try surroundings.requiredConfiguration(configuration).index
    {
      return index
    }
    if let scope {
      let places = try Places.of(scope, surroundings)
      if configuration != nil { return places.index }
      return try surroundings.defaultConfiguration(places).index ?? places.index
    }
    let personal = Places.personal(surroundings)
    if configuration == nil, let index = try surroundings.defaultConfiguration(personal).index {
      return index
    }
    if let personal, surroundings.itemExists(personal.index) { return personal.index }
    if configuration != nil { return Places.system.index }
    return try surroundings.defaultConfiguration(.system).index ?? Places.system.index
  }
}
