// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(3)))
struct `Index service` {
  /// Runs a service of `library` beside `body`, which is given what the service tells; ends it
  /// afterwards as a signal would.
  private func withService(
    of library: Library,
    options: SyncOptions = SyncOptions(),
    _ body: (AsyncStream<ServiceEvent>) async throws -> Void
  ) async throws {
    let (events, continuation) = AsyncStream<ServiceEvent>.makeStream()
    let root = Array(library.documents.path(percentEncoded: false).utf8)
    let service = try IndexService(
      ServiceSetup(
        folders: [WatchedFolder(name: "documents", root: root)],
        indexPath: library.indexPath,
        options: options
      ),
      tell: { continuation.yield($0) }
    )
    let running = Task {
      defer { continuation.finish() }
      try await service.run()
    }
    do {
      try await body(events)
    } catch {
      running.cancel()
      throw error
    }
    running.cancel()
    try await running.value
  }

  /// The next report of documents that changed.
  private func update(_ events: AsyncStream<ServiceEvent>) async throws -> SyncReport {
    for await event in events {
      switch event {
      case .watching(let report, _), .updated(let report, _, _): return report
      default: continue
      }
    }
    throw CancellationError()
  }

  private func next(_ events: AsyncStream<ServiceEvent>) async -> ServiceEvent? {
    for await event in events {
      if case .seeing = event { continue }
      return event
    }
    return nil
  }

  private func paths(_ library: Library) throws -> [String] {
    try library.records().map(\.path.description).sorted()
  }

  @Test
  func `changes are in the index when they are told, and moves split nothing`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "deep/a.txt", in: library.documents)
      try await withService(of: library) { events in
        let first = try await update(events)
        #expect(first.added == 1)
        try write("An eagle.\n", to: "deep/er/b.txt", in: library.documents)
        let second = try await update(events)
        #expect(second.added == 1)
        try #expect(paths(library) == ["deep/a.txt", "deep/er/b.txt"])

        try library.move("deep/a.txt", to: "c.txt")
        let third = try await update(events)
        #expect(third.moved == 1 && third.passagesWritten == 0)
        try library.move("deep", to: "shallow")
        let fourth = try await update(events)
        #expect(fourth.moved == 1 && fourth.passagesWritten == 0)
        try #expect(paths(library) == ["c.txt", "shallow/er/b.txt"])

        try library.remove("shallow")
        let fifth = try await update(events)
        #expect(fifth.removed == 1)
        try #expect(paths(library) == ["c.txt"])
      }
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
    }
  }

  @Test
  func `a file that changed a moment ago is looked at again until a change would show`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try await withService(of: library) { events in
        _ = try await update(events)
        // Nothing tells of it: the other changes only make time pass.
        var isSettled = false
        for round in 0..<100 where !isSettled {
          try write("Round \(round).\n", to: "b.txt", in: library.documents)
          _ = try await update(events)
          isSettled = try library.records().contains {
            $0.path == RelativePath("a.txt") && $0.checkpoint.isSettled
          }
        }
        #expect(isSettled)
      }
    }
  }

  @Test
  func `a change by one name of a file is seen by its other names`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let file = library.documents.appending(path: "a/a.txt")
      try write("A marmot.\n", to: "a/a.txt", in: library.documents)
      try await withService(of: library) { events in
        _ = try await update(events)
        try FileManager.default.linkItem(at: file, to: library.documents.appending(path: "b.txt"))
        _ = try await update(events)
        let old = try library.records().map(\.digest)
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data("A beaver.\n".utf8))
        try handle.close()
        while try Set(library.records().map(\.digest)).count > 1
          || library.records().map(\.digest) == old
        {
          _ = try await update(events)
        }
        try #expect(paths(library) == ["a/a.txt", "b.txt"])
      }
    }
  }

  @Test
  func `a folder that goes away deletes nothing and is taken up again when it returns`()
    async throws
  {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let away = folder.appending(path: "away")
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try await withService(of: library) { events in
        _ = try await update(events)
        try FileManager.default.moveItem(at: library.documents, to: away)
        guard case .problem(let problem) = await next(events) else {
          Issue.record("the folder was not missed")
          return
        }
        #expect(problem.severity == .unreadableFolder && problem.path.bytes.isEmpty)
        try #expect(paths(library) == ["a.txt"])
        try write("An eagle.\n", to: "b.txt", in: away)
        try FileManager.default.moveItem(at: away, to: library.documents)
        let report = try await update(events)
        #expect(report.added == 1 && report.removed == 0)
        guard case .recovered(let problem) = await next(events) else {
          Issue.record("the folder's return was not told")
          return
        }
        #expect(problem.path.bytes.isEmpty)
        // It is watched as before.
        try write("A fox.\n", to: "c.txt", in: library.documents)
        _ = try await update(events)
        try #expect(paths(library) == ["a.txt", "b.txt", "c.txt"])
      }
    }
  }

  @Test
  func `a service that is ended amid its first sync leaves whole documents`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      for number in 0..<300 {
        try write("Number \(number).\n", to: "\(number).txt", in: library.documents)
      }
      var options = SyncOptions()
      options.commitByteCount = 1
      let root = Array(library.documents.path(percentEncoded: false).utf8)
      let service = try IndexService(
        ServiceSetup(
          folders: [WatchedFolder(name: "documents", root: root)],
          indexPath: library.indexPath,
          options: options
        ),
        tell: { _ in }
      )
      let running = Task { try await service.run() }
      while try library.records().isEmpty { await Task.yield() }
      running.cancel()
      try await running.value
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
      try #expect(!library.records().isEmpty)
      let report = try await library.sync()
      #expect(report.removed == 0)
      try #expect(library.records().count == 300)
    }
  }

  @Test(arguments: 0..<6)
  func `an index kept by a service equals a fresh one`(seed: Int) async throws {
    try await withTemporaryFolder { folder in
      var random = SeededGenerator(seed: UInt64(seed))
      let library = try Library(in: folder)
      var edits = RandomEdits(library)
      for _ in 0..<5 { try edits.edit(&random) }
      try await withService(of: library) { events in
        for round in 0..<8 {
          for _ in 0..<Int.random(in: 1...8, using: &random) { try edits.edit(&random) }
          // What was done before is told before, or with it.
          let last = "last-\(round).txt"
          try write("The last of round \(round).\n", to: last, in: library.documents)
          while try !paths(library).contains(last) { _ = try await update(events) }
        }
      }
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
      let fresh = try Library(in: folder, index: "fresh")
      try await fresh.sync()
      let expected = try fresh.export()
      try #expect(library.export() == expected)
    }
  }
}
