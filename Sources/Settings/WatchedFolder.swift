// SPDX-License-Identifier: GPL-3.0-or-later

/// A folder of documents and the name that anchors use for it.
package struct WatchedFolder: Hashable, Sendable {
  /// Not empty, without `/`, and unique among the folders of one index.
  package let name: String
  /// Absolute, without a `/` at its end.
  package let path: String
  /// Whether the name was asked for; otherwise it was made of the path.
  package let isNameChosen: Bool
  /// Whether it is looked into now and then, because the system does not tell of all changes in it.
  package let isPolled: Bool
  /// The language of its documents, unless they say another; nil if it was not said.
  package let language: String?

  /// Makes a folder of its parts.
  package init(
    name: String,
    path: String,
    isNameChosen: Bool = false,
    isPolled: Bool = false,
    language: String? = nil
  ) {
    self.name = name
    self.path = path
    self.isNameChosen = isNameChosen
    self.isPolled = isPolled
    self.language = language
  }
}

/// A folder as it was asked for: the name may be missing.
struct FolderRequest: Hashable {
  let path: String
  let name: String?
  var isPolled = false
  var language: String?
}

extension WatchedFolder {
  /// Gives each folder its name: the one asked for, else the path's last component, made unique.
  ///
  /// - Throws: an error if one folder or one name was asked for twice.
  static func naming(_ requests: [FolderRequest]) throws(SettingsError) -> [WatchedFolder] {
    var paths: Set<String> = []
    var names: Set<String> = []
    for request in requests {
      guard paths.insert(request.path).inserted else {
        throw error("the folder \(request.path) is named twice")
      }
      if let name = request.name, !names.insert(name).inserted {
        throw error("two folders have the name \"\(name)\"")
      }
    }
    var folders: [WatchedFolder] = []
    for request in requests {
      let name = request.name ?? unique(defaultName(of: request.path), besides: names)
      names.insert(name)
      folders.append(
        WatchedFolder(
          name: name,
          path: request.path,
          isNameChosen: request.name != nil,
          isPolled: request.isPolled,
          language: request.language
        )
      )
    }
    return folders
  }

  private static func defaultName(of path: String) -> String {
    let last = path.split(separator: "/").last.map(String.init) ?? ""
    return ["", ".", ".."].contains(last) ? "documents" : last
  }

  private static func unique(_ name: String, besides names: Set<String>) -> String {
    guard names.contains(name) else { return name }
    var number = 2
    while names.contains("\(name)-\(number)") { number += 1 }
    return "\(name)-\(number)"
  }

  private static func error(_ message: String) -> SettingsError {
    SettingsError(kind: .configuration, message: message)
  }
}
