// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import PassageIndex
import PassageModel
import ResultPrinting
import StatusReading
import Synchronization
import TestSupport
import Testing

/// An index in a folder of its own, with places for status files.
private struct Scene {
  let root: URL

  var index: String { root.appending(path: "index").path }

  static func with(_ body: (Scene) throws -> Void) async throws {
    try await withTemporaryFolder { try body(Scene(root: $0)) }
  }

  /// Makes an index of the folder `papers`, with a document for each reason; nil for none.
  func makeIndex(refusing reasons: [String?]) throws {
    try makeIndex(refusing: reasons.enumerated().map { (RelativePath("\($0)"), $1) })
  }

  /// Makes an index of the folder `papers`, with documents at these places.
  func makeIndex(refusing places: [(path: RelativePath, reason: String?)] = []) throws {
    let writer = try IndexWriter(path: index)
    try writer.setFolder("papers", root: Array("/p".utf8))
    for (path, reason) in places {
      let record = DocumentRecord(
        number: try writer.nextDocumentNumber(),
        folder: "papers",
        path: path,
        checkpoint: Checkpoint(
          inode: 1,
          size: 1,
          modified: Timestamp(nanoseconds: 0),
          changed: Timestamp(nanoseconds: 0),
          isSettled: true
        ),
        failure: reason
      )
      try writer.replace(record, passages: [], gaps: .none)
    }
    try writer.setComplete(true)
    try writer.commit()
    try writer.close()
    // A process that another test is starting holds all locks until it runs: the test's time limit
    // ends this if it is another one.
    while case .process = LockHolder(ofIndexAt: index) {}
  }

  func place(_ name: String) -> String { root.appending(path: name).path }

  /// Writes what a service would say; the time is `minute` minutes after some moment.
  func say(
    _ state: String,
    in name: String,
    process: Int = 7,
    minute: Int = 0,
    index: String? = nil,
    failures: [StatusObject.Failure] = []
  ) throws {
    let moment = Timestamp(nanoseconds: (1_795_543_200 + Int64(minute) * 60) * 1_000_000_000)
    let status = StatusObject(
      version: "0.1.0",
      process: process,
      started: moment,
      updated: moment,
      state: state,
      trouble: nil,
      index: StatusObject.Index(
        path: index ?? self.index,
        revision: 1,
        complete: true,
        committed: nil
      ),
      queue: StatusObject.Amount(files: 0, bytes: 0),
      rate: nil,
      counters: [:],
      folders: [
        StatusObject.Folder(
          name: "papers",
          path: "/p",
          watching: "events",
          watchedFolders: 1,
          polledFolders: 0,
          reason: nil
        )
      ],
      failures: failures
    )
    try write(try JSONLine.encode(status) + "\n", to: name, in: root)
  }

  /// Reads the status where the processes `alive` are services, and somebody has the lock.
  func report(
    _ names: [String],
    alive: Set<Int> = [],
    holder: LockHolder = .nobody
  ) -> StatusReport {
    report(names, alive: { number, _ in alive.contains(number) }, holder: { _ in holder })
  }

  func report(
    _ names: [String],
    alive: @escaping (Int, Timestamp) -> Bool,
    holder: @escaping (String) -> LockHolder
  ) -> StatusReport {
    StatusReader(
      indexPath: index,
      places: names.map(place),
      version: "0.1.0",
      explain: { PrintedFailure(code: "test", message: "\($0)") },
      start: { $0.map { "start " + $0 } },
      findHolder: holder,
      isRunning: alive
    ).report()
  }
}

