// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What `splitsearchd --once` makes of the folders it is given.
@Suite struct `Folders of documents` {
  @Test func `a missing folder is named and takes nothing from the index`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      try FileManager.default.moveItem(
        at: desk.documents,
        to: desk.root.appending(path: "elsewhere")
      )
      let run = try await desk.sync()
      #expect(run.status == 2)
      #expect(
        run.errors.contains("\(desk.documents.path): cannot be listed: no such file or directory")
      )
      try await desk.expectGoodDocument()
    }
  }

  @Test func `without any folder no index is made`() async throws {
    try await Desk.withGoodDocument { desk in
      let none = desk.root.appending(path: "none").path
      let run = try await desk.daemon.run("--once", "--documents", none)
      #expect(run.status == 2)
      #expect(run.errors.contains("\(none): cannot be listed: no such file or directory"))
      #expect(!FileManager.default.fileExists(atPath: desk.index.path))
    }
  }

  @Test func `the index is no folder of documents`() async throws {
    try await Desk.withGoodDocument { desk in
      let run = try await desk.sync("--index", desk.documents.path)
      #expect(run.status == 64)
      #expect(run.errors.contains("is the index; its documents must lie elsewhere"))
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.documents.path)
      #expect(names == ["good.txt"])
    }
  }

  @Test func `an index that could not see a folder is not complete until it can`() async throws {
    try await Desk.withGoodDocument { desk in
      func isComplete() async throws -> Bool? {
        let answer = try await desk.client.run("--json", "marmot").objects().first
        return (answer?["index"] as? [String: Any])?["complete"] as? Bool
      }
      for (arguments, expected) in [([], true), (["--documents", "/none"], false), ([], true)] {
        _ = try await desk.daemon.run(
          ["--once", "--documents", desk.documents.path] + arguments
        )
        let complete = try await isComplete()
        #expect(complete == expected)
      }
    }
  }

  @Test func `folders keep their names whatever the order they are given in`() async throws {
    try await Desk.withGoodDocument { desk in
      try write("A badger digs.\n", to: "old/papers/b.txt", in: desk.root)
      let other = desk.root.appending(path: "old/papers").path
      _ = try await desk.sync("--documents", other)
      let run = try await desk.daemon.run(
        "--once",
        "--documents",
        other,
        "--documents",
        desk.documents.path
      )
      #expect(!run.output.contains("moved") && !run.output.contains("new"), "\(run.output)")
      try await desk.expectGoodDocument()
      #expect(try await desk.places("badger") == ["papers-2/b.txt"])
    }
  }

  @Test func `a refused file that was only touched is named again, and read once`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write([0x50, 0x00], to: "b.bin")
      for date in [Date.now, Date(timeIntervalSinceNow: 1e9)] {
        try FileManager.default.setAttributes(
          [.modificationDate: date],
          ofItemAtPath: desk.documents.appending(path: "b.bin").path
        )
        let run = try await desk.sync()
        #expect(run.errors.contains("papers/b.bin: binary file"))
      }
      // A time to come is no reason to read a file for ever.
      var run = try await desk.sync()
      while run.output.contains("Read") { run = try await desk.sync() }
    }
  }

  @Test func `a missing folder beside a good one keeps nothing from it`() async throws {
    try await Desk.withGoodDocument { desk in
      let run = try await desk.sync("--documents", desk.root.appending(path: "none").path)
      #expect(run.status == 2)
      #expect(run.errors.contains("/none: cannot be listed: no such file or directory"))
      try await desk.expectGoodDocument()
    }
  }

  @Test func `a file in the place of a folder is named`() async throws {
    try await Desk.withGoodDocument { desk in
      let file = desk.documents.appending(path: "good.txt").path
      let run = try await desk.daemon.run("--once", "--documents", file)
      #expect(run.status == 2)
      #expect(run.errors.contains("\(file): cannot be listed: not a directory"))
    }
  }

  @Test func `two folders of one name are told apart in anchors`() async throws {
    try await Desk.withGoodDocument { desk in
      try write("A badger digs.\n", to: "old/papers/b.txt", in: desk.root)
      let run = try await desk.sync("--documents", desk.root.appending(path: "old/papers").path)
      #expect(run.status == 0)
      try await desk.expectGoodDocument()
      #expect(try await desk.places("badger") == ["papers-2/b.txt"])
    }
  }

  @Test func `nothing is read twice`() async throws {
    try await Desk.with { desk in
      // Files changed just now are looked at again by design, so these have to be older.
      let first = try await desk.daemon.run("--once", "--documents", Corpus.samples.path)
      #expect(first.output.contains(" Read "))
      let second = try await desk.daemon.run("--once", "--documents", Corpus.samples.path)
      #expect(second.status == 0)
      #expect(second.errors.isEmpty)
      #expect(second.output.firstMatch(of: /^Documents: \d+ unchanged\.\n/) != nil)
      #expect(!second.output.contains("Read"))
    }
  }

  @Test func `follows what is deleted, renamed and edited between runs`() async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write("An otter swims.\n", to: "deleted.txt")
      try desk.write("A heron waits.\n", to: "renamed.txt")
      try desk.write("A weasel hides.\n", to: "edited.txt")
      try await desk.index()
      let manager = FileManager.default
      try manager.removeItem(at: desk.documents.appending(path: "deleted.txt"))
      try manager.moveItem(
        at: desk.documents.appending(path: "renamed.txt"),
        to: desk.documents.appending(path: "new name.txt")
      )
      try desk.write("A stoat hides in the snow.\n", to: "edited.txt")

      let run = try await desk.sync()
      #expect(run.status == 0)
      #expect(
        run.output.hasPrefix("Documents: 1 changed, 1 moved, 1 gone, 1 unchanged"),
        "\(run.output)"
      )
      #expect(try await desk.places("otter") == [])
      #expect(try await desk.places("heron") == ["papers/new%20name.txt"])
      #expect(try await desk.places("weasel") == [])
      #expect(try await desk.places("stoat") == ["papers/edited.txt"])
      try await desk.expectGoodDocument()
      let run1 = try await desk.daemon.run("check")
      #expect(run1.status == 0)
    }
  }

  @Test func `a folder not named any more is forgotten aloud`() async throws {
    try await Desk.withGoodDocument { desk in
      try write("A badger digs.\n", to: "old/b.txt", in: desk.root)
      try await desk.sync("--documents", desk.root.appending(path: "old").path)
      let run = try await desk.sync()
      #expect(run.output.contains("The folder old is not among the folders any more"))
      #expect(try await desk.places("badger") == [])
      try await desk.expectGoodDocument()
    }
  }

  @Test func `the index below the documents is not taken for one`() async throws {
    try await Desk.withGoodDocument { desk in
      let inside = desk.documents.appending(path: "index").path
      for _ in 1...2 {
        let run = try await desk.sync("--index", inside)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        #expect(run.output.hasSuffix("The index holds 1 passage of 1 document.\n"))
      }
    }
  }
}
