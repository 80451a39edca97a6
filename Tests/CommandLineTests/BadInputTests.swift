// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Bytes that would control a terminal, line feeds aside.
private func controls(in text: String) -> [Unicode.Scalar] {
  text.unicodeScalars.filter {
    $0 != "\n"
      && ($0.value < 0x20 || (0x7F...0x9F).contains($0.value)
        || (0x202A...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value))
  }
}

struct `Bad documents` {
  @Test
  func `a missing folder is named, and nothing known is forgotten for it`() async throws {
    try await Workshop.lend { workshop in
      try await workshop.sync()
      let run = try await workshop.daemon.run("--once", "--documents", "nowhere")
      #expect(run.status == 2)
      #expect(run.errors.contains("nowhere: cannot be listed: no such file or directory"))
      try #expect(await workshop.paths("peace") == ["good.txt"])
    }
  }

  @Test
  func `without any folder no index is made`() async throws {
    try await Workshop.lend { workshop in
      let run = try await workshop.daemon.run("--once", "--documents", "nowhere")
      #expect(run.status == 2)
      #expect(run.errors.contains("no folder of documents to index"))
      #expect(!FileManager.default.fileExists(atPath: workshop.index.path(percentEncoded: false)))
    }
  }

  @Test
  func `an index that could not see a folder is not complete until it can`() async throws {
    try await Workshop.lend { workshop in
      func isComplete() async throws -> Bool? {
        let index = try await workshop.client.run("--json", "peace").objects().first?["index"]
        return (index as? [String: Any])?["complete"] as? Bool
      }
      try await workshop.sync()
      try #expect(await isComplete() == true)
      try #expect(await workshop.sync("--documents", "nowhere").status == 2)
      try #expect(await isComplete() == false)
      try await workshop.sync()
      try #expect(await isComplete() == true)
    }
  }

  @Test
  func `a refused file that was only touched is named again`() async throws {
    try await Workshop.lend { workshop in
      try write(Data([0x50, 0x00]), to: "b.bin", in: workshop.documents)
      for date in [Date.now, Date(timeIntervalSinceNow: 1e9)] {
        try FileManager.default.setAttributes(
          [.modificationDate: date],
          ofItemAtPath: workshop.documents.appending(path: "b.bin").path(percentEncoded: false)
        )
        try #expect(await workshop.sync().errors.contains("documents/b.bin: binary file"))
      }
      // A time to come is no reason to read a file for ever.
      var run = try await workshop.sync()
      while run.output.contains("Read") { run = try await workshop.sync() }
    }
  }

  @Test
  func `binary, oversized and foreign files are named with their reasons`() async throws {
    try await Workshop.lend { workshop in
      try write(Data([0x50, 0x00, 0x51]), to: "b.bin", in: workshop.documents)
      try workshop.add("<p>peace</p>", as: "page.html")
      try workshop.add(String(repeating: "peace ", count: 200), as: "long.txt")
      var daemon = workshop.daemon
      daemon.environment["SPLITSEARCH_MAX_FILE_SIZE"] = "1 KiB"
      let run = try await daemon.run("--once", "--documents", "documents")
      #expect(run.status == 0)
      #expect(run.errors.contains("documents/b.bin: binary file"))
      #expect(run.errors.contains("documents/long.txt: larger than max-file-size (1024 bytes)"))
      #expect(run.errors.contains("documents/page.html: no reader for .html files"))
      #expect(run.output.contains("3 files could not be read"))
      try #expect(await workshop.paths("peace") == ["good.txt"])
    }
  }

  @Test
  func `links that are broken or lead in circles are named and not followed`() async throws {
    try await Workshop.lend { workshop in
      for (name, target) in [("broken", "nowhere"), ("cycle", ".")] {
        try FileManager.default.createSymbolicLink(
          atPath: workshop.documents.appending(path: name).path(percentEncoded: false),
          withDestinationPath: target
        )
      }
      let run = try await workshop.sync()
      #expect(run.status == 0)
      #expect(run.errors.contains("documents/broken: broken symbolic link"))
      #expect(run.errors.contains("documents/cycle: symbolic link, not followed"))
      try #expect(await workshop.paths("peace") == ["good.txt"])
    }
  }

  @Test
  func `a name that is not UTF-8 is exact in the URI and the anchor`() async throws {
    try await Workshop.lend { workshop in
      try workshop.add("All about war.\n", asBytes: [0xFF, 0xFE] + Array(".txt".utf8))
      try await workshop.sync()
      let run = try await workshop.client.run("--json", "war")
      #expect(run.output.contains("documents/%FF%FE.txt\""))
      #expect(run.output.contains("\"anchor\":\"documents/%FF%FE.txt#char=0,14;length=15,UTF-8\""))
      try #expect(run.objects().count == 1)
    }
  }

