// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

/// Whatever happens to a writer, the index answers and can be completed.
@Suite struct `Recovery` {
  private static let words = ["marsh", "ridge", "delta", "fjord", "mesa", "bluff", "glen", "heath"]

  /// Writes many small files, the same each time.
  private func writeManyFiles(_ count: Int, to desk: Desk) throws -> Int {
    var generator = SeededGenerator(seed: 7)
    var byteCount = 0
    for number in 0..<count {
      let chosen = (0..<12).compactMap { _ in Self.words.randomElement(using: &generator) }
      let text = "File \(number) tells of \(chosen.joined(separator: " ")).\n"
      byteCount += text.utf8.count
      try desk.write(text, to: "\(number % 16)/\(number).txt")
    }
    return byteCount
  }

  @Test func `a sync that was killed is completed by the next one`() async throws {
    try await Desk.withGoodDocument { desk in
      let byteCount = try writeManyFiles(2_000, to: desk)
      // On a busy machine the program may be done before it is looked at again.
      var wasKilled = false
      for attempt in 1...10 where !wasKilled {
        try? FileManager.default.removeItem(at: desk.index)
        wasKilled = try await killSync(at: desk, after: byteCount / (2 * attempt))
      }
      try #require(wasKilled)

      let check = try await desk.daemon.run("check")
      #expect(check.status == 0, "\(check.output)\(check.errors)")
      let sync = try await desk.sync()
      #expect(sync.status == 0, "\(sync.errors)")
      #expect(sync.output.hasSuffix("of 2001 documents.\n"), "\(sync.output)")
      let run1 = try await desk.daemon.run("check")
      #expect(run1.status == 0)
      try await desk.expectGoodDocument()

      let fresh = Desk(
        root: desk.root,
        documents: desk.documents,
        index: desk.root.appending(path: "fresh")
      )
      try await fresh.index()
      let (completed, expected) = (try await desk.export(), try await fresh.export())
      #expect(completed == expected)
    }
  }

  /// Starts a sync and kills it once there is an index and it has read so many bytes since; false
  /// if it was quicker.
  private func killSync(at desk: Desk, after byteCount: Int) async throws -> Bool {
    let process = try desk.daemon.process(["--once", "--documents", desk.documents.path])
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    let stub = desk.index.appending(path: "XAPIANDB").path
    while process.isRunning, !FileManager.default.fileExists(atPath: stub) { await Task.yield() }
    // The kernel counts what the program has read: in the middle it dies.
    let end = bytesRead(by: process.processIdentifier) + byteCount
    while process.isRunning, bytesRead(by: process.processIdentifier) < end { await Task.yield() }
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  private func bytesRead(by process: pid_t) -> Int {
    let counters = try? String(contentsOfFile: "/proc/\(process)/io", encoding: .utf8)
    let line = counters?.split(separator: "\n").first { $0.hasPrefix("rchar: ") }
    return line.flatMap { Int($0.dropFirst("rchar: ".count)) } ?? 0
  }

  @Test func `a rebuild without its folder is discarded, and says so`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      let run = try await desk.daemon.run("rebuild", "--documents", "/none")
      #expect(run.status == 2)
      #expect(run.errors.contains("the rebuild was discarded; the old index goes on"))
      #expect(run.output.isEmpty)
      try await desk.expectGoodDocument()
      let left = desk.index.appending(path: "generation-000002").path
      #expect(!FileManager.default.fileExists(atPath: left))
    }
  }

  @Test func `searches go on while the index is made anew`() async throws {
    try await Desk.withGoodDocument { desk in
      _ = try writeManyFiles(300, to: desk)
      try await desk.index()
      let before = try await desk.export()
      async let rebuild = desk.daemon.run("rebuild", "--documents", desk.documents.path)
      for _ in 0..<10 { try await desk.expectGoodDocument() }
      let run = try await rebuild
      #expect(run.status == 0, "\(run.errors)")
      try await desk.expectGoodDocument()
      #expect(try await desk.export() == before)
    }
  }

  @Test func `an index made anew from missing folders does not take the place of the old one`()
    async throws
  {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      let stub = desk.index.appending(path: "XAPIANDB")
      let before = try Data(contentsOf: stub)
      let run = try await desk.daemon.run(
        "rebuild",
        "--documents",
        desk.documents.path,
        "--documents",
        desk.root.appending(path: "none").path
      )
      #expect(run.status == 2)
      #expect(run.errors.contains("/none: cannot be listed"))
      #expect(try Data(contentsOf: stub) == before)
      try await desk.expectGoodDocument()
    }
  }

  @Test func `an export is the same each time`() async throws {
    try await Desk.withGoodDocument { desk in
      _ = try writeManyFiles(50, to: desk)
      try await desk.index()
      let (first, second) = (try await desk.export(), try await desk.export())
      #expect(first == second)
    }
  }
}
