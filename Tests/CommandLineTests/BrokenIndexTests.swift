// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

/// What both programs say where the index should be and is not.
@Suite struct `No usable index` {
  @Test func `a folder with other files is refused and left as it was`() async throws {
    try await Desk.withGoodDocument { desk in
      try write("dear diary", to: "index/diary.txt", in: desk.root)
      for arguments in [["--once", "--documents", desk.documents.path], ["check"], ["export"]] {
        let run = try await desk.daemon.run(arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains("\(desk.index.path) is no splitsearch index"))
        #expect(run.errors.contains("holds diary.txt; give --index a folder"))
      }
      try await expectClientError(desk, "index-not-an-index")
      let names = try FileManager.default.contentsOfDirectory(atPath: desk.index.path)
      #expect(names == ["diary.txt"])
      let text = try String(contentsOf: desk.index.appending(path: "diary.txt"), encoding: .utf8)
      #expect(text == "dear diary")
    }
  }

  @Test func `a file is refused and left as it was`() async throws {
    try await Desk.withGoodDocument { desk in
      try write("dear diary", to: "index", in: desk.root)
      let run = try await desk.sync()
      #expect(run.status == 2)
      #expect(run.errors.contains("\(desk.index.path) is no splitsearch index: it is no folder"))
      try await expectClientError(desk, "index-not-an-index")
      #expect(try String(contentsOf: desk.index, encoding: .utf8) == "dear diary")
    }
  }

  @Test func `one of an older format is made anew, which is said`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      try setMetadata("format", to: "2", in: desk.index.path)
      try await expectClientError(desk, "index-outdated-version")
      let run = try await desk.sync()
      #expect(run.status == 0)
      #expect(run.errors.contains("by an older splitsearch, in format 2"), "\(run.errors)")
      #expect(run.errors.contains("it is made anew"), "\(run.errors)")
      try await desk.expectGoodDocument()
      let again = try await desk.sync()
      #expect(again.errors.isEmpty)
      #expect(again.output.contains("1 unchanged"), "\(again.output)")
    }
  }

  @Test func `none at all is said, with what to do`() async throws {
    try await Desk.withGoodDocument { desk in
      for command in ["check", "export"] {
        let run = try await desk.daemon.run(command)
        #expect(run.status == 2)
        #expect(run.errors.contains("there is no index in \(desk.index.path)"))
        #expect(run.errors.contains("splitsearchd --once --documents DIR"))
        #expect(!FileManager.default.fileExists(atPath: desk.index.path))
      }
      try await expectClientError(desk, "index-not-found")
    }
  }

  @Test(arguments: ["", "auto elsewhere\n", "auto ../../etc\n", "remote :10 x\n", "\u{0}\u{FF}"])
  func `a stub that is not ours is refused and left as it was`(stub: String) async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      try write(stub, to: "index/XAPIANDB", in: desk.root)
      for arguments in [["--once", "--documents", desk.documents.path], ["check"], ["export"]] {
        let run = try await desk.daemon.run(arguments)
        #expect(run.status == 2)
        #expect(run.errors.contains("XAPIANDB was not written by splitsearch"), "\(run.errors)")
      }
      try await expectClientError(desk, "index-not-an-index")
      let left = try String(contentsOf: desk.index.appending(path: "XAPIANDB"), encoding: .utf8)
      #expect(left == stub)
      try write("auto generation-000001\n", to: "index/XAPIANDB", in: desk.root)
      try await desk.expectGoodDocument()
    }
  }

  @Test func `a format of a later version is refused and left as it was`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      try setMetadata("format", to: "9", in: desk.index.path)
      let file = desk.index.appending(path: "generation-000001/postlist.glass")
      let bytes = try Data(contentsOf: file)

      let sync = try await desk.sync()
      #expect(sync.status == 2)
      #expect(sync.errors.contains("a newer splitsearch wrote it"), "\(sync.errors)")
      try await expectClientError(desk, "index-unknown-version")
      #expect(try Data(contentsOf: file) == bytes)
    }
  }

  @Test func `another writer is named, and searches go on`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      let lock = desk.index.appending(path: "writer.lock")
      try Data("\(getpid())\n".utf8).write(to: lock)
      let file = try FileHandle(forUpdating: lock)
      try #require(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
      for command in ["--once", "rebuild"] {
        let run = try await desk.daemon.run([command, "--documents", desk.documents.path])
        #expect(run.status == 2)
        #expect(
          run.errors == "splitsearchd: \(desk.index.path) is being written by process \(getpid()); "
            + "wait until it is done, or end it\n"
        )
      }
      try await desk.expectGoodDocument()
      let run1 = try await desk.daemon.run("check")
      #expect(run1.status == 0)
      try file.close()
      try await desk.index()
    }
  }

  @Test(arguments: [
    "postlist.glass", "docdata.glass", "termlist.glass", "position.glass", "iamglass",
  ])
  func `damage is found by the check and mended by a rebuild`(name: String) async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write(try Corpus.text("tides.txt"), to: "tides.txt")
      try await desk.index()
      let path = desk.index.appending(path: "generation-000001/\(name)").path
      try #require(truncate(path, 10) == 0)
      let check = try await desk.daemon.run("check")
      #expect(check.status == 2, "\(check.output)\(check.errors)")
      #expect(check.errors.contains("make it anew with: splitsearchd rebuild"), "\(check.errors)")

      let search = try await desk.client.run("marmot")
      #expect([0, 2].contains(search.status), "\(search.errors)")

      let rebuild = try await desk.daemon.run("rebuild", "--documents", desk.documents.path)
      try #require(rebuild.status == 0, "\(rebuild.errors)")
      let sound = try await desk.daemon.run("check")
      #expect(sound.status == 0)
      try await desk.expectGoodDocument()
    }
  }

  private func expectClientError(_ desk: Desk, _ code: String) async throws {
    let run = try await desk.client.run("--json", "marmot")
    #expect(run.status == 2)
    #expect(run.errors.contains(desk.index.path))
    let error = try #require(try run.objects().first?["error"] as? [String: Any])
    #expect(error["code"] as? String == code)
    #expect(error["message"] is String)
    #expect(error["hint"] is String)
  }
}
