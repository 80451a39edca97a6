// SPDX-License-Identifier: GPL-3.0-or-later

import Settings
import Testing

/// A machine that exists in a test only.
private func surroundings(
  _ variables: [String: String] = ["HOME": "/home/mao"],
  files: [String: String] = [:],
  items: Set<String> = []
) -> Surroundings {
  Surroundings(
    variable: { variables[$0] },
    workingDirectory: "/now/here",
    itemExists: { items.contains($0) },
    readFile: { path throws(SettingsError) in files[path].map { Array($0.utf8) } }
  )
}

private let personalIndex = "/home/mao/.local/share/splitsearch/index"
private let personalFile = "/home/mao/.config/splitsearch/config.toml"
private let systemIndex = "/var/lib/splitsearch/index"
private let systemFile = "/etc/splitsearch/config.toml"

@Suite struct `Places of a person` {
  @Test func `lie below HOME`() {
    let places = Places.personal(surroundings())
    #expect(places?.documents == "/home/mao/Documents")
    #expect(places?.index == personalIndex)
    #expect(places?.configuration == personalFile)
  }

  @Test func `follow the XDG variables if they are absolute`() {
    let absolute = ["HOME": "/h", "XDG_DATA_HOME": "/data", "XDG_CONFIG_HOME": "/config/"]
    #expect(Places.personal(surroundings(absolute))?.index == "/data/splitsearch/index")
    #expect(
      Places.personal(surroundings(absolute))?.configuration == "/config/splitsearch/config.toml"
    )
    let relative = ["HOME": "/h", "XDG_DATA_HOME": "data", "XDG_CONFIG_HOME": ""]
    #expect(Places.personal(surroundings(relative))?.index == "/h/.local/share/splitsearch/index")
  }

  @Test(arguments: [[:], ["HOME": ""], ["HOME": "mao"]])
  func `are nowhere without HOME`(variables: [String: String]) {
    #expect(Places.personal(surroundings(variables)) == nil)
  }
}

@Suite struct `Client settings` {
  private func index(
    _ index: String? = nil,
    config: String? = nil,
    scope: Scope? = nil,
    in surroundings: Surroundings
  ) throws -> String {
    try ClientSettings(
      index: index,
      configuration: config,
      scope: scope,
      surroundings: surroundings
    ).indexPath
  }

  @Test func `take the flag, then the variable, then the file, then what is there`() throws {
    let variables = ["HOME": "/home/mao", "SPLITSEARCH_INDEX": "env"]
    let files = [personalFile: "index = \"~/file\"", systemFile: "index = \"/system\""]
    let all = surroundings(variables, files: files, items: [personalIndex])
    #expect(try index("./flag/", in: all) == "/now/here/flag")
    #expect(try index(in: all) == "/now/here/env")
    #expect(try index(in: surroundings(files: files, items: [personalIndex])) == "/home/mao/file")
    #expect(try index(in: surroundings(items: [personalIndex])) == personalIndex)
    #expect(try index(in: surroundings()) == systemIndex)
    #expect(try index(in: surroundings(files: [systemFile: "index = \"/s\""])) == "/s")
    #expect(try index(in: surroundings([:])) == systemIndex)
  }

  @Test func `let --user and --system choose, whatever the environment says`() throws {
    let all = surroundings(
      ["HOME": "/home/mao", "SPLITSEARCH_INDEX": "/env"],
      files: [systemFile: "index = \"/s\""]
    )
    #expect(try index(scope: .user, in: all) == personalIndex)
    #expect(try index(scope: .system, in: all) == "/s")
    let error = #expect(throws: SettingsError.self) {
      try index(scope: .user, in: surroundings([:]))
    }
    #expect(error?.message.contains("HOME") == true)
  }

  @Test func `read the configuration that is named, and no other`() throws {
    let files = ["/now/here/mine.toml": "index = \"idx\"", "/empty": "", personalFile: "wrong"]
    #expect(try index(config: "mine.toml", in: surroundings(files: files)) == "/now/here/idx")
    #expect(try index(config: "/empty", in: surroundings(files: files)) == systemIndex)
    #expect(
      try index(config: "/empty", scope: .user, in: surroundings(files: files)) == personalIndex
    )
    let error = #expect(throws: SettingsError.self) {
      try index(config: "none", in: surroundings())
    }
    #expect(error?.kind == .configuration)
    #expect(error?.message == "/now/here/none: there is no such file")
  }
}

