// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Queries against a real index, and where their answers go.
@Suite struct `Search` {
  private func withTwoDocuments(_ body: (Desk) async throws -> Void) async throws {
    try await Desk.withGoodDocument { desk in
      try desk.write("The peace came late.\n", to: "peace.txt")
      try desk.write("The war took the peace.\n", to: "war.txt")
      try desk.write("A status of forces agreement.\n", to: "status.txt")
      try await desk.index()
      try await body(desk)
    }
  }

  @Test func `leaves out what has an excluded word`() async throws {
    try await withTwoDocuments { desk in
      #expect(try await desk.places("peace -war") == ["papers/peace.txt"])
      let run = try await desk.client.run("--json", "peace", "-war")
      #expect(run.status == 0)
      #expect(run.output.contains("papers/peace.txt"))
      #expect(!run.output.contains("papers/war.txt"))
    }
  }

  @Test func `finds a query that begins with a command's name`() async throws {
    try await withTwoDocuments { desk in
      let bare = try await desk.client.run("status", "of", "forces")
      #expect(bare.status == 64)
      #expect(bare.errors.contains("splitsearch search status of forces"))
      let full = try await desk.client.run("search", "status", "of", "forces")
      #expect(full.status == 0)
      #expect(full.output.contains("papers/status.txt"))
    }
  }

  @Test func `says with its status that there is nothing`() async throws {
    try await withTwoDocuments { desk in
      let run = try await desk.client.run("platypus")
      #expect(run.status == 1)
      #expect(run.output.isEmpty)
      #expect(!run.errors.isEmpty)
      let json = try await desk.client.run("--json", "platypus")
      #expect(json.status == 1)
      #expect(json.output.contains("\"hits\":[]"))
    }
  }

  @Test func `answers a query of 100000 characters`() async throws {
    try await withTwoDocuments { desk in
      let words = String(repeating: "peace war ", count: 10_000)
      let run = try await desk.client.run("--json", words)
      #expect(run.status == 0, "\(run.errors.prefix(300))")
      #expect(run.output.contains("papers/war.txt"))
      let word = try await desk.client.run(String(repeating: "x", count: 100_000))
      #expect([1, 64].contains(word.status))
      #expect(word.errors.utf8.count < 1_000)
    }
  }

  @Test func `answers a batch line by line and goes on after wrong ones`() async throws {
    try await withTwoDocuments { desk in
      let lines = "a\tpeace\nno tab\n\nb\t\nc\tplatypus\r\nd\tmarmot"
      try write(lines, to: "queries.tsv", in: desk.root)
      let run = try await desk.client.run("batch", "queries.tsv")
      #expect(run.status == 65)
      let objects = try run.objects()
      #expect(objects.compactMap { $0["qid"] as? String } == ["a", "no tab", "", "b", "c", "d"])
      #expect(objects.map { ($0["hits"] as? [Any])?.count } == [2, nil, nil, nil, 0, 1])
      let codes = objects.compactMap { ($0["error"] as? [String: Any])?["code"] as? String }
      #expect(codes == ["malformed-line", "malformed-line", "malformed-line"])

      let piped = try await desk.client.run("batch", "-", input: lines)
      #expect(piped.status == 65)
      #expect(piped.output == run.output)
    }
  }

  @Test func `has a status for a batch that found something, and for one that did not`()
    async throws
  {
    try await withTwoDocuments { desk in
      let run1 = try await desk.client.run("batch", "-", input: "a\tmarmot\n")
      #expect(run1.status == 0)
      let run2 = try await desk.client.run("batch", "-", input: "a\tplatypus\n")
      #expect(run2.status == 1)
      let run3 = try await desk.client.run("batch", "-", input: "")
      #expect(run3.status == 1)
    }
  }

  @Test(arguments: [
    ["peace"], ["--json", "peace"], ["batch", "queries.tsv"], ["--help"], ["--version"],
  ])
  func `says when its output cannot be written`(arguments: [String]) async throws {
    try await withTwoDocuments { desk in
      try write("a\tpeace\n", to: "queries.tsv", in: desk.root)
      let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
      let run = try desk.client.run(arguments, writingTo: full)
      #expect(run.status == 74)
      let message = "splitsearch: the output cannot be written: No space left on device\n"
      #expect(run.errors == message)
    }
  }

  @Test(arguments: [["export"], ["check"], ["--once", "--documents", "papers"]])
  func `the daemon says when its output cannot be written`(arguments: [String]) async throws {
    try await withTwoDocuments { desk in
      let full = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
      let run = try desk.daemon.run(arguments, writingTo: full)
      #expect(run.status == 74)
      #expect(run.errors.hasPrefix("splitsearchd: the output cannot be written"))
      try await desk.expectGoodDocument()
    }
  }

