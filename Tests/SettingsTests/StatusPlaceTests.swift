// SPDX-License-Identifier: GPL-3.0-or-later

import Settings
import Testing

/// A machine that exists in a test only.
private func surroundings(
  _ variables: [String: String] = ["HOME": "/home/mao"],
  files: [String: String] = [:],
  links: [String: String] = [:]
) -> Surroundings {
  Surroundings(
    variable: { variables[$0] },
    workingDirectory: "/now/here",
    itemExists: { _ in false },
    readFile: { path throws(SettingsError) in files[path].map { Array($0.utf8) } },
    realPath: { links[$0] ?? $0 }
  )
}

@Suite struct `Place of the status file` {
  @Test func `is looked for wherever a service may write it`() throws {
    let all = surroundings([
      "HOME": "/home/mao", "XDG_RUNTIME_DIR": "/run/user/7", "SPLITSEARCH_STATUS": "mine.json",
    ])
    #expect(
      try StatusPlace.reading(forIndex: "/var/lib/index", all) == [
        "/now/here/mine.json",
        "/run/splitsearch/var-lib-index.json", "/run/user/7/splitsearch/var-lib-index.json",
        "/var/lib/index/status.json",
      ]
    )
    #expect(
      try StatusPlace.reading(forIndex: "/i", ofUser: 7, surroundings()) == [
        "/run/splitsearch/i.json", "/run/user/7/splitsearch/i.json", "/i/status.json",
      ]
    )
  }

  @Test func `of the system's service is the same whoever starts it`() throws {
    for variables in [[:], ["HOME": "/root", "XDG_RUNTIME_DIR": "/run/user/0"]] {
      let service = try ServiceSettings(
        documents: [],
        index: nil,
        configuration: nil,
        scope: .system,
        surroundings: surroundings(variables)
      )
      #expect(service.statusPath == "/run/splitsearch/var-lib-splitsearch-index.json")
    }
  }

  @Test(arguments: [
    [:], ["XDG_RUNTIME_DIR": "/run/user/7"], ["SPLITSEARCH_STATUS": "s.json"],
    ["RUNTIME_DIRECTORY": "/run/splitsearch", "XDG_RUNTIME_DIR": "/run/user/7"],
  ])
  func `is found where the service writes it`(variables: [String: String]) throws {
    let index = "/" + String(repeating: "long/", count: 60) + "index"
    let all = surroundings(variables.merging(["HOME": "/home/mao"]) { $1 })
    let service = try ServiceSettings(
      documents: [],
      index: index,
      configuration: nil,
      scope: nil,
      surroundings: all
    )
    #expect(try StatusPlace.reading(forIndex: index, all).contains(service.statusPath))
  }

  private func written(_ index: String, links: [String: String] = [:]) throws -> String {
    try ServiceSettings(
      documents: [],
      index: index,
      configuration: nil,
      scope: nil,
      surroundings: surroundings(["HOME": "/h", "XDG_RUNTIME_DIR": "/run/user/7"], links: links)
    ).statusPath
  }

  @Test func `is the same by whatever path the index is known`() throws {
    let variables = ["HOME": "/h", "XDG_RUNTIME_DIR": "/run/user/7"]
    let all = surroundings(variables, links: ["/link": "/real", "/m/../real": "/real"])
    for path in ["/link", "/m/../real", "/real"] {
      let place = try written(path, links: ["/link": "/real", "/m/../real": "/real"])
      #expect(place == "/run/user/7/splitsearch/real.json")
      #expect(try StatusPlace.reading(forIndex: path, all).contains(place))
    }
  }

  @Test func `is another for each index`() throws {
    let long = "/" + String(repeating: "é/", count: 200)
    let paths = [
      "/x-y/z", "/x/y-z", "/x/y/z", "/x-y-z", "/x%2Dy/z", "/x--y/z", "/a-/b", "/a/-b",
      long + "a", "/b" + long + "a", "/c" + long + "a",
    ]
    let places = try paths.map { try written($0) }
    #expect(Set(places).count == paths.count)
    #expect(places.first == "/run/user/7/splitsearch/x%2Dy-z.json")
    for place in places {
      let name = place.split(separator: "/").last ?? ""
      #expect(name.utf8.count <= 240)
      #expect(!name.contains("\u{FFFD}"))
    }
  }
}

@Suite struct `Start of the service` {
  private func commands(
    _ index: String,
    config: String? = nil,
    folders: [String] = [],
    in surroundings: Surroundings = surroundings()
  ) -> [String] {
    ServiceStart.commands(
      forIndex: index,
      configuration: config,
      folders: folders,
      surroundings
    )
  }

  @Test func `is the service manager's where it knows the index`() {
    #expect(commands("/var/lib/splitsearch/index") == ["systemctl start splitsearchd"])
    let personal = ["systemctl --user start splitsearchd", "splitsearchd"]
    #expect(commands("/home/mao/.local/share/splitsearch/index") == personal)
    let files = ["/home/mao/.config/splitsearch/config.toml": "index = \"~/i\""]
    #expect(commands("/home/mao/i", in: surroundings(files: files)) == personal)
  }

