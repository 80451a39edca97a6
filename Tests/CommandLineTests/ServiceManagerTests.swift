// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

/// What a service manager is told, and how the journal gets its lines.
@Suite(.timeLimit(.minutes(5)))
struct `Under a service manager` {
  @Test func `it is told when changes are watched, of reloads, of life and of the end`()
    async throws
  {
    try await Desk.withGoodDocument { desk in
      let socket = try NotifySocket(in: desk.documents.deletingLastPathComponent())
      var desk = desk
      desk.environment["NOTIFY_SOCKET"] = socket.path
      desk.environment["WATCHDOG_USEC"] = "400000"
      let daemon = try RunningDaemon(at: desk)
      try await socket.wait(for: "READY=1")
      // From now on no change is missed.
      try desk.write("An eagle circles above.\n", to: "eagle.txt")
      try await socket.wait(for: "STATUS=Watching 1 folder; 2 documents")
      for _ in 0..<3 { try await socket.wait(for: "WATCHDOG=1") }

      kill(daemon.number, SIGHUP)
      try await socket.wait(for: "RELOADING=1")
      try await socket.wait(for: "READY=1")
      async let end = socket.wait(for: "STOPPING=1")
      #expect(daemon.end() == 0)
      _ = try await end
    }
  }

  @Test func `what cannot be read stands in its status`() async throws {
    try await Desk.withGoodDocument { desk in
      let socket = try NotifySocket(in: desk.documents.deletingLastPathComponent())
      var desk = desk
      desk.environment["NOTIFY_SOCKET"] = socket.path
      try desk.write([0x25, 0x50, 0x00, 0x01, 0xFF], to: "odd.txt")
      let daemon = try RunningDaemon(at: desk)
      let status = "STATUS=Watching 1 folder; 1 document; 1 place cannot be read"
      try await socket.wait(for: status)
      #expect(daemon.end() == 0)
    }
  }

  @Test func `the watchdog of another process is not fed`() async throws {
    try await Desk.withGoodDocument { desk in
      let socket = try NotifySocket(in: desk.documents.deletingLastPathComponent())
      var desk = desk
      desk.environment["NOTIFY_SOCKET"] = socket.path
      desk.environment["WATCHDOG_USEC"] = "400000"
      desk.environment["WATCHDOG_PID"] = "1"
      let daemon = try RunningDaemon(at: desk)
      try await daemon.line(with: "watching")
      async let end = socket.wait(for: "STOPPING=1")
      #expect(daemon.end() == 0)
      #expect(try await !end.before.contains("WATCHDOG=1"))
    }
  }

  @Test func `one that does not listen holds nothing up`() async throws {
    try await Desk.withGoodDocument { desk in
      let socket = try NotifySocket(
        in: desk.documents.deletingLastPathComponent(),
        isDeaf: true
      )
      var desk = desk
      desk.environment["NOTIFY_SOCKET"] = socket.path
      // A thousand signs of life in a second: soon there is no room for more.
      desk.environment["WATCHDOG_USEC"] = "4000"
      let daemon = try RunningDaemon(at: desk)
      try await daemon.line(with: "watching")
      for number in 0..<20 {
        try desk.write("An eagle circles above.\n", to: "\(number).txt")
        try await daemon.line(with: "1 new, in ")
      }
      #expect(daemon.end() == 0)
    }
  }

  @Test func `the journal gets the weight of each line and no name`() async throws {
    try await Desk.withGoodDocument { desk in
      var desk = desk
      try desk.write([0x25, 0x50, 0x00, 0x01, 0xFF], to: "odd.txt")
      let log = desk.documents.deletingLastPathComponent().appending(path: "log")
      let script = """
        exec 2>"$1"; shift
        JOURNAL_STREAM=$(stat --dereference --format %d:%i /dev/fd/2); export JOURNAL_STREAM
        exec "$@"
        """
      desk.wrapper = ["/bin/sh", "-c", script, "sh", log.path]
      let documents = desk.documents.path
      #expect(try await desk.daemon.run("--once", "--documents", documents).status == 0)
      #expect(
        try String(contentsOf: log, encoding: .utf8)
          .hasPrefix("<4>papers/odd.txt: binary file")
      )

      #expect(try await desk.daemon.run("--documents", documents, "--memory").status == 64)
      let line = try String(contentsOf: log, encoding: .utf8)
      #expect(line.hasPrefix("<3>Unknown option '--memory'"), "\(line)")

      // Standard error is none of the journal any more.
      desk.wrapper = ["/bin/sh", "-c", "JOURNAL_STREAM=1:2 exec \"$@\"", "sh"]
      let run = try await desk.daemon.run("--once", "--documents", documents)
      #expect(run.errors.hasPrefix("splitsearchd: papers/odd.txt: binary file"), "\(run.errors)")
    }
  }

  @Test func `the system's index may be searched by its group, a person's by nobody else`()
    async throws
  {
    try await Desk.withGoodDocument { desk in
      let configuration = desk.root.appending(path: "config.toml")
      try Data().write(to: configuration)
      for (scope, mode) in [("--system", 0o750), ("--user", 0o700)] {
        let index = desk.root.appending(path: "index\(scope)")
        let run = try await desk.sync(
          scope,
          "--config",
          configuration.path,
          "--index",
          index.path
        )
        #expect(run.status == 0, "\(run.errors)")
        let attributes = try FileManager.default.attributesOfItem(atPath: index.path)
        #expect(attributes[.posixPermissions] as? Int == mode)
      }
      let run = try await desk.sync("--system", "--user")
      #expect(run.status == 64)
      #expect(run.errors.contains("'--user' and '--system' exclude one another"))
    }
  }
}