@Suite struct `Service settings` {
  private func settings(
    _ documents: [String] = [],
    index: String? = nil,
    config: String? = nil,
    scope: Scope? = nil,
    in surroundings: Surroundings
  ) throws -> ServiceSettings {
    try ServiceSettings(
      documents: documents,
      index: index,
      configuration: config,
      scope: scope,
      surroundings: surroundings
    )
  }

  @Test func `work without any file`() throws {
    let personal = try settings(in: surroundings())
    #expect(personal.folders == [WatchedFolder(name: "Documents", path: "/home/mao/Documents")])
    #expect(personal.indexPath == personalIndex)
    #expect(personal.maximumFileSize == 67_108_864)
    let system = try settings(in: surroundings([:]))
    #expect(
      system.folders == [WatchedFolder(name: "documents", path: "/srv/splitsearch/documents")]
    )
    #expect(system.indexPath == systemIndex)
    #expect(try settings(scope: .system, in: surroundings()) == system)
  }

  @Test func `take flags, then variables, then the file`() throws {
    let file = """
      index = "/file"
      max-file-size = 5
      [[folder]]
      path = "/file/docs"
      """
    let variables = [
      "HOME": "/home/mao", "SPLITSEARCH_INDEX": "/env", "SPLITSEARCH_MAX_FILE_SIZE": "2 KiB",
      "SPLITSEARCH_DOCUMENTS": "/a:b::",
    ]
    let flags = try settings(["d"], index: "i", in: surroundings(variables))
    #expect(flags.folders.map(\.path) == ["/now/here/d"])
    #expect(flags.indexPath == "/now/here/i")
    let environment = try settings(in: surroundings(variables, files: [personalFile: file]))
    #expect(environment.folders.map(\.path) == ["/a", "/now/here/b"])
    #expect(environment.indexPath == "/env")
    #expect(environment.maximumFileSize == 2048)
    let configured = try settings(in: surroundings(files: [personalFile: file]))
    #expect(configured.folders.map(\.path) == ["/file/docs"])
    #expect(configured.indexPath == "/file")
    #expect(configured.maximumFileSize == 5)
  }

  @Test func `let --user and --system choose, whatever the environment says`() throws {
    let variables = [
      "HOME": "/home/mao", "SPLITSEARCH_INDEX": "/env", "SPLITSEARCH_DOCUMENTS": "/a",
      "SPLITSEARCH_STATUS": "/s", "SPLITSEARCH_MAX_FILE_SIZE": "5",
    ]
    let files = [systemFile: "index = \"/file\""]
    let all = surroundings(variables, files: files)
    let plain = surroundings(["HOME": "/home/mao", "SPLITSEARCH_MAX_FILE_SIZE": "5"], files: files)
    for scope in [Scope.user, .system] {
      #expect(try settings(scope: scope, in: all) == settings(scope: scope, in: plain))
    }
    #expect(try settings(scope: .system, in: all).indexPath == "/file")
    #expect(try settings(scope: .system, in: all).maximumFileSize == 5)
    let flags = try settings(["/d"], index: "/i", scope: .system, in: all)
    #expect(flags.indexPath == "/i")
    #expect(flags.folders.map(\.path) == ["/d"])
    #expect(try settings(in: all).statusPath == "/s")
  }

  @Test func `give every folder a name of its own`() throws {
    let file = """
      [[folder]]
      path = "/a/notes"
      [[folder]]
      path = "/b/notes"
      [[folder]]
      path = "/c/x"
      name = "notes-2"
      [[folder]]
      path = "/"
      [[folder]]
      path = "/d/.."
      """
    let names = try settings(in: surroundings(files: [personalFile: file])).folders.map(\.name)
    #expect(names == ["notes", "notes-3", "notes-2", "documents", "documents-2"])
  }

  @Test func `refuse one folder or one name twice`() {
    let path = #expect(throws: SettingsError.self) {
      try settings(["/a", "/a/"], in: surroundings())
    }
    #expect(path?.message == "the folder /a is named twice")
    let file = "folder = [{path = \"/a\", name = \"n\"}, {path = \"/b\", name = \"n\"}]"
    let name = #expect(throws: SettingsError.self) {
      try settings(in: surroundings(files: [personalFile: file]))
    }
    #expect(name?.message == "two folders have the name \"n\"")
  }

  @Test func `refuse a size that is none`() {
    let error = #expect(throws: SettingsError.self) {
      try settings(in: surroundings(["HOME": "/h", "SPLITSEARCH_MAX_FILE_SIZE": "much"]))
    }
    #expect(error?.kind == .configuration)
  }
}
