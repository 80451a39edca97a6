// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the file stands that tells how the service of an index stands.
package enum StatusPlace {
  /// What is made at installation and at each start of the machine for the system's services.
  private static let systemFolder = "/run/splitsearch"

  /// Where a service writes it: in the folder that the service manager made for it, else the system's
  /// in the system's, another in the user's folder for what lasts as long as a login, else in the
  /// index.
  static func writing(
    forIndex index: String,
    of scope: Scope,
    _ surroundings: Surroundings
  ) -> String {
    let folder =
      surroundings.absolutePath("RUNTIME_DIRECTORY")
      ?? (scope == .system ? systemFolder : userFolder(surroundings))
    return folder.map { $0 + "/" + name(forIndex: index, surroundings) } ?? inside(index)
  }

  /// Where it may be found by others, who do not know how the service was started.
  ///
  /// - Parameters:
  ///   - index: an absolute path of the index; the service may know it by another.
  ///   - user: the number of the user whose service it may be, for where no login tells of that
  ///     user's folder; nil for none.
  ///   - surroundings: where relative paths start and defaults come from.
  /// - Returns: absolute paths, each once. What stands there may be about another index.
  /// - Throws: a variable that is wrong.
  package static func reading(
    forIndex index: String,
    ofUser user: Int? = nil,
    _ surroundings: Surroundings
  ) throws(SettingsError) -> [String] {
    var places: [String] = []
    if let named = surroundings.setting("SPLITSEARCH_STATUS") {
      places.append(try surroundings.path(named, from: "SPLITSEARCH_STATUS"))
    }
    // What systemd's service for logins makes.
    let login = user.map { "/run/user/\($0)/splitsearch" }
    for folder in [systemFolder, userFolder(surroundings), login].compactMap(\.self) {
      places.append(folder + "/" + name(forIndex: index, surroundings))
    }
    places.append(inside(index))
    var seen: Set<String> = []
    return places.filter { seen.insert($0).inserted }
  }

  private static func userFolder(_ surroundings: Surroundings) -> String? {
    surroundings.absolutePath("XDG_RUNTIME_DIR").map { $0 + "/splitsearch" }
  }

  private static func inside(_ index: String) -> String { index + "/status.json" }

  private static func name(forIndex index: String, _ surroundings: Surroundings) -> String {
    StatusName.of(surroundings.realPath(index)) + ".json"
  }
}
