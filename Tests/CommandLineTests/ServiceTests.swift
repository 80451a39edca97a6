// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

/// `splitsearchd` without `--once`: a service that keeps the index equal to the folders.
@Suite(.timeLimit(.minutes(5)))
struct `Service` {
  @Test(arguments: [SIGTERM, SIGINT])
  func `a file that is dropped in is found, and a signal ends it well`(signal: Int32) async throws {
    try await Desk.withGoodDocument { desk in
      let daemon = try RunningDaemon(at: desk)
      try await daemon.line(with: "1 new; watching 1 folder")
      try await desk.expectGoodDocument()

      try desk.write("An eagle circles above.\n", to: "new/folder/eagle.txt")
      try await daemon.line(with: "1 new, in ")
      #expect(try await desk.places("circles") == ["papers/new/folder/eagle.txt"])
      try FileManager.default.moveItem(
        at: desk.documents.appending(path: "new"),
        to: desk.documents.appending(path: "old")
      )
      try await daemon.line(with: "1 moved, in ")
      #expect(try await desk.places("circles") == ["papers/old/folder/eagle.txt"])
      try FileManager.default.removeItem(at: desk.documents.appending(path: "old"))
      try await daemon.line(with: "1 gone, in ")
      #expect(try await desk.places("circles").isEmpty)

      #expect(daemon.end(by: signal) == 0)
      let check = try await desk.daemon.run("check")
      #expect(check.status == 0, "\(check.output)")
    }
  }

  @Test func `what was visible when it was killed is visible, and it goes on from there`()
    async throws
  {
    try await Desk.withGoodDocument { desk in
      let killed = try RunningDaemon(at: desk)
      try await killed.line(with: "watching")
      try desk.write("An eagle circles above.\n", to: "eagle.txt")
      try await killed.line(with: "1 new, in ")
      #expect(killed.end(by: SIGKILL) == -1)

      try desk.write("A fox waits below.\n", to: "fox.txt")
      try await desk.expectGoodDocument()
      #expect(try await desk.places("circles") == ["papers/eagle.txt"])
      let daemon = try RunningDaemon(at: desk)
      try await daemon.line(with: "1 new, 2 unchanged; watching 1 folder")
      #expect(try await desk.places("fox") == ["papers/fox.txt"])
      #expect(daemon.end() == 0)
      let check = try await desk.daemon.run("check")
      #expect(check.status == 0, "\(check.output)")
    }
  }

  @Test func `its status file says how it stands`() async throws {
    try await Desk.withGoodDocument { desk in
      let file = desk.documents.deletingLastPathComponent().appending(path: "status.json")
      let daemon = try RunningDaemon(at: desk, "--status", file.path)
      try await daemon.line(with: "1 new; watching 1 folder")
      try desk.write([0x25, 0x50, 0x00, 0x01, 0xFF], to: "odd.txt")
      try await daemon.line(with: "papers/odd.txt: binary file")
      #expect(daemon.end() == 0)
      let status = try #require(
        try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any]
      )
      #expect(status["schema"] as? Int == 1)
      #expect(status["process"] as? Int == Int(daemon.number))
      #expect(status["state"] as? String == "ended")
      #expect(status["trouble"] is NSNull)
      let failures = status["failures"] as? [[String: String]]
      #expect(failures?.map(\.["path"]) == ["odd.txt"])
      let folders = status["folders"] as? [[String: Any]]
      #expect(folders?.first?["watching"] as? String == "events")
      let counters = status["counters"] as? [String: Int]
      #expect(counters?["added"] == 1)
    }
  }

  @Test func `a second one on the same index says who holds it`() async throws {
    try await Desk.withGoodDocument { desk in
      let daemon = try RunningDaemon(at: desk)
      try await daemon.line(with: "watching")
      let other = try await desk.daemon.run("--documents", desk.documents.path)
      #expect(other.status == 2)
      #expect(other.errors.contains("is being written by process \(daemon.number)"))
      #expect(daemon.end() == 0)
    }
  }

  @Test func `an index within the folder is no change in it`() async throws {
    try await Desk.withGoodDocument { desk in
      let inside = desk.documents.appending(path: "index")
      let daemon = try RunningDaemon(at: desk, "--index", inside.path)
      try await daemon.line(with: "1 new; watching 1 folder")
      try desk.write("An eagle circles above.\n", to: "eagle.txt")
      try await daemon.line(with: "1 new, in ")
      #expect(daemon.end() == 0)
      let check = try await desk.daemon.run("check", "--index", inside.path)
      #expect(check.output.contains("2 passages of 2 files"), "\(check.output)\(check.errors)")
    }
  }

  @Test func `what cannot be read is told once, and told when it can be`() async throws {
    try await Desk.withGoodDocument { desk in
      let daemon = try RunningDaemon(at: desk)
      try await daemon.line(with: "watching")
      try desk.write([0x25, 0x50, 0x00, 0x01, 0xFF], to: "odd.txt")
      try await daemon.line(with: "papers/odd.txt: binary file")
      try desk.write("An eagle circles above.\n", to: "odd.txt")
      try await daemon.line(with: "papers/odd.txt: can be read again")
      #expect(try await desk.places("circles") == ["papers/odd.txt"])
      #expect(daemon.end() == 0)
    }
  }
}
