// SPDX-License-Identifier: GPL-3.0-or-later

/// Where the file stands that tells how the service of an index stands.
enum StatusPlace {
  /// A file name may have 255 bytes on most file systems; a temporary name is longer than the file's.
  private static let nameLimit = 240

  /// Where a service writes it: in the folder that the service manager made for it, else in the
  /// user's folder for what lasts as long as a login, else in the index.
  static func writing(forIndex index: String, _ surroundings: Surroundings) -> String {
    let folder =
      surroundings.absolutePath("RUNTIME_DIRECTORY")
      ?? surroundings.absolutePath("XDG_RUNTIME_DIR").map { $0 + "/splitsearch" }
    return folder.map { $0 + "/" + name(forIndex: index) } ?? index + "/status.json"
  }

  /// The path of the index with `-` for `/`; of a path that is too long, the end: the file itself
  /// says which index it is about.
  private static func name(forIndex index: String) -> String {
    var name = index.split(separator: "/").joined(separator: "-") + ".json"
    while name.utf8.count > nameLimit { name.removeFirst() }
    return name
  }
}
