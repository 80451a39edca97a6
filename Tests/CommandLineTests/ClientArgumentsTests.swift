// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import TestSupport
import Testing

/// What needs no index: an index that is not there ends a well-formed call with status 2.
@Suite struct `Client arguments` {
  private let client = Program.client
  private let missing = "--index=/nonexistent/index"

  @Test(arguments: [
    ["peace"], ["peace", "-war"], ["-1"], ["-nuclear", "war"], ["-"], ["-n5", "peace"],
    ["-n", "5", "peace"], ["peace", "--limit=5"], ["peace", "-n", "5", "war"],
    ["--limit", "5", "--offset", "3", "peace"], ["search", "status", "of", "forces"],
    ["search", "search"], ["--json", "search", "peace"], ["--", "--jsno"], ["--", "status"],
    ["peace", "status"], ["status of forces"], ["peace", "--", "-n", "--version"],
    ["--color=never", "peace"], ["--per-document", "1", "peace"], ["-n", "1", "-n", "2", "peace"],
    ["peace", "help"],
  ])
  func `searches for`(arguments: [String]) async throws {
    let run = try await Program(
      name: "splitsearch",
      environment: [
        "SPLITSEARCH_INDEX": "/nonexistent/index"
      ]
    ).run(arguments)
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.errors.contains("/nonexistent/index"))
  }

  @Test(arguments: [
    [], [""], [" \t"], ["--"], ["-n", "5"], ["search"], ["search", ""],
    ["--json", "--", ""],
  ])
  func `refuses an empty query`(arguments: [String]) async throws {
    let run = try await client.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.contains("nothing to search for"))
  }

  @Test(arguments: [
    (["--jsno", "peace"], "unknown option '--jsno'; did you mean '--json'?"),
    (["peace", "--lim", "5"], "unknown option '--lim'; did you mean '--limit'?"),
    (["--ofset=3", "x"], "unknown option '--ofset'; did you mean '--offset'?"),
    (["--utterly-else", "x"], "unknown option '--utterly-else'; words that begin with '--'"),
    (["--json=yes", "x"], "option '--json' takes no value"),
    (["x", "--limit"], "option '--limit' needs a value"),
    (["x", "--limit", "--json"], "option '--limit' needs a value"),
    (["x", "-n", "many"], "'many' is invalid"),
    (["x", "-n", "0"], "'--limit' is 0; it must be 1 to 1000"),
    (["x", "-n", "-5"], "'--limit' is -5"),
    (["x", "--limit=1001"], "'--limit' is 1001"),
    (["x", "--offset", "-1"], "'--offset' is -1"),
    (["x", "--offset=99999999999"], "'--offset' is 99999999999"),
    (["x", "--per-document", "0"], "'--per-document' is 0; it must be 1 to 1000"),
    (["x", "--per-document", "some"], "'some' is invalid"),
    (
      ["x", "--facets", "type,author"],
      "'--facets' has no 'author'; there are type, folder, lang and document"
    ),
    (["x", "--facets=type,"], "'--facets' has no ''"),
    (["x", "--color=red"], "'red' is invalid"),
    (["x", "--user", "--system"], "exclude one another"),
    (["x", "--user", "--index", "/x"], "exclude one another"),
    (["x", "--index="], "option '--index' needs a value"),
    (["batch"], "Missing expected argument '<file>'"),
    (["batch", "a", "b"], "Unexpected argument 'b'"),
    (["batch", "--color=never", "a"], "Unknown option '--color'"),
    (["status", "of", "forces"], "to search for it: splitsearch search status of forces"),
    (["status", "--", "of"], "'status' is the name of a command, which takes no words"),
    (["status", "-n", "5"], "option '--limit' is for searches"),
    (["--offset=2", "status", "--json"], "option '--offset' is for searches"),
    (["--facets=type", "status"], "option '--facets' is for searches"),
    (["--per-document=2", "status"], "option '--per-document' is for searches"),
    (["status", "--color=red"], "'red' is invalid"),
    (["status", "--user", "--index", "/x"], "exclude one another"),
    (["help", "me"], "to search for it: splitsearch search help me"),
  ])
  func `refuses what is wrong and says what was meant`(
    arguments: [String],
    message: String
  ) async throws {
    let run = try await client.run(arguments)
    #expect(run.status == 64)
    #expect(run.errors.hasPrefix("splitsearch: "))
    #expect(run.errors.contains(message), "\(run.errors)")
    #expect(run.errors.filter { $0 == "\n" }.count == 1)
    #expect(run.output.isEmpty == !arguments.contains("--json"))
  }

  @Test(arguments: ["show", "cite", "similar"])
  func `tells names of commands from words`(name: String) async throws {
    let run = try await client.run(name, "of", "forces")
    #expect(run.status == 64)
    #expect(
      run.errors == "splitsearch: '\(name)' is the name of a command, which takes an anchor or the "
        + "number of a hit; to search for it: splitsearch search \(name) of forces\n"
    )
  }

  @Test func `tells programs of an error too`() async throws {
    let wrong = try await client.run("--json", "--limt", "3", "x")
    #expect(wrong.status == 64)
    let error = try #require(try wrong.objects().first?["error"] as? [String: Any])
    #expect(error["code"] as? String == "usage")
    #expect(error["hint"] as? String == "did you mean '--limit'?")

    let missing = try await client.run("--json", missing, "x")
    #expect(missing.status == 2)
    let failure = try #require(try missing.objects().first?["error"] as? [String: Any])
    #expect(failure["code"] as? String == "index-not-found")
    #expect((failure["hint"] as? String)?.contains("splitsearchd --once") == true)
  }

  @Test func `shows controls in errors instead of sending them`() async throws {
    let run = try await client.run("--\u{1B}[2J\n\u{9B}1m", "x")
    #expect(run.status == 64)
    #expect(run.errors.contains("␛[2J \\u{009B}1m"))
  }

  @Test(arguments: [["--version"], ["peace", "--version"], ["batch", "--version"]])
  func `says its version`(arguments: [String]) async throws {
    let run = try await client.run(arguments)
    #expect(run.status == 0)
    #expect(run.output.wholeMatch(of: /splitsearch \d+\.\d+\.\d+\n/) != nil)
    #expect(run.errors.isEmpty)
  }

  @Test(arguments: [
    ["--help"], ["-h"], ["help"], ["search", "-h"], ["help", "search"], ["x", "-h"],
  ])
  func `helps`(arguments: [String]) async throws {
    let run = try await client.run(arguments)
    #expect(run.status == 0)
    #expect(run.output.contains("EXIT STATUS:"))
    #expect(run.output.contains("USAGE: splitsearch [<options>] <query> ..."))
    #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test func `helps with a command`() async throws {
    for arguments in [["batch", "--help"], ["help", "batch"]] {
      let run = try await client.run(arguments)
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE: splitsearch batch"))
    }
    for arguments in [["status", "--help"], ["help", "status"], ["-h", "status"]] {
      let run = try await client.run(arguments)
      #expect(run.status == 0)
      #expect(run.output.contains("USAGE: splitsearch status"))
      #expect(run.output.contains("EXIT STATUS:"))
      #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }
  }

  @Test func `helps with queries`() async throws {
    let run = try await client.run("help", "query")
    #expect(run.status == 0)
    let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count <= 48, "two screens at the most")
    #expect(lines.allSatisfy { $0.count <= 80 })
    for word in ["NEAR/5", "colo?r", "cites:", "modified:2024-01..2024-06"] {
      #expect(run.output.contains(word))
    }
    // The word itself is no command.
    let search = try await client.run(missing, "query", "help")
    #expect(search.status == 2)
  }

  @Test func `ends quietly when nobody reads`() async throws {
    let run = try await client.runIntoBrokenPipe("--help")
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
  }

  @Test func `says where the file of a batch is missing`() async throws {
    let run = try await client.run("batch", missing, "/nonexistent/queries")
    #expect(run.status == 66)
    #expect(run.errors.contains("/nonexistent/queries: cannot be read"))
  }

  @Test func `knows the same options as its parser`() async throws {
    let run = try await client.run("--experimental-dump-help")
    let help = try JSONSerialization.jsonObject(with: Data(run.output.utf8))
    let options = Self.longNames(in: help)
    #expect(options.isSuperset(of: ["limit", "offset", "json", "color", "index", "config"]))
    for option in options {
      let call = try await client.run("--\(option)")
      #expect(!call.errors.contains("unknown option"), "\(option)")
    }
  }

  private static func longNames(in help: Any) -> Set<String> {
    switch help {
    case let list as [Any]:
      return list.reduce(into: []) { $0.formUnion(longNames(in: $1)) }
    case let object as [String: Any]:
      if object["kind"] as? String == "long", let name = object["name"] as? String { return [name] }
      return longNames(in: Array(object.values))
    default:
      return []
    }
  }

  @Test func `writes completions for the shell`() async throws {
    let run = try await client.run("--generate-completion-script", "bash")
    #expect(run.status == 0)
    #expect(run.output.contains("--offset"))
  }

  @Test(.timeLimit(.minutes(5)), arguments: [["status"], ["peace"]])
  func `waits for no pipe that is named for a configuration`(words: [String]) async throws {
    try await withTemporaryFolder { folder in
      let pipe = folder.appending(path: "pipe").path
      try #require(mkfifo(pipe, 0o600) == 0)
      let run = try await client.run(["--config", pipe] + words)
      #expect(run.status == 78)
      #expect(run.errors == "splitsearch: \(pipe): it is no file\n")
      #expect(try await client.run(["--config", "/dev/null"] + words).status != 78)
    }
  }

  @Test func `names the line of a configuration that is wrong`() async throws {
    try await withTemporaryFolder { folder in
      try write("# mine\nindx = 1\n", to: "splitsearch/config.toml", in: folder)
      let client = Program(
        name: "splitsearch",
        environment: ["HOME": folder.path, "XDG_CONFIG_HOME": folder.path]
      )
      let run = try await client.run("peace")
      #expect(run.status == 78)
      let message = "splitsearch/config.toml:2:1: unknown key \"indx\"; did you mean \"index\"?\n"
      #expect(run.errors.hasSuffix(message))
    }
  }
}
