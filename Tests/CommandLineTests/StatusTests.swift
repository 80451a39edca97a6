// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import SystemFiles
import TestSupport
import Testing

/// `splitsearch status` beside services that run, have ended, or never were.
@Suite(.timeLimit(.minutes(5)))
struct `Status` {
  @Test func `of a running service tells what it does`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write([0x41, 0x00, 0x01], to: "program.txt")
      try desk.write("<p>", to: "page.html")
      let daemon = try RunningDaemon(at: desk)
      let status = try await desk.status { $0.service["state"] as? String == "watching" }
      #expect(status.run.status == 0)
      #expect(status.service["running"] as? Bool == true)
      #expect(status.service["process"] as? Int == Int(daemon.number))
      #expect(status.service["version"] as? String == status.object["version"] as? String)
      #expect((status.service["counters"] as? [String: Int])?["added"] == 1)
      #expect(status.index["documents"] as? Int == 1)
      #expect(status.index["passages"] as? Int == 1)
      #expect(status.index["refused"] as? Int == 2)
      #expect(status.index["complete"] as? Bool == true)
      #expect((status.index["bytes"] as? Int ?? 0) > 0)
      #expect(status.object["error"] is NSNull)
      let folder = try #require(status.folders.first)
      #expect(folder["path"] as? String == desk.documents.path)
      #expect(folder["watching"] as? String == "events")
      #expect(folder["documents"] as? Int == 1)
      #expect(status.failures.map(\.["path"]) == ["page.html", "program.txt"])
      #expect(status.failures.allSatisfy { $0["advice"]?.hasPrefix("nothing to do") == true })

      let text = try await desk.client.run("status")
      #expect(text.status == 0)
      #expect(text.errors.isEmpty)
      #expect(text.output.contains("(process \(daemon.number), version "))
      #expect(text.output.contains("\nnow        watching for changes\n"))
      #expect(text.output.contains(" 1 document · watched (1 folder)\n"))
      #expect(text.output.contains("\ndocuments  1 with 1 passage · 2 files could not be read\n"))