  @Test func `of a further index is the service's that is named like it`() {
    let index = "/var/lib/splitsearch/law-1/index"
    let files = ["/etc/splitsearch/law-1.toml": "[[folder]]\npath = \"/srv/law\""]
    let all = surroundings(files: files)
    #expect(
      commands(index, folders: ["/srv/law"], in: all) == ["systemctl start splitsearchd@law-1"]
    )
    for other in [
      "/var/lib/splitsearch/law/index", "/var/lib/splitsearch/law-1/other",
      "/var/lib/splitsearch//index", "/var/lib/splitsearch/law@1/index", "/x\(index)",
    ] {
      #expect(
        commands(other, folders: ["/srv/law"], in: all)
          == ["splitsearchd --index \(other) --documents /srv/law"]
      )
    }
    #expect(
      commands(index, folders: ["/srv/law", "/d"], in: all)
        == ["splitsearchd --index \(index) --documents /srv/law --documents /d"]
    )
  }

  @Test func `is not the service manager's where only the shell was told`() {
    let index = "/home/mao/.local/share/splitsearch/index"
    let told = surroundings(["HOME": "/home/mao", "SPLITSEARCH_DOCUMENTS": "/d"])
    #expect(
      commands(index, folders: ["/d"], in: told) == [
        "splitsearchd --index \(index) --documents /d"
      ]
    )
    let other = surroundings(["HOME": "/home/mao", "SPLITSEARCH_INDEX": "/elsewhere"])
    #expect(commands(index, in: other) == ["systemctl --user start splitsearchd"])
  }

  @Test func `names the folders that the configuration does not`() {
    let index = "/home/mao/.local/share/splitsearch/index"
    #expect(commands(index, folders: ["/home/mao/Documents"]).count == 2)
    #expect(
      commands(index, folders: ["/home/mao/Documents", "/a"]) == [
        "splitsearchd --index \(index) --documents /home/mao/Documents --documents /a"
      ]
    )
    let files = ["/c": "index = \"/i\"\nfolder = [{path = \"/a\"}, {path = \"/b\"}]"]
    #expect(
      commands("/i", config: "/c", folders: ["/b", "/a"], in: surroundings(files: files))
        == ["splitsearchd --config /c"]
    )
    #expect(
      commands("/i", config: "/c", folders: ["/b", "/d"], in: surroundings(files: files))
        == ["splitsearchd --index /i --documents /b --documents /d"]
    )
  }

  @Test func `takes the configuration that names the index`() {
    let files = ["/now/here/my own.toml": "index = \"i\""]
    #expect(
      commands("/now/here/i", config: "my own.toml", in: surroundings(files: files))
        == ["splitsearchd --config '/now/here/my own.toml'"]
    )
  }

  @Test func `names the folders of an index that no configuration knows`() {
    #expect(
      commands("/i", folders: ["/a", "/it's here", "/é"]) == [
        "splitsearchd --index /i --documents /a --documents '/it'\\''s here' --documents /é"
      ]
    )
    #expect(commands("/i") == ["splitsearchd --index /i --documents DIR"])
  }

  @Test func `does not count on variables that a service manager does not have`() {
    let index = "/home/mao/.local/share/splitsearch/index"
    let documents = ["HOME": "/home/mao", "SPLITSEARCH_DOCUMENTS": "/d2"]
    #expect(
      commands(index, folders: ["/d2"], in: surroundings(documents))
        == ["splitsearchd --index \(index) --documents /d2"]
    )
    let data = ["HOME": "/home/mao", "XDG_DATA_HOME": "/data"]
    #expect(commands("/data/splitsearch/index", in: surroundings(data)) == ["splitsearchd"])
    let files = ["/config/splitsearch/config.toml": "[[folder]]\npath = \"/d2\""]
    let configuration = ["HOME": "/home/mao", "XDG_CONFIG_HOME": "/config"]
    #expect(
      commands(index, folders: ["/d2"], in: surroundings(configuration, files: files))
        == ["splitsearchd"]
    )
  }

  @Test func `is not the bare command where a variable sends that elsewhere`() {
    let index = "/home/mao/.local/share/splitsearch/index"
    let folder = "/home/mao/Documents"
    for variable in [["SPLITSEARCH_INDEX": "/elsewhere"], ["SPLITSEARCH_DOCUMENTS": "/d2"]] {
      let all = surroundings(variable.merging(["HOME": "/home/mao"]) { $1 })
      #expect(
        commands(index, folders: [folder], in: all) == [
          "systemctl --user start splitsearchd",
          "splitsearchd --index \(index) --documents \(folder)",
        ]
      )
      let files = ["/c": "index = \"/i\"\n[[folder]]\npath = \"/a\""]
      let named = surroundings(variable, files: files)
      #expect(
        commands("/i", config: "/c", folders: ["/a"], in: named)
          == ["splitsearchd --index /i --documents /a"]
      )
    }
  }

  @Test func `names a folder that only looks like one of the configuration's`() {
    let files = ["/home/mao/.config/splitsearch/config.toml": "[[folder]]\npath = \"/caf\u{E9}\""]
    let index = "/home/mao/.local/share/splitsearch/index"
    let all = surroundings(files: files)
    #expect(commands(index, folders: ["/caf\u{E9}"], in: all).count == 2)
    #expect(commands(index, folders: ["/cafe\u{301}"], in: all).count == 1)
  }
}
