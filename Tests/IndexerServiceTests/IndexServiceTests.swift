// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import IndexerService
import PassageIndex
import PassageModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
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

  /// Waits for an event; the test's time limit ends it if it never comes.
  private func expect(
    _ events: AsyncStream<ServiceEvent>,
    _ isMeant: (ServiceEvent) -> Bool
  ) async throws {
    for await event in events where isMeant(event) { return }
    throw CancellationError()
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
  func `renames read no file, whatever way they go`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      for name in ["a", "b", "x/c", "x/y/d"] {
        try write("A \(name) marmot.\n", to: "\(name).txt", in: library.documents)
      }
      let settled = try await library.syncUntilSettled()
      let numbers = Dictionary(uniqueKeysWithValues: settled.map { ($0.digest, $0.number) })
      try await withService(of: library) { events in
        _ = try await update(events)
        // Two change places, a folder is moved, and a file within it.
        try library.move("a.txt", to: "t.txt")
        try library.move("b.txt", to: "a.txt")
        try library.move("t.txt", to: "b.txt")
        try library.move("x", to: "z")
        try library.move("z/c.txt", to: "z/y/c.txt")
        var report = try await update(events)
        while report.moved < 4 { report.append(try await update(events)) }
        #expect(report.moved == 4 && report.filesRead == 0 && report.passagesWritten == 0)
        try #expect(paths(library) == ["a.txt", "b.txt", "z/y/c.txt", "z/y/d.txt"])
        for record in try library.records() { #expect(numbers[record.digest] == record.number) }
        let places = try Dictionary(
          uniqueKeysWithValues: library.records().map { record in
            (record.path.description, record.formerPlaces.map(\.path.description))
          }
        )
        #expect(places["b.txt"]?.contains("a.txt") == true)
        #expect(places["a.txt"]?.contains("b.txt") == true)
        #expect(places["z/y/c.txt"]?.contains("x/c.txt") == true)
        #expect(places["z/y/d.txt"] == ["x/y/d.txt"])

        // One takes the place of another, which is gone.
        try FileManager.default.removeItem(at: library.documents.appending(path: "b.txt"))
        try library.move("a.txt", to: "b.txt")
        var last = try await update(events)
        while last.moved + last.removed < 2 { last.append(try await update(events)) }
        #expect(last.moved == 1 && last.removed == 1 && last.filesRead == 0)
        try #expect(paths(library) == ["b.txt", "z/y/c.txt", "z/y/d.txt"])
      }
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
      let fresh = try Library(in: folder, index: "fresh")
      try await fresh.sync()
      try #expect(library.export() == fresh.export())
    }
  }

  @Test
  func `a file that was edited before it was renamed is read`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      _ = try await library.syncUntilSettled()
      try await withService(of: library) { events in
        _ = try await update(events)
        try write("A beaver.\n", to: "a.txt", in: library.documents)
        try library.move("a.txt", to: "b.txt")
        var report = try await update(events)
        while try paths(library) != ["b.txt"] { report.append(try await update(events)) }
        #expect(report.filesRead > 0)
      }
      let fresh = try Library(in: folder, index: "fresh")
      try await fresh.sync()
      try #expect(library.export() == fresh.export())
    }
  }

  @Test
  func `folders come and go with the configuration`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let other = folder.appending(path: "other")
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try write("A fox.\n", to: "b.txt", in: other)
      let places = [library.documents, other].map {
        WatchedFolder(
          name: $0.lastPathComponent,
          root: Array($0.path(percentEncoded: false).utf8)
        )
      }
      let (events, continuation) = AsyncStream<ServiceEvent>.makeStream()
      func setup(_ folders: [WatchedFolder]) -> ServiceSetup {
        ServiceSetup(folders: folders, indexPath: library.indexPath)
      }
      let service = try IndexService(setup([places[0]]), tell: { continuation.yield($0) })
      let running = Task { try await service.run() }
      #expect(try await update(events).added == 1)
      service.reload(setup(places))
      #expect(try await update(events).added == 1)
      try write("An eagle.\n", to: "c.txt", in: other)
      #expect(try await update(events).added == 1)
      service.reload(setup([places[1]]))
      let report = try await update(events)
      #expect(report.removed == 1 && report.forgottenFolders == ["documents"])
      // Of the folder that is not watched any more nothing is told: only the other counts.
      try write("A beaver.\n", to: "d.txt", in: library.documents)
      try write("A hare.\n", to: "e.txt", in: other)
      #expect(try await update(events).added == 1)
      try #expect(paths(library) == ["b.txt", "c.txt", "e.txt"])
      running.cancel()
      try await running.value
    }
  }

  @Test
  func `an index that is taken away under it is made anew`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try await withService(of: library) { events in
        _ = try await update(events)
        try FileManager.default.removeItem(at: library.index)
        try write("An eagle.\n", to: "b.txt", in: library.documents)
        try await expect(events) { if case .stalled = $0 { true } else { false } }
        try await expect(events) { if case .resumed = $0 { true } else { false } }
        try #expect(paths(library) == ["a.txt", "b.txt"])
      }
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
    }
  }

  @Test(arguments: ["postlist.glass", "docdata.glass", "iamglass"])
  func `a damaged index is moved aside and made anew`(file: String) async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try await library.sync()
      let expected = try library.export()
      let damaged = library.index.appending(path: "generation-000001/\(file)")
      try Data(repeating: 0xA5, count: 8_192).write(to: damaged)
      try await withService(of: library) { events in
        try await expect(events) { if case .repaired = $0 { true } else { false } }
        #expect(try await update(events).added == 1)
      }
      try #expect(library.export() == expected)
      let names = try FileManager.default.contentsOfDirectory(atPath: library.indexPath)
      #expect(names.contains("damaged-generation-000001"))
      try #expect(IndexCheck.run(path: library.indexPath).isEmpty)
    }
  }

  @Test
  func `an index of an older format is made anew by the service itself`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try await library.sync()
      let expected = try library.export()
      try setMetadata("format", to: "1", in: library.indexPath)
      try await withService(of: library) { events in
        try await expect(events) { if case .outdated = $0 { true } else { false } }
        #expect(try await update(events).added == 1)
      }
      try #expect(library.export() == expected)
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
  func `a change by a name that is gone at once is seen by the others`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let name = library.documents.appending(path: "b.txt")
      try write("A marmot.\n", to: "a/a.txt", in: library.documents)
      try FileManager.default.linkItem(
        at: library.documents.appending(path: "a/a.txt"),
        to: name
      )
      // What is not settled is looked at again by itself.
      _ = try await library.syncUntilSettled()
      try await withService(of: library) { events in
        _ = try await update(events)
        let old = try Set(library.records().map(\.digest))
        let handle = try FileHandle(forWritingTo: name)
        try handle.write(contentsOf: Data("A beaver.\n".utf8))
        try handle.close()
        try FileManager.default.removeItem(at: name)
        while try paths(library) != ["a/a.txt"] || Set(library.records().map(\.digest)) == old {
          _ = try await update(events)
        }
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
  func `an empty folder in the place of the documents deletes nothing`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let away = folder.appending(path: "away")
      try write("A marmot.\n", to: "a.txt", in: library.documents)
      try await withService(of: library) { events in
        _ = try await update(events)
        try FileManager.default.moveItem(at: library.documents, to: away)
        try FileManager.default.createDirectory(
          at: library.documents,
          withIntermediateDirectories: false
        )
        try await expect(events) { if case .problem = $0 { true } else { false } }
        try #expect(paths(library) == ["a.txt"])
      }
      // Nor at the start, of a service or of a sync.
      let report = try await library.sync()
      #expect(report.isIncomplete && report.removed == 0)
      try await withService(of: library) { events in
        let report = try await update(events)
        #expect(report.isIncomplete && report.removed == 0)
        try FileManager.default.removeItem(at: library.documents)
        try FileManager.default.moveItem(at: away, to: library.documents)
        try await expect(events) { if case .recovered = $0 { true } else { false } }
        try #expect(paths(library) == ["a.txt"])
        // What is in the folder itself may go.
        try library.remove("a.txt")
        #expect(try await update(events).removed == 1)
      }
    }
  }

  @Test
  func `a file with two names that takes long to read gets in by both`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let file = library.documents.appending(path: "a.txt")
      func text(_ word: String) -> String {
        String(repeating: "\(word) whistles on the slope. ", count: 8_000)
      }
      try write(text("A marmot"), to: "a.txt", in: library.documents)
      try FileManager.default.linkItem(at: file, to: library.documents.appending(path: "b.txt"))
      _ = try await library.syncUntilSettled()
      let old = try Set(library.records().map(\.digest))
      try await withService(of: library) { events in
        _ = try await update(events)
        let handle = try FileHandle(forWritingTo: file)
        try handle.write(contentsOf: Data(text("A beaver").utf8))
        try handle.close()
        while try !old.isDisjoint(with: library.records().map(\.digest)) {
          _ = try await update(events)
        }
        try #expect(Set(library.records().map(\.digest)).count == 1)
      }
    }
  }

  @Test
  func `what waits behind a large file is read after it`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      var options = SyncOptions()
      options.largeByteCount = 50_000
      try await withService(of: library, options: options) { events in
        _ = try await update(events)
        let large = String(repeating: "A marmot whistles on the slope. ", count: 4_000)
        for number in 0..<3 { try write(large, to: "flood/\(number).txt", in: library.documents) }
        for number in 3..<60 {
          try write("A fox.\n", to: "flood/\(number).txt", in: library.documents)
        }
        var addedCount = 0
        while addedCount < 60 { addedCount += try await update(events).added }
      }
      let fresh = try Library(in: folder, index: "fresh")
      try await fresh.sync()
      try #expect(library.export() == fresh.export())
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