      #expect(daemon.end() == 0)
      let ended = try await desk.client.run("status")
      #expect(ended.output.contains("\nservice    not running: it ended "), "\(ended.output)")
      #expect(
        ended.output.contains(
          "\n           → start it: splitsearchd --index \(desk.index.path)"
            + " --documents \(desk.documents.path)\n"
        )
      )
    }
  }

  @Test(.enabled("in a container there is no telling") { ProcessNumbers.areTheMachines })
  func `of a service that was killed tells what the index knows`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write([0x41, 0x00, 0x01], to: "program.txt")
      let daemon = try RunningDaemon(at: desk)
      try await desk.status { $0.service["state"] as? String == "watching" }
      #expect(daemon.end(by: SIGKILL) == -1)
      let status = try await desk.status()
      #expect(status.run.status == 0)
      #expect(status.service["running"] as? Bool == false)
      #expect(status.service["state"] is NSNull)
      #expect((status.service["last"] as? [String: Any])?["state"] as? String == "watching")
      #expect(status.folders.map { $0["documents"] as? Int } == [1])
      #expect(status.folders.allSatisfy { $0["watching"] is NSNull })
      #expect(status.failures.map(\.["path"]) == ["program.txt"])
      let text = try await desk.client.run("status")
      #expect(text.output.contains("\nservice    not running: it was killed; its last word, "))
    }
  }

  @Test(.enabled("in a container there is no telling") { ProcessNumbers.areTheMachines })
  func `of an index without a service tells what the index knows`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      let status = try await desk.status()
      #expect(status.service["running"] as? Bool == false)
      #expect(status.service["last"] is NSNull)
      #expect(status.failures.isEmpty)
      let text = try await desk.client.run("status")
      #expect(text.status == 0)
      #expect(text.output.contains("\nservice    not running\n"), "\(text.output)")
      #expect(!text.output.contains("failures"))
    }
  }

  @Test(arguments: [
    (["SPLITSEARCH_STATUS": "mine.json"], "mine.json"),
    (["XDG_RUNTIME_DIR": "/"], "splitsearch/"),
  ])
  func `finds the status file where the service writes it`(
    environment: [String: String],
    place: String
  ) async throws {
    try await Desk.withGoodDocument { desk in
      var desk = desk
      desk.environment = environment.mapValues { $0 == "/" ? desk.root.path : $0 }
      let daemon = try RunningDaemon(at: desk)
      let status = try await desk.status { $0.service["state"] as? String == "watching" }
      let file = try #require(status.service["statusFile"] as? String)
      #expect(file.hasPrefix(desk.root.appending(path: place).path))
      #expect(daemon.end() == 0)
    }
  }

  @Test(arguments: [
    ("link", "index"), ("index", "link"), ("link", "link"), ("./papers/../index", "index"),
    ("index", "papers/.././index"), ("./none/../index", "link"),
  ])
  func `finds the status file by whatever path the index is known`(
    written: String,
    asked: String
  ) async throws {
    try await Desk.withGoodDocument { desk in
      var desk = desk
      desk.environment["XDG_RUNTIME_DIR"] = desk.root.path
      if !written.contains("none") { try await desk.index() }
      try FileManager.default.createSymbolicLink(
        at: desk.root.appending(path: "link"),
        withDestinationURL: desk.index
      )
      let daemon = try RunningDaemon(at: desk, "--index", written)
      try await daemon.line(with: "watching 1 folder")
      desk.environment["SPLITSEARCH_INDEX"] = asked
      let status = try await desk.status { $0.service["state"] as? String == "watching" }
      let file = try #require(status.service["statusFile"] as? String)
      #expect(file.hasPrefix(desk.root.path + "/splitsearch/"))
      #expect(daemon.end() == 0)
    }
  }

  @Test(.enabled("needs the right to make a namespace") { await Namespace.isPossible })
  func `from a container does not tell that a service is dead`() async throws {
    try await Desk.withGoodDocument { desk in
      let daemon = try RunningDaemon(at: desk)
      try await desk.status { $0.service["state"] as? String == "watching" }
      var inside = desk
      inside.wrapper = Namespace.wrapper
      let status = try await inside.status()
      #expect(status.run.status == 0)
      #expect(status.service["running"] is NSNull)
      #expect(status.service["start"] as? [String] == [])
      #expect((status.service["last"] as? [String: Any])?["state"] as? String == "watching")
      let text = try await inside.client.run("status")
      #expect(
        text.output.contains("service    there is no telling whether it runs: its last word, ")
      )
      #expect(daemon.end() == 0)
      #expect(try await inside.status().service["running"] as? Bool == false)
    }
  }

  @Test func `names each file that could not be read, however alike their names`() async throws {
    try await Desk.withGoodDocument { desk in
      for name in ["caf\u{E9}.pdf", "cafe\u{301}.pdf"] {
        try desk.write("%PDF-1.7", to: name)
      }
      // Foundation knows no such names.
      for byte in [0xFD, 0xFE, 0xFF] as [UInt8] {
        let name = Array((desk.documents.path + "/bad").utf8) + [byte, 0]
        let file = name.withUnsafeBytes { bytes in
          bytes.withMemoryRebound(to: CChar.self) { name in
            name.baseAddress.map { open($0, O_WRONLY | O_CREAT | O_EXCL, 0o600) } ?? -1
          }
        }
        try #require(file >= 0)
        try FileHandle(fileDescriptor: file, closeOnDealloc: true)
          .write(contentsOf: Data("%PDF-1.\(byte)".utf8))
      }
      let daemon = try RunningDaemon(at: desk)
      let status = try await desk.status { $0.service["state"] as? String == "watching" }
      #expect(status.failures.count == 5)
      #expect(status.object["failureCount"] as? Int == 5)
      #expect(status.index["refused"] as? Int == 5)
      #expect(daemon.end() == 0)
      #expect(try await desk.status().failures.count == 5)
    }
  }

  @Test func `advises no command that takes documents out of the index`() async throws {
    try await Desk.withGoodDocument { desk in
      let own = ["HOME": desk.root.path, "SPLITSEARCH_DOCUMENTS": desk.documents.path]
      let daemon = Program(name: "splitsearchd", environment: own, folder: desk.root)
      #expect(try await daemon.run("--once").status == 0)
      let client = Program(name: "splitsearch", environment: own, folder: desk.root)
      let text = try await client.run("status")
      let index = desk.root.path + "/.local/share/splitsearch/index"
      #expect(!text.output.contains("systemctl"), "\(text.output)")
      #expect(
        text.output.contains("splitsearchd --index \(index) --documents \(desk.documents.path)\n")
          || !ProcessNumbers.areTheMachines
      )
    }
  }

  @Test func `of a service that says nothing names the process`() async throws {
    try await Desk.withGoodDocument { desk in
      let hidden = desk.root.appending(path: "hidden.json").path
      let daemon = try RunningDaemon(at: desk, "--status", hidden)
      try await daemon.line(with: "watching 1 folder")
      let text = try await desk.client.run("status")
      #expect(text.status == 0)
      #expect(text.output.contains("service    process \(daemon.number) writes to the index"))
      #expect(daemon.end() == 0)
    }
  }

  @Test(arguments: [
    ("", "it is no status of splitsearchd"), ("\u{1B}[2J{\"schema\":1", "it is no status"),
    ("{\"schema\":99}", "written by a newer splitsearchd"),
  ])
  func `passes over a damaged status file`(content: String, note: String) async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      try write(content, to: "index/status.json", in: desk.root)
      let text = try await desk.client.run("status")
      #expect(text.status == 0)
      #expect(text.output.contains("\nnotes      \(desk.index.path)/status.json: "))
      #expect(text.output.contains(note), "\(text.output)")
      #expect(isSafe(text.output))
    }
  }

  @Test func `names a folder that is away, and what to do`() async throws {
    try await Desk.withGoodDocument { desk in
      try write("An eagle circles.\n", to: "away/eagle.txt", in: desk.root)
      let away = desk.root.appending(path: "away").path
      let daemon = try RunningDaemon(at: desk, "--documents", away)
      try await desk.status { $0.service["state"] as? String == "watching" }
      try FileManager.default.moveItem(atPath: away, toPath: away + "-else")
      let status = try await desk.status { $0.folders.last?["watching"] as? String == "away" }
      #expect(status.folders.last?["documents"] as? Int == 1)
      #expect((status.folders.last?["advice"] as? String)?.contains("put the folder back") == true)
      let text = try await desk.client.run("status")
      #expect(text.output.contains("\(away)    1 document · away: "), "\(text.output)")
      #expect(text.output.contains("→ put the folder back"), "\(text.output)")
      #expect(daemon.end() == 0)
    }
  }

  @Test func `says what to do about each file that could not be read`() async throws {
    try await Desk.withGoodDocument { desk in
      var desk = desk
      desk.environment["SPLITSEARCH_MAX_FILE_SIZE"] = "100"
      try desk.write(String(repeating: "A wolf howls. ", count: 10), to: "long.txt")
      for number in 1...7 { try desk.write("{}", to: "\u{1B}[31m\(number).json") }
      try await desk.sync()
      let text = try await desk.client.run("status", "--color=never")
      #expect(
        text.output.contains(
          """
          failures   1 file: larger than max-file-size (100 bytes)
                       papers/long.txt
                       → raise max-file-size in the configuration, or leave it out by \
          .splitsearchignore
                     7 files: no reader for .json files in this version
                       papers/␛[31m1.json
          """
        ),
        "\(text.output)"
      )
      #expect(text.output.contains("… and 2 more; --json lists them"))
      #expect(isSafe(text.output))
      let status = try await desk.status()
      #expect(status.failures.count == 8)
      #expect(status.object["failureCount"] as? Int == 8)
    }
  }

  @Test func `of no index is an error, with what to do`() async throws {
    try await Desk.with { desk in
      let text = try await desk.client.run("status")
      #expect(text.status == 2)
      #expect(text.output.isEmpty)
      #expect(
        text.errors.contains("there is no index in \(desk.index.path); index documents first")
      )
      let status = try await desk.status()
      #expect(status.run.status == 2)
      #expect((status.object["error"] as? [String: Any])?["code"] as? String == "index-not-found")
      #expect(status.service["running"] as? Bool == false)
      #expect(status.run.output.split(separator: "\n").count == 1)
    }
  }

  @Test func `of an index that cannot be used is an error`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      try setMetadata("format", to: "9", in: desk.index.path)
      let newer = try await desk.status()
      #expect(newer.run.status == 2)
      #expect(newer.error == "index-unknown-version")
      try setMetadata("format", to: "1", in: desk.index.path)
      #expect(try await desk.status().error == "index-outdated-version")
      let path = desk.index.appending(path: "generation-000001/postlist.glass").path
      try #require(truncate(path, 10) == 0)
      #expect(try await desk.status().error == "index-corrupt")
      try write("auto elsewhere\n", to: "index/XAPIANDB", in: desk.root)
      #expect(try await desk.status().error == "index-not-an-index")
    }
  }
}

