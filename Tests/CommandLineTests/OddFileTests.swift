// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

/// What `splitsearchd --once` makes of files that are no plain documents.
@Suite struct `Odd files` {
  @Test func `a binary file is named and the rest goes on`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write([0x41, 0x42, 0x43, 0x44, 0x00, 0x01], to: "program.txt")
      let run = try await desk.sync()
      #expect(run.status == 0)
      #expect(
        run.errors
          == "splitsearchd: papers/program.txt: binary file: a zero byte at offset 4\n"
      )
      #expect(run.output.contains("1 file could not be read"))
      try await desk.expectGoodDocument()
    }
  }

  @Test func `a file over the limit is named and the rest goes on`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write(String(repeating: "A wolf howls. ", count: 10), to: "long.txt")
      var small = desk
      small.environment["SPLITSEARCH_MAX_FILE_SIZE"] = "100"
      let run = try await small.sync()
      #expect(run.status == 0)
      // On a busy machine a line of progress may come between.
      #expect(
        run.errors.contains(
          "splitsearchd: papers/long.txt: larger than max-file-size (100 bytes)\n"
        )
      )
      #expect(try await desk.places("wolf") == [])
      try await desk.expectGoodDocument()

      // With the limit gone, so is the reason to leave it out.
      try await desk.index()
      #expect(try await desk.places("wolf") == ["papers/long.txt"])
    }
  }

  @Test func `links are named and not followed, whether broken or in a circle`() async throws {
    try await Desk.withGoodDocument { desk in
      for (name, target) in [("broken.txt", "nowhere"), ("round", "."), ("self.txt", "self.txt")] {
        try FileManager.default.createSymbolicLink(
          atPath: desk.documents.appending(path: name).path,
          withDestinationPath: target
        )
      }
      let run = try await desk.sync()
      #expect(run.status == 0)
      // On a slow machine it says how far it is, too.
      #expect(
        run.errors.split(separator: "\n").filter { $0.hasPrefix("splitsearchd: ") } == [
          "splitsearchd: papers/broken.txt: broken symbolic link",
          "splitsearchd: papers/round: symbolic link, not followed",
          "splitsearchd: papers/self.txt: broken symbolic link",
        ]
      )
      try await desk.expectGoodDocument()
    }
  }

  @Test func `a pipe is not waited for`() async throws {
    try await Desk.withGoodDocument { desk in
      #expect(mkfifo(desk.documents.appending(path: "pipe.txt").path, 0o600) == 0)
      let run = try await desk.sync()
      #expect(run.status == 0)
      #expect(run.errors.contains("papers/pipe.txt: no regular file"))
      try await desk.expectGoodDocument()
    }
  }

  @Test func `a name that is not UTF-8 is found and exact in the URI`() async throws {
    try await Desk.withGoodDocument { desk in
      try makeFile(Array(desk.documents.path.utf8) + Array("/caf".utf8) + [0xE9, 0xFF])
      try makeFile(
        Array(desk.documents.path.utf8) + Array("/caf".utf8) + [0xE9] + Array(".txt".utf8)
      )
      let sync = try await desk.sync()
      #expect(sync.status == 0)
      let run = try await desk.client.run("--json", "lynx")
      let hits = try #require(try run.objects().first?["hits"] as? [[String: Any]])
      let documents = hits.compactMap { $0["document"] as? [String: Any] }
      let uris = documents.compactMap { $0["uri"] as? String }
      #expect(uris.contains("file://\(desk.documents.path)/caf%E9.txt"))
      #expect(documents.contains { $0["path"] as? String == "caf\u{FFFD}.txt" })
      try await desk.expectGoodDocument()
    }
  }

  private func makeFile(_ path: [UInt8]) throws {
    let name = path.map { CChar(bitPattern: $0) } + [0]
    let descriptor = open(name, O_WRONLY | O_CREAT, 0o644)
    try #require(descriptor >= 0)
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data("A lynx prowls.\n".utf8))
  }
}