@Suite(.timeLimit(.minutes(5)))
struct `Status reader` {
  @Test func `finds what a running service says, wherever it stands`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      try scene.say("watching", in: "b.json")
      let report = scene.report(["a.json", "b.json"], holder: .process(7, written: 7))
      #expect(report.service.live?.state == "watching")
      #expect(report.folders.map(\.documentCount) == [0])
      #expect(report.folders.first?.watching?.watching == "events")
      #expect(report.error == nil)
      #expect(report.notes.isEmpty)
    }
  }

  @Test func `believes the newest of those that are there, and the living before the dead`()
    async throws
  {
    try await Scene.with { scene in
      try scene.say("watching", in: "a.json", process: 1, minute: 1)
      try scene.say("indexing", in: "b.json", process: 2, minute: 3)
      try scene.say("scanning", in: "c.json", process: 3, minute: 2)
      let names = ["a.json", "b.json", "c.json"]
      for holder in [LockHolder.unknown, .missing] {
        let all = scene.report(names, alive: [1, 2, 3], holder: holder)
        #expect(all.service.live?.process == 2)
        let some = scene.report(names, alive: [1, 3], holder: holder)
        #expect(some.service.live?.process == 3)
      }
      #expect(scene.report(names).service.last?.process == 2)
    }
  }

  @Test func `takes nobody for running who has ended`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      try scene.say("ended", in: "a.json")
      let report = scene.report(["a.json"], alive: [7])
      #expect(report.service.last?.state == "ended")
      #expect(report.folders.first?.watching == nil)
      if case .absent(_, let start) = report.service { #expect(start == ["start /p"]) }
    }
  }

  @Test func `takes whoever holds the lock for running, by either number`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      let lock = FileHandle(forUpdatingAtPath: scene.index + "/writer.lock")
      let descriptor = try #require(lock).fileDescriptor
      try #require(flock(descriptor, LOCK_EX) == 0)
      try lock?.truncate(atOffset: 0)
      try lock?.write(contentsOf: Data("99\n".utf8))
      let holder = LockHolder(ofIndexAt: scene.index)
      let silent = ServiceReport.silent(process: Int(getpid()))
      #expect(scene.report([], holder: holder).service == silent)
      for process in [Int(getpid()), 99] {
        try scene.say("watching", in: "a.json", process: process)
        #expect(scene.report(["a.json"], holder: holder).service.live?.process == process)
      }
      try scene.say("watching", in: "a.json", process: 98)
      #expect(scene.report(["a.json"], alive: [98], holder: holder).service == silent)
    }
  }

  @Test func `takes nobody for running who has no lock and says that it has`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      try scene.say("watching", in: "a.json")
      let report = scene.report(["a.json"], alive: [7], holder: .nobody)
      #expect(report.service.live == nil)
      #expect(report.service.last?.state == "watching")
      #expect(scene.report(["a.json"], holder: .missing).service.live == nil)
    }
  }

  @Test func `looks again at who takes the lock just now`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      try scene.say("watching", in: "a.json")
      let holders = Mutex([LockHolder.nobody, .process(7, written: 7)])
      let report = scene.report(["a.json"], alive: { _, _ in true }) { _ in
        holders.withLock { $0.removeFirst() }
      }
      #expect(report.service.live?.process == 7)
    }
  }

  @Test func `does not know whether one runs where it cannot be seen who has the lock`()
    async throws
  {
    try await Scene.with { scene in
      try scene.makeIndex()
      #expect(scene.report([], holder: .unknown).service == .unknown(last: nil))
      try scene.say("watching", in: "a.json")
      let report = scene.report(["a.json"], holder: .unknown)
      #expect(report.service == .unknown(last: report.service.last))
      #expect(report.service.last?.process == 7)
      #expect(report.folders.map(\.watching) == [nil])
      try scene.say("ended", in: "a.json")
      let ended = scene.report(["a.json"], alive: [7], holder: .unknown)
      #expect(ended.service == .absent(last: ended.service.last, start: ["start /p"]))
    }
  }

  @Test func `asks for a process that was there when the last was heard of it`() async throws {
    try await Scene.with { scene in
      try scene.say("stalled", in: "a.json", minute: 5)
      let heard = Timestamp(nanoseconds: (1_795_543_200 + 300) * 1_000_000_000)
      for begin in [heard.nanoseconds - 1, heard.nanoseconds, heard.nanoseconds + 1] {
        let report = scene.report(["a.json"], alive: { begin <= $1.nanoseconds }) { _ in .nobody }
        #expect((report.service.live != nil) == (begin <= heard.nanoseconds))
      }
    }
  }

  @Test func `takes a service that waits to write again for running`() async throws {
    try await Scene.with { scene in
      try scene.say("stalled", in: "a.json")
      let report = scene.report(["a.json"], alive: [7])
      #expect(report.service.live?.state == "stalled")
      #expect(report.error != nil)
      #expect(report.tellsOfService)
    }
  }

  @Test(arguments: [
    ("", "no status of splitsearchd"), ("{\"schema\":1}", "no status of splitsearchd"),
    ("{\"schema\":2}", "written by a newer splitsearchd"),
    (String(repeating: " ", count: 5 << 20), "larger than 4 MiB"),
  ])
  func `passes over what is no status, and says so`(content: String, note: String) async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      try write(content, to: "a.json", in: scene.root)
      try scene.say("watching", in: "b.json")
      let report = scene.report(["a.json", "b.json"], holder: .process(7, written: 7))
      #expect(report.service.live != nil)
      #expect(report.notes.count == 1)
      #expect(report.notes.first?.hasPrefix(scene.place("a.json")) == true)
      #expect(report.notes.first?.contains(note) == true)
    }
  }

  @Test func `passes over folders, pipes and what is about another index`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      try FileManager.default.createDirectory(
        atPath: scene.place("folder"),
        withIntermediateDirectories: false
      )
      try #require(mkfifo(scene.place("pipe"), 0o600) == 0)
      try scene.say("watching", in: "other", index: "/another")
      let report = scene.report(["folder", "pipe", "other", "none"], alive: [7])
      #expect(report.service == .absent(last: nil, start: ["start /p"]))
      #expect(report.notes.count == 3)
      #expect(report.notes.last?.contains("about another index, /another") == true)
    }
  }

  @Test func `knows the index behind a link`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      let link = scene.place("link")
      try FileManager.default.createSymbolicLink(
        atPath: link,
        withDestinationPath: scene.index
      )
      try scene.say("watching", in: "a.json", index: link)
      let report = scene.report(["a.json"], holder: .process(7, written: 7))
      #expect(report.service.live != nil)
      #expect(report.notes.isEmpty)
    }
  }

  @Test func `counts what only the service knows, and what it does not name`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex()
      let failures = (0..<150).map {
        StatusObject.Failure(folder: "papers", path: RelativePath("\($0)"), reason: "so")
      }
      try scene.say("watching", in: "a.json", failures: failures)
      let report = scene.report(["a.json"], holder: .process(7, written: 7))
      #expect(report.failures.count == 100)
      #expect(report.failureCount == 150)
      #expect(report.failures.map(\.path) == report.failures.map(\.path).sorted())
      #expect(scene.report(["a.json"]).failures.isEmpty)
    }
  }

  @Test func `tells what the index knows, and of both what the service saw last`() async throws {
    try await Scene.with { scene in
      try scene.makeIndex(refusing: [nil, "old reason", nil, "reason"])
      try scene.say(
        "watching",
        in: "a.json",
        failures: [
          StatusObject.Failure(folder: "papers", path: RelativePath("1"), reason: "new reason"),
          StatusObject.Failure(folder: "papers", path: RelativePath("shut"), reason: "closed"),
        ]
      )
      let alone = scene.report([])
      let index = try alone.index.get()
      #expect((index.documentCount, index.refusedCount, index.passageCount) == (2, 2, 0))
      #expect((index.revision, index.isComplete, index.format) == (1, true, 4))
      #expect(alone.failures.map(\.reason) == ["old reason", "reason"])
      #expect(alone.folders.map(\.documentCount) == [2])
      let report = scene.report(["a.json"], holder: .process(7, written: 7))
      #expect(report.failures.map(\.path) == ["1", "3", "shut"])
      #expect(report.failures.map(\.reason) == ["new reason", "reason", "closed"])
      #expect(report.failureCount == 3)
    }
  }

  @Test func `tells files apart whose names only look the same`() async throws {
    try await Scene.with { scene in
      let paths = [
        RelativePath("caf\u{E9}.pdf"), RelativePath("cafe\u{301}.pdf"),
        RelativePath(bytes: Array("bad".utf8) + [0xFE]),
        RelativePath(bytes: Array("bad".utf8) + [0xFF]),
      ]
      try scene.makeIndex(refusing: paths.map { ($0, "old reason") })
      func failure(_ path: RelativePath, _ reason: String) -> StatusObject.Failure {
        StatusObject.Failure(folder: "papers", path: path, reason: reason)
      }
      let alone = scene.report([])
      #expect(alone.failureCount == 4)
      #expect(
        alone.failures.map { Array($0.path.utf8) }
          == paths.sorted().map { Array($0.description.utf8) }
      )
      // One of those that look the same is told twice, and one place the index does not know.
      let new = RelativePath(bytes: Array("bad".utf8) + [0xFD])
      try scene.say(
        "watching",
        in: "a.json",
        failures: [
          failure(new, "1"), failure(paths[2], "2"), failure(paths[3], "3"),
          failure(paths[1], "4"),
        ]
      )
      let report = scene.report(["a.json"], holder: .process(7, written: 7))
      #expect(report.failureCount == 5)
      #expect(report.failures.map(\.reason).sorted() == ["1", "2", "3", "4", "old reason"])
      #expect(report.failures.last?.reason == "old reason")
    }
  }

  @Test func `says why an index cannot be used`() async throws {
    try await Scene.with { scene in
      #expect(scene.report([]).error?.message.contains("there is no index") == true)
      #expect(!scene.report([]).tellsOfService)
      try scene.makeIndex()
      #expect(scene.report([]).error == nil)
      try setMetadata("format", to: "9", in: scene.index)
      #expect(scene.report([]).error?.message.contains("newer splitsearch") == true)
    }
  }

  @Test(arguments: [
    ("4711 (splitsearchd) S 1 4711", true), ("4711 (splitsearchd) Z 1 4711", false),
    ("4711 (splitsearchd) X", false), ("4711 (a) (splitsearchd) S", false),
    ("4711 (cat) R 1", false), ("4711 (splitsearchd)", true), (")(", false), ("", false),
  ])
  func `tells a service by the kernel's line about it`(line: String, isService: Bool) {
    #expect(ServiceProcess.isService(line) == isService)
  }

  @Test(arguments: [Int(getpid()), 0, -1, Int.min, Int.max])
  func `takes no other process for a service`(number: Int) {
    #expect(!ServiceProcess.isRunning(number, since: Timestamp(nanoseconds: .max)))
  }

  @Test func `takes no process for a service that has run since before it began`() async throws {
    try await withTemporaryFolder { folder in
      // The kernel has the name from the file.
      let program = folder.appending(path: "splitsearchd")
      try FileManager.default.copyItem(at: URL(filePath: "/usr/bin/cat"), to: program)
      let process = Process()
      process.executableURL = program
      let (input, output) = (Pipe(), Pipe())
      (process.standardInput, process.standardOutput) = (input, output)
      try process.run()
      // It runs under its own name when it answers.
      try input.fileHandleForWriting.write(contentsOf: Data("x".utf8))
      #expect(try output.fileHandleForReading.read(upToCount: 1)?.count == 1)
      var now = timespec()
      clock_gettime(CLOCK_REALTIME, &now)
      for (minutes, isRunning) in [(0, true), (-1, false)] {
        let moment = Timestamp(nanoseconds: Int64(now.tv_sec + minutes * 60) * 1_000_000_000)
        let number = Int(process.processIdentifier)
        #expect(ServiceProcess.isRunning(number, since: moment) == isRunning)
      }
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
    }
  }

  @Test(arguments: [
    ("1 (a) b) S", 18, " 4711 9", 4711 as Int64?), ("1 (a) S", 18, "", nil), ("", 0, "", nil),
    ("1 (a) S", 0, "", nil), ("1 (a) S", 18, " -4", nil),
    ("1 (a) S", 18, " 9223372036854775807", nil),
  ])
  func `finds in the kernel's line when a process began`(
    begin: String,
    between: Int,
    end: String,
    ticks: Int64?
  ) {
    let line = begin + String(repeating: " 1", count: between) + end
    #expect(ServiceProcess.startTicks(line) == ticks)
  }
}