/// What a user who may not do something is told by `splitsearch status`.
@Suite(
  .enabled("needs a user who is not root, or setpriv") { await Unprivileged.isPossible },
  .timeLimit(.minutes(5))
)
struct `Status without permission` {
  @Test func `to read the index tells what the service says, and fails`() async throws {
    try await Desk.withGoodDocument { desk in
      var desk = try Unprivileged.take(desk)
      desk.environment["SPLITSEARCH_STATUS"] = desk.root.appending(path: "status.json").path
      let daemon = try RunningDaemon(at: desk)
      let before = try await desk.status { $0.service["state"] as? String == "watching" }
      let revision = try #require(before.service["revision"] as? Int)
      try Unprivileged.close(desk.index)
      defer { try? Unprivileged.reopen(desk.index) }
      let status = try await desk.status()
      #expect(status.run.status == 2)
      #expect(status.error == "index-permission-denied")
      #expect(status.service["running"] as? Bool == true)
      #expect(status.service["revision"] as? Int == revision)
      #expect(status.index["documents"] is NSNull)
      let text = try await desk.client.run("status")
      #expect(text.status == 2)
      #expect(
        text.output.contains("the service says: revision \(revision), complete"),
        "\(text.output)"
      )
      #expect(text.output.contains("(process \(daemon.number), "))
      #expect(text.errors.contains("ask to be added to the group that owns it"))

      try Unprivileged.reopen(desk.index)
      #expect(daemon.end() == 0)
      try Unprivileged.close(desk.index)
      try FileManager.default.removeItem(at: desk.root.appending(path: "status.json"))
      let unknown = try await desk.status()
      #expect(unknown.run.status == 2)
      #expect(unknown.service["running"] is NSNull)
      let nothing = try await desk.client.run("status")
      #expect(nothing.output.isEmpty)
    }
  }

  @Test func `to write the index sees who writes`() async throws {
    try await Desk.withGoodDocument { desk in
      let hidden = desk.root.appending(path: "hidden.json").path
      let daemon = try RunningDaemon(at: desk, "--status", hidden)
      try await daemon.line(with: "watching 1 folder")
      try write("{}", to: "index/status.json", in: desk.root)
      let manager = FileManager.default
      for (path, mode) in [("writer.lock", 0), ("status.json", 0), (".", 0o755)] {
        try manager.setAttributes(
          [.posixPermissions: mode],
          ofItemAtPath: desk.index.appending(path: path).path
        )
      }
      let status = try await Unprivileged.other(desk).status()
      #expect(status.run.status == 0)
      #expect(status.service["running"] as? Bool == true)
      #expect(status.service["process"] as? Int == Int(daemon.number))
      #expect((status.object["notes"] as? [String])?.first?.contains("permission denied") == true)
      #expect(daemon.end() == 0)
    }
  }

  @Test func `to read a file says how to give it`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write("A secret mole.\n", to: "secret.txt")
      try desk.write("A vole nests.\n", to: "inner/vole.txt")
      try Unprivileged.close(desk.documents.appending(path: "secret.txt"))
      let inner = desk.documents.appending(path: "inner")
      let desk = try Unprivileged.take(desk)
      try Unprivileged.close(inner)
      defer { try? Unprivileged.reopen(inner) }
      let daemon = try RunningDaemon(at: desk)
      let status = try await desk.status { $0.failures.count == 2 }
      #expect(status.failures.map(\.["path"]) == ["inner", "secret.txt"])
      #expect(status.failures.first?["advice"]?.contains("u:splitsearch:rx FOLDER") == true)
      #expect(status.failures.last?["advice"]?.contains("u:splitsearch:r FILE") == true)
      let text = try await desk.client.run("status")
      #expect(text.output.contains("1 folder: cannot be listed: permission denied\n"))
      #expect(daemon.end() == 0)
    }
  }

  @Test func `of a service to write tells of its trouble`() async throws {
    try await Desk.withGoodDocument { desk in
      let desk = try Unprivileged.take(desk)
      let daemon = try RunningDaemon(at: desk)
      try await desk.status { $0.service["state"] as? String == "watching" }
      let generation = desk.index.appending(path: "generation-000001")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o555],
        ofItemAtPath: generation.path
      )
      defer { try? Unprivileged.reopen(generation) }
      try desk.write("An eagle circles above.\n", to: "eagle.txt")
      let status = try await desk.status { $0.service["trouble"] is String }
      #expect(status.run.status == 0)
      #expect(status.service["running"] as? Bool == true)
      #expect((status.service["advice"] as? String)?.contains("it is tried again") == true)
      let text = try await desk.client.run("status")
      #expect(text.output.hasPrefix("trouble    the index cannot be written: "), "\(text.output)")
      try Unprivileged.reopen(generation)
      try await desk.status {
        $0.service["trouble"] is NSNull && $0.index["documents"] as? Int == 2
      }
      #expect(daemon.end() == 0)
    }
  }
}