/// What a user who may not read something is told.
///
/// Root may read everything, so it becomes nobody.
@Suite(.enabled("needs a user who is not root, or setpriv") { await Unprivileged.isPossible })
struct `Without permission` {
  @Test func `an unreadable file is named and the rest goes on`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write("A secret mole.\n", to: "secret.txt")
      try Unprivileged.close(desk.documents.appending(path: "secret.txt"))
      let desk = try Unprivileged.take(desk)
      let run = try await desk.sync()
      #expect(run.status == 0)
      #expect(run.errors.contains("papers/secret.txt: "))
      #expect(run.errors.lowercased().contains("permission denied"))
      #expect(run.output.contains("1 file could not be read"))
      try await desk.expectGoodDocument()
    }
  }

  @Test func `an unreadable folder is named and loses nothing`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write("A vole nests.\n", to: "inner/vole.txt")
      let inner = desk.documents.appending(path: "inner")
      let desk = try Unprivileged.take(desk)
      try await desk.index()
      try Unprivileged.close(inner)
      defer { try? Unprivileged.reopen(inner) }
      let run = try await desk.sync()
      #expect(run.status == 2)
      #expect(run.errors.contains("papers/inner: cannot be listed: permission denied"))
      #expect(run.errors.contains("was left as it was"))
      #expect(try await desk.places("vole") == ["papers/inner/vole.txt"])
      try await desk.expectGoodDocument()
    }
  }

  @Test func `an index that may not be read is named, with advice`() async throws {
    try await Desk.withGoodDocument { desk in
      let desk = try Unprivileged.take(desk)
      try await desk.index()
      try Unprivileged.close(desk.index)
      defer { try? Unprivileged.reopen(desk.index) }
      let search = try await desk.client.run("--json", "marmot")
      #expect(search.status == 2)
      #expect(search.errors.contains(desk.index.path))
      let error = try #require(try search.objects().first?["error"] as? [String: Any])
      #expect(error["code"] as? String == "index-permission-denied")
      let sync = try await desk.sync()
      #expect(sync.status == 2)
      #expect(sync.errors.contains("ermission denied"), "\(sync.errors)")
      try Unprivileged.reopen(desk.index)
      try await desk.expectGoodDocument()
    }
  }

  @Test func `an index that may only be read answers, and is not written`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      let manager = FileManager.default
      for (path, mode) in [("writer.lock", 0o444), (".", 0o555)] {
        try manager.setAttributes(
          [.posixPermissions: mode],
          ofItemAtPath: desk.index.appending(path: path).path
        )
      }
      defer { try? Unprivileged.reopen(desk.index) }
      let reader = Unprivileged.other(desk)
      try await reader.expectGoodDocument()
      let sync = try await reader.sync()
      #expect(sync.status == 2)
      #expect(sync.errors.contains("ermission denied"), "\(sync.errors)")
      try await reader.expectGoodDocument()
    }
  }
}

/// Runs programs as a user whom permissions stop.
enum Unprivileged {
  private static let user: uid_t = 65_534
  private static let wrapper = [
    "/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups",
  ]

  /// Whether there is such a user and whether that user can reach the programs.
  static var isPossible: Bool {
    get async {
      if geteuid() != 0 { return true }
      let probe = Program(name: "splitsearch", wrapper: wrapper)
      return (try? await probe.run("--version"))?.status == 0
    }
  }

  /// Hands the whole desk over to that user.
  static func take(_ desk: Desk) throws -> Desk {
    guard geteuid() == 0 else { return desk }
    let files = FileManager.default.enumerator(atPath: desk.root.path)
    let names = files?.compactMap { $0 as? String } ?? []
    for path in [desk.root.path] + names.map({ desk.root.appending(path: $0).path }) {
      try #require(chown(path, user, user) == 0)
    }
    return other(desk)
  }

  /// The same desk, used by that user but not handed over.
  static func other(_ desk: Desk) -> Desk {
    var desk = desk
    if geteuid() == 0 { desk.wrapper = wrapper }
    return desk
  }

  static func close(_ item: URL) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: item.path)
  }

  static func reopen(_ folder: URL) throws {
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
  }
}