  @Test
  func `names and texts with control characters show them and send none`() async throws {
    try await Workshop.lend { workshop in
      let hostile =
        "\u{1B}]8;;http://evil\u{7}link\u{1B}]8;;\u{7} \u{1B}[31mred \u{9B}2J\u{90}dcs \u{202E}evil"
        + " \u{1B}]52;c;ZXZpbA==\u{7} \rover \u{8}peace"
      try workshop.add("# Title \(hostile)\n\nText of war \(hostile).[1]\n", as: "a.md")
      try workshop.add("More of war.\n", asBytes: Array("x\n\u{1B}[2J\u{7F}y.txt".utf8))
      try write(Data([0]), to: "bad\u{1B}[31m.bin", in: workshop.documents)
      let sync = try await workshop.sync()
      #expect(controls(in: sync.errors + sync.output) == [])
      let run = try await workshop.client.run("--color", "never", "war")
      #expect(run.status == 0)
      #expect(controls(in: run.output + run.errors) == [])
      #expect(run.output.contains("␛[31mred"))
      let refused = try await workshop.client.run("--color", "never", "\u{1B}[31m\u{1B}]0;x\u{7}")
      #expect(controls(in: refused.errors) == [])
      let colored = try await workshop.client.run("--color", "always", "war")
      let bare = colored.output.replacing(/\u{1B}\[[0-9;]*m/, with: "")
      #expect(bare == run.output && colored.output != run.output)
    }
  }

  @Test
  func `files and folders without permission are named, the rest is found`() async throws {
    try await Workshop.lend { workshop in
      try workshop.add("Secret peace.\n", as: "closed.txt")
      try workshop.add("Secret peace.\n", as: "shut/inside.txt")
      try await workshop.sync()
      let closed = workshop.documents.appending(path: "closed.txt").path(percentEncoded: false)
      let shut = workshop.documents.appending(path: "shut").path(percentEncoded: false)
      chmod(closed, 0)
      chmod(shut, 0)
      defer { chmod(shut, 0o700) }
      // Root may read everything, so root hands the folder to somebody else.
      var prefix: [String] = []
      if geteuid() == 0 {
        prefix = ["--reuid=65534", "--regid=65534", "--clear-groups", "--"]
        try await Program(name: "chown", path: "/bin/chown").expectSuccess(
          "-R",
          "65534:65534",
          workshop.folder.path(percentEncoded: false)
        )
      }
      let run = try await workshop.daemon.run(
        ["--once", "--documents", "documents"],
        under: prefix
      )
      #expect(run.status == 2)
      #expect(run.errors.contains("documents/closed.txt: cannot be read: permission denied"))
      #expect(run.errors.contains("documents/shut: cannot be listed: permission denied"))
      // What is out of sight is not gone.
      try #expect(await workshop.paths("peace").sorted() == ["good.txt", "shut/inside.txt"])
      chmod(workshop.index.path(percentEncoded: false), 0)
      defer { chmod(workshop.index.path(percentEncoded: false), 0o700) }
      let blind = try await workshop.client.run(["peace"], under: prefix)
      #expect(blind.status == 2)
      #expect(blind.errors.contains("Permission denied"))
      #expect(blind.errors.filter { $0 == "\n" }.count == 1)
    }
  }
}

struct `A bad index` {
  @Test
  func `a folder of other files is no index and stays as it is`() async throws {
    try await Workshop.lend { workshop in
      let itself = try await workshop.sync("--index", "documents")
      #expect(itself.status == 64)
      #expect(itself.errors.contains("is the index; its documents must lie elsewhere"))
      try write("x", to: "other/thing", in: workshop.folder)
      for run in [
        try await workshop.sync("--index", "other"),
        try await workshop.client.run("--index", "other", "peace"),
        try await workshop.client.run("--index", "documents/good.txt", "peace"),
      ] {
        #expect(run.status == 2)
        #expect(run.errors.contains("is no splitsearch index"), "\(run.errors)")
      }
      let names = try FileManager.default.contentsOfDirectory(
        atPath: workshop.documents.path(percentEncoded: false)
      )
      #expect(names == ["good.txt"])
    }
  }