/// A container, as far as it hides processes.
private enum Namespace {
  static let wrapper = ["/usr/bin/unshare", "--pid", "--fork", "--mount-proc"]

  static var isPossible: Bool {
    get async {
      let probe = Program(name: "splitsearch", wrapper: wrapper)
      return (try? await probe.run("--version"))?.status == 0
    }
  }
}

/// What `splitsearch status --json` printed.
private struct PrintedStatus {
  let run: Program.Run
  let object: [String: Any]

  var index: [String: Any] { object["index"] as? [String: Any] ?? [:] }
  var service: [String: Any] { object["service"] as? [String: Any] ?? [:] }
  var folders: [[String: Any]] { object["folders"] as? [[String: Any]] ?? [] }
  var failures: [[String: String]] { object["failures"] as? [[String: String]] ?? [] }
  var error: String? { (object["error"] as? [String: Any])?["code"] as? String }
}

extension Desk {
  /// Asks for the status until it is as it is to be; the test's time limit ends this.
  @discardableResult
  fileprivate func status(
    when isThere: (PrintedStatus) -> Bool = { _ in true }
  ) async throws -> PrintedStatus {
    while true {
      let run = try await client.run("status", "--json")
      let status = PrintedStatus(run: run, object: try run.objects().first ?? [:])
      if isThere(status) { return status }
    }
  }
}
