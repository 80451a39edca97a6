// SPDX-License-Identifier: GPL-3.0-or-later

import Testing

@testable import Settings

@Suite struct `Configuration` {
  private func parse(_ text: String, home: String? = "/home/mao") throws -> Settings.Configuration {
    try Settings.Configuration(parsing: Array(text.utf8), file: "/etc/s/config.toml", home: home)
  }

  @Test func `reads every key`() throws {
    let configuration = try parse(
      """
      index = "~/index"
      max-file-size = "64 MiB"

      [[folder]]
      path = "notes"

      [[folder]]
      path = "/srv//./papers/"
      name = "Größe ⭐"
      language = "de-AT"
      """
    )
    #expect(configuration.index == "/home/mao/index")
    #expect(configuration.maximumFileSize == 67_108_864)
    #expect(
      configuration.folders == [
        FolderRequest(path: "/etc/s/notes", name: nil),
        FolderRequest(path: "/srv/papers", name: "Größe ⭐", language: "de"),
      ]
    )
  }

  @Test(arguments: ["", "# nothing\n", "\u{FEFF}\r\n"])
  func `may say nothing`(text: String) throws {
    #expect(try parse(text) == Settings.Configuration())
  }

  @Test(arguments: [
    ("indx = \"x\"", "1:1: unknown key \"indx\"; did you mean \"index\"?"),
    ("\n  [[folders]]\npath = \"x\"", "2:5: unknown key \"folders\"; did you mean \"folder\"?"),
    ("[[folder]]\npaht = \"x\"", "2:1: unknown key \"paht\"; did you mean \"path\"?"),
    (
      "zzzzzz = 1",
      "1:1: unknown key \"zzzzzz\"; known are index, max-file-size, memory-limit, folder"
    ),
    ("zzzzzz = 1\nindex = 2", "1:1: unknown key \"zzzzzz\""),
    ("index = 1", "1:1: \"index\" must be a string, not an integer"),
    ("index = \"\"", "1:1: \"index\" is empty"),
    ("index = \"a\\u0000b\"", "1:1: \"index\" holds a zero byte"),
    ("index.path = \"x\"", "\"index\" must be a string, not a table"),
    ("max-file-size = true", "1:1: \"max-file-size\" must be an integer (bytes)"),
    ("max-file-size = 1.5", "not a number with a fraction"),
    ("max-file-size = 2026-11-23", "not a date"),
    ("max-file-size = 0", "must be a size above 0"),
    ("max-file-size = -1", "must be a size above 0"),
    ("max-file-size = \"64 MIB \"", "must be a size above 0"),
    ("max-file-size = \"9999999999 GiB\"", "must be a size above 0"),
    ("[folder]\npath = \"x\"", "\"folder\" must be tables: [[folder]], not a table"),
    ("folder = [1]", "1:11: each folder must be a table: [[folder]]"),
    ("[[folder]]\nname = \"x\"", "1:1: the folder has no \"path\""),
    ("[[folder]]\npath = [\"x\"]", "2:1: \"path\" must be a string, not an array"),
    ("[[folder]]\npath = \"x\"\nname = \"a/b\"", "3:1: \"a/b\" cannot be a folder's name"),
    ("[[folder]]\npath = \"x\"\nname = \"..\"", "3:1: \"..\" cannot be a folder's name"),
    (
      "[[folder]]\npath = \"x\"\nlanguage = \"german\"",
      "3:1: \"german\" is no language code, such as \"de\", \"en\" or \"ru\""
    ),
    ("[[folder]]\npath = \"x\"\nlanguage = \"\"", "3:1: \"language\" is empty"),
    (
      "[[folder]]\npath = \"x\"\nlanguage = [\"de\"]", "\"language\" must be a string, not an array"
    ),
    ("index = \"a\"\nindex = \"b\"", "2:"),
    ("index = ", "1:"),
    ("index = \"\u{1}\"", "1:"),
  ])
  func `says where and what is wrong`(text: String, message: String) {
    let error = #expect(throws: SettingsError.self) { try parse(text) }
    #expect(error?.kind == .configuration)
    #expect(error?.message.hasPrefix("/etc/s/config.toml:") == true)
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
    #expect(error?.message.contains("\n") == false)
  }

  @Test func `refuses bytes that are no UTF-8`() {
    #expect(throws: SettingsError.self) {
      try Settings.Configuration(
        parsing: Array("index = \"".utf8) + [0xFF, 0xC0] + Array("\"".utf8),
        file: "/c",
        home: nil
      )
    }
  }

  @Test(arguments: [
    "[[[", "[]", "[=]", "[", "[[", "[a", "[a.", "a.", "\"", "a = 1979-", "a = \"\\u12", "=",
  ])
  func `survives what the parser does not expect`(text: String) {
    #expect(throws: SettingsError.self) { try parse(text) }
  }

  @Test func `survives deep nesting`() {
    for text in [
      String(repeating: "[", count: 50_000), "a = " + String(repeating: "[", count: 50_000),
      "a = " + String(repeating: "{a=", count: 50_000),
    ] {
      #expect(throws: SettingsError.self) { try parse(text) }
    }
  }

  @Test func `needs a home for a tilde`() {
    let error = #expect(throws: SettingsError.self) { try parse("index = \"~/x\"", home: nil) }
    #expect(error?.message.contains("HOME is not set") == true)
  }

  @Test func `leaves a tilde inside a name alone`() throws {
    #expect(try parse("index = \"~mao/x\"").index == "/etc/s/~mao/x")
  }

  @Test(arguments: [
    ("1", 1), ("64 MiB", 64 << 20), ("64MiB", 64 << 20), ("2gb", 2_000_000_000), ("5 B", 5),
    ("1 KiB", 1024), ("1 kB", 1000), ("", nil), ("MiB", nil), ("1  MiB", nil), ("1.5 MiB", nil),
    ("-1", nil), ("٣", nil), ("99999999999999999999", nil),
  ])
  func `reads sizes`(text: String, bytes: Int?) {
    #expect(ByteCount.parse(text) == bytes)
  }

  @Test(arguments: [
    ("jsno", "json"), ("jso", "json"), ("lim", "limit"), ("utterly", nil), ("", nil), ("x", nil),
    (String(repeating: "json", count: 1000), nil),
  ])
  func `finds the word that was meant`(word: String, meant: String?) {
    #expect(NearestWord.among(["limit", "json"], to: word) == meant)
  }
}