  @Test
  func `no index, and a stub of garbage, are errors with a hint`() async throws {
    try await Workshop.lend { workshop in
      let missing = try await workshop.client.run("peace")
      #expect(missing.status == 2)
      #expect(missing.errors.contains("there is no index in"))
      #expect(missing.errors.contains("splitsearchd --once --documents DIR"))
      try write("\u{0}garbage\n", to: "XAPIANDB", in: workshop.index)
      for run in [try await workshop.client.run("peace"), try await workshop.sync()] {
        #expect(run.status == 2)
        #expect(run.errors.contains("is no splitsearch index"), "\(run.errors)")
      }
    }
  }

  @Test
  func `another writer is named`() async throws {
    try await Workshop.lend { workshop in
      try await workshop.sync()
      let lock = open(
        workshop.index.appending(path: "writer.lock").path(percentEncoded: false),
        O_RDWR | O_CLOEXEC
      )
      defer { close(lock) }
      #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
      let pid = "\(getpid())\n"
      #expect(ftruncate(lock, 0) == 0 && pwrite(lock, pid, pid.utf8.count, 0) > 0)
      let run = try await workshop.sync()
      #expect(run.status == 2)
      #expect(run.errors.contains("is being written by process \(getpid());"))
      try #expect(await workshop.paths("peace") == ["good.txt"])
    }
  }

  @Test
  func `a damaged index is found by check, and rebuild mends it`() async throws {
    try await Workshop.lend { workshop in
      try await workshop.sync()
      let table = workshop.index.appending(path: "generation-000001/docdata.glass")
      try Data().write(to: table)
      let check = try await workshop.daemon.run("check")
      #expect(check.status == 2)
      #expect(check.errors.contains("splitsearchd rebuild"))
      let rebuilt = try await workshop.daemon.run("rebuild", "--documents", "documents")
      #expect(rebuilt.status == 0, "\(rebuilt.errors)")
      let sound = try await workshop.daemon.run("check")
      #expect(sound.status == 0)
      #expect(sound.output.contains("is sound: 1 passage of 1 file."))
    }
  }

  @Test
  func `a rebuild without its folder leaves the old index answering`() async throws {
    try await Workshop.lend { workshop in
      try await workshop.sync()
      let run = try await workshop.daemon.run("rebuild", "--documents", "nowhere")
      #expect(run.status == 2)
      #expect(run.errors.contains("the rebuild was discarded; the old index goes on"))
      try #expect(await workshop.paths("peace") == ["good.txt"])
      try #expect(await workshop.daemon.run("check").status == 0)
      let left = workshop.index.appending(path: "generation-000002").path(percentEncoded: false)
      #expect(!FileManager.default.fileExists(atPath: left))
    }
  }
}

struct `Bad queries` {
  @Test
  func `a hundred thousand characters are an answer or an error, and quick`() async throws {
    try await Workshop.lend { workshop in
      try await workshop.sync()
      let word = try await workshop.client.run(String(repeating: "x", count: 100_000))
      #expect(word.status == 1)
      #expect(word.errors.contains("words of over 64 bytes"))
      let words = (0..<17_000).map { "w\($0)" }.joined(separator: " ")
      let many = try await workshop.client.run(words + " peace")
      #expect(many.status == 1)
      #expect(many.errors.contains("Only the first 500 words were used."))
    }
  }

  @Test
  func `a word after one hyphen is excluded`() async throws {
    try await Workshop.lend { workshop in
      try workshop.add("Peace and war.\n", as: "war.txt")
      try await workshop.sync()
      try #expect(await workshop.paths("peace", "-war") == ["good.txt"])
      try #expect(await workshop.paths("peace").count == 2)
    }
  }

  @Test
  func `exit statuses tell hits from none, and a full disk from both`() async throws {
    try await Workshop.lend { workshop in
      try await workshop.sync()
      try #expect(await workshop.client.run("peace").status == 0)
      try #expect(await workshop.client.run("nowhere").status == 1)
      try #expect(await workshop.client.runIntoBrokenPipe("peace").status == 0)
      try #expect(await workshop.daemon.runIntoBrokenPipe("export").status == 0)
    }
  }

  @Test
  func `a batch answers its good lines and says what is wrong with the others`() async throws {
    try await Workshop.lend { workshop in
      try await workshop.sync()
      let run = try await workshop.client.run(
        ["batch", "-"],
        input: "q1\tpeace\nno tab\nq3\t\nq4\t\"good news\" of\n"
      )
      #expect(run.status == 65)
      let objects = try run.objects()
      #expect(objects.map { $0["qid"] as? String } == ["q1", "no tab", "q3", "q4"])
      #expect(objects.map { $0["error"] != nil } == [false, true, true, false])
    }
  }
}