  @Test func `tells facets below the hits, and of each document its best passages`() async throws {
    try await withTwoDocuments { desk in
      let run = try await desk.client.run("--facets", "type,document", "-n", "1", "peace")
      let table = """

        Passages by type
            2  text/plain
        Passages by document
            1  papers/peace.txt
            1  papers/war.txt

        """
      #expect(run.output.hasSuffix(table), "\(run.output)")
      let lines = "a\tpeace\nb\tplatypus\n"
      let batch = try await desk.client.run(
        "batch",
        "--facets=lang",
        "--per-document=1",
        "-",
        input: lines
      )
      let facets = try batch.objects().map { $0["facets"] as? [String: [[String: Any]]] }
      #expect(facets.map { $0?["lang"]?.compactMap { $0["count"] as? Int } } == [[2], []])
    }
  }

  @Test func `a reader that has seen enough is no error`() async throws {
    try await withTwoDocuments { desk in
      try write("a\tpeace\nb\tpeace\n", to: "queries.tsv", in: desk.root)
      for arguments in [["peace"], ["--json", "peace"], ["batch", "queries.tsv"]] {
        let run = try desk.client.run(arguments, writingTo: try unreadPipe())
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
      }
      for arguments in [["export"], ["check"], ["--once", "--documents", "papers"]] {
        let run = try desk.daemon.run(arguments, writingTo: try unreadPipe())
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
      }
    }
  }

  private func unreadPipe() throws -> Pipe {
    let pipe = Pipe()
    try pipe.fileHandleForReading.close()
    return pipe
  }

  @Test func `sends colour into a pipe only when told to`() async throws {
    try await withTwoDocuments { desk in
      let run4 = try await desk.client.run("peace")
      #expect(run4.output.contains("\u{1B}") == false)
      let run5 = try await desk.client.run("--color=always", "peace")
      #expect(run5.output.contains("\u{1B}["))
      var plain = desk
      plain.environment["NO_COLOR"] = "1"
      let run6 = try await plain.client.run("peace")
      #expect(run6.output.contains("\u{1B}") == false)
      // Who asks for colour in this one call means it.
      let run7 = try await plain.client.run("--color=always", "peace")
      #expect(run7.output.contains("\u{1B}["))
    }
  }
}

/// What the environment and the configuration file say, seen from the programs.
@Suite struct `Configured programs` {
  @Test func `meet in the index that the configuration names`() async throws {
    try await Desk.withGoodDocument { desk in
      try write(
        """
        index = "own"
        [[folder]]
        path = "papers"
        name = "library"
        """,
        to: "my.toml",
        in: desk.root
      )
      var bare = desk
      bare.environment["SPLITSEARCH_INDEX"] = ""
      let sync = try await bare.daemon.run("--once", "--config", "my.toml")
      #expect(sync.status == 0, "\(sync.errors)")
      let found = try await bare.client.run("--config", "my.toml", "marmot")
      #expect(found.output.contains("library/good.txt#char="))
      // The environment goes before the file, and a flag before both.
      let elsewhere = try await desk.client.run("--config", "my.toml", "marmot")
      #expect(elsewhere.status == 2)
      #expect(elsewhere.errors.contains("there is no index in \(desk.index.path)"))
      let run8 = try await desk.client.run("--index", "own", "marmot")
      #expect(run8.status == 0)
    }
  }

  @Test(arguments: [
    ("indx = \"a\"", "1:1: unknown key \"indx\"; did you mean \"index\"?"),
    ("# a\nindex = 3", "2:1: \"index\" must be a string"),
    ("index = \"a\"\n[[folder]]\npth = \"x\"", "3:1: unknown key \"pth\""),
    ("max-file-size = \"big\"", "1:1: \"max-file-size\" must be a size above 0"),
    ("index = \"a\nb\"", "1:"),
  ])
  func `say where the configuration is wrong`(text: String, message: String) async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      try write(text, to: "my.toml", in: desk.root)
      var bare = desk
      bare.environment["SPLITSEARCH_INDEX"] = ""
      let file = desk.root.appending(path: "my.toml").path
      let sync = try await bare.daemon.run("--once", "--config", "my.toml")
      #expect(sync.status == 78)
      #expect(sync.errors.hasPrefix("splitsearchd: \(file):\(message)"), "\(sync.errors)")
      let search = try await bare.client.run("--json", "--config", "my.toml", "marmot")
      #expect(search.status == 78)
      #expect(search.errors.hasPrefix("splitsearch: \(file):\(message)"), "\(search.errors)")
      let error = try #require(try search.objects().first?["error"] as? [String: Any])
      #expect(error["code"] as? String == "configuration")
      try await desk.expectGoodDocument()
    }
  }

  @Test func `say that a configuration asked for is missing`() async throws {
    try await Desk.withGoodDocument { desk in
      var bare = desk
      bare.environment["SPLITSEARCH_INDEX"] = ""
      let run = try await bare.client.run("--config", "none.toml", "marmot")
      #expect(run.status == 78)
      #expect(run.errors.contains("none.toml: there is no such file"))
    }
  }

  @Test func `say that a size in the environment is none`() async throws {
    try await Desk.withGoodDocument { desk in
      var odd = desk
      odd.environment["SPLITSEARCH_MAX_FILE_SIZE"] = "lots"
      let run = try await odd.sync()
      #expect(run.status == 78)
      #expect(run.errors.contains("SPLITSEARCH_MAX_FILE_SIZE: \"lots\""))
    }
  }
}
