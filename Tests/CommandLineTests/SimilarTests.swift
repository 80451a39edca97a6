// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Testing

@Suite struct `Similar passages` {
  private func withThreeDocuments(_ body: (Desk) async throws -> Void) async throws {
    try await Desk.with { desk in
      try desk.write("Marmots whistle when an eagle circles above the meadow.\n", to: "a.txt")
      try desk.write("An eagle circles, and every marmot on the meadow hides.\n", to: "b.txt")
      try desk.write("Harbours silt up unless they are dredged, eagle or not.\n", to: "c.txt")
      try await desk.sync()
      try await body(desk)
    }
  }

  @Test func `are found by the number of a hit`() async throws {
    try await withThreeDocuments { desk in
      let first = try await desk.client.run("whistle")
      #expect(first.status == 0)
      let run = try await desk.client.run("similar", "1")
      #expect(run.status == 0, "\(run.errors)")
      let paths = run.output.split(separator: "\n").filter { $0.contains("#char=") }
      #expect(paths.count == 2)
      #expect(paths.first?.contains("papers/b.txt") == true)
    }
  }

  @Test func `are found by an anchor, in another index than the last`() async throws {
    try await withThreeDocuments { desk in
      let run = try await desk.client.run("similar", "papers/b.txt#char=0,5", "--json")
      let answer = try #require(try run.objects().first)
      let hits = try #require(answer["hits"] as? [[String: Any]])
      let paths = hits.compactMap { ($0["document"] as? [String: Any])?["path"] as? String }
      #expect(paths == ["a.txt", "c.txt"])
    }
  }

  @Test func `are found for a whole document, by words that stand in few of its passages`()
    async throws
  {
    try await withThreeDocuments { desk in
      let long = (0..<30).map { "Paragraph \($0) tells of nothing.\n\n" }.joined()
      try desk.write(long + "Here a marmot whistles once.\n", to: "long.txt")
      try await desk.sync()
      let run = try await desk.client.run("similar", "papers/long.txt")
      #expect(run.status == 0, "\(run.errors)")
    }
  }

  @Test(arguments: [
    (["similar"], 64, "takes an anchor"),
    (["similar", "triangles", "are"], 64, "splitsearch search similar triangles are"),
    (["similar", "marmots"], 64, "no anchor"),
    (["similar", "3"], 64, "no search yet"),
    (["similar", "notes/a.txt#char=0,5"], 2, "no folder 'notes'"),
    (["similar", "papers/z.txt#char=0,5"], 2, "no document 'papers/z.txt'"),
    (["similar", "papers/a.txt#char=900,905"], 2, "the text has 56 characters"),
    (["similar", "papers/a.txt#line=900,905"], 2, "at line=900,905"),
    (["similar", "papers/a.txt#page=3"], 2, "a text without pages"),
    (["similar", "file:///papers/a.txt"], 64, "it is a URL (file:) (at character 1)"),
  ])
  func `say what is wrong`(_ arguments: [String], _ status: Int32, _ text: String) async throws {
    try await withThreeDocuments { desk in
      let run = try await desk.client.run(arguments)
      #expect(run.status == status)
      #expect(run.errors.contains(text), "\(run.errors)")
    }
  }

  @Test func `are of the last search: a number that it did not print is none`() async throws {
    try await withThreeDocuments { desk in
      _ = try await desk.client.run("whistle")
      let run = try await desk.client.run("similar", "2")
      #expect(run.status == 64)
      #expect(run.errors.contains("'whistle', printed hits 1 to 1, no 2"), "\(run.errors)")
      _ = try await desk.client.run("nowhere")
      let none = try await desk.client.run("similar", "1")
      #expect(none.errors.contains("'nowhere', printed no hits, no 1"), "\(none.errors)")
    }
  }

  @Test func `make no home for a user who has none`() async throws {
    try await withThreeDocuments { desk in
      var desk = desk
      let home = desk.root.appending(path: "no/home")
      desk.environment["HOME"] = home.path
      let run = try await desk.client.run("whistle")
      #expect(run.status == 0)
      #expect(!FileManager.default.fileExists(atPath: home.path))
    }
  }

  @Test func `are searched for all the same where nothing can be kept`() async throws {
    try await withThreeDocuments { desk in
      try "a file".write(
        to: desk.root.appending(path: ".local"),
        atomically: true,
        encoding: .utf8
      )
      let run = try await desk.client.run("whistle")
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
    }
  }
}
