// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

struct `The seed article` {
  private static let seed = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Corpus/samples/sino-soviet-split.txt")

  private func withSeed(_ body: (Workshop) async throws -> Void) async throws {
    try await Workshop.lend { workshop in
      try workshop.add(try String(contentsOf: Self.seed, encoding: .utf8), as: "seed.txt")
      try await workshop.sync()
      try await body(workshop)
    }
  }

  private func passages(_ workshop: Workshop) async throws -> [[String: Any]] {
    try await workshop.daemon.run("export").objects()
      .compactMap { $0["passage"] as? [String: Any] }
      .filter { $0["document"] as? String == "documents/seed.txt" }
  }

  @Test
  func `has its title and exactly its heading paths`() async throws {
    try await withSeed { workshop in
      let title = try await workshop.daemon.run("export").objects()
        .compactMap { ($0["document"] as? [String: Any])?["title"] as? String }
      #expect(title == ["Sino-Soviet split"])
      var paths: [[String]] = []
      for passage in try await passages(workshop) {
        let path = try #require(passage["headings"] as? [String])
        if paths.last != path { paths.append(path) }
      }
      #expect(
        paths == [
          [],
          ["Historical Background", "Pre-1949 Sino-Soviet Interactions"],
          ["Historical Background", "Formation of the Alliance Under Stalin"],
          ["Ideological and Strategic Divergences", "Soviet Revisionism Post-Stalin"],
        ]
      )
    }
  }

  @Test
  func `has 25 markers with 17 labels, and no passage over 200 words`() async throws {
    try await withSeed { workshop in
      let passages = try await passages(workshop)
      let labels = passages.flatMap { passage in
        (passage["citations"] as? [[String: Any]] ?? []).compactMap { $0["label"] as? String }
      }
      #expect(labels.count == 25)
      #expect(Set(labels).count == 17)
      for passage in passages {
        let text = try #require(passage["text"] as? String)
        #expect(text.split(whereSeparator: \.isWhitespace).count <= 200)
      }
      // These stand in the text as markers only.
      for label in ["6", "7", "11", "13", "15", "17"] {
        try #expect(await workshop.paths(label).isEmpty, "\(label)")
      }
    }
  }

  @Test
  func `answers as it did`() async throws {
    try await withSeed { workshop in
      let run = try await workshop.client.run("peaceful", "coexistence")
      try expectGolden(run.output, "seed.txt")
      let json = try await workshop.client.run("--json", "-n", "1", "peaceful", "coexistence")
      let stable = json.output.replacing(/"uri":"[^"]*"/, with: "\"uri\":\"…\"")
        .replacing(/"modified":"[^"]*"/, with: "\"modified\":\"…\"")
      try expectGolden(stable, "seed.json")
    }
  }
}

struct `A library over time` {
  @Test
  func `a second sync reads nothing, and edits, renames and deletions show`() async throws {
    try await Workshop.lend { workshop in
      try workshop.add("A treaty of friendship.\n", as: "treaty.txt")
      try await workshop.sync()
      var again = try await workshop.sync()
      // Files younger than a tick of the clock are read once more.
      while !again.output.hasPrefix("Documents: 2 unchanged.\n") || again.output.contains("Read") {
        again = try await workshop.sync()
      }
      let files = FileManager.default
      try files.moveItem(
        at: workshop.documents.appending(path: "treaty.txt"),
        to: workshop.documents.appending(path: "pact.txt")
      )
      try workshop.add("Bad news of war.\n", as: "good.txt")
      let changed = try await workshop.sync()
      #expect(changed.output.hasPrefix("Documents: 1 changed, 1 moved."))
      try #expect(await workshop.paths("treaty") == ["pact.txt"])
      try #expect(await workshop.paths("peace").isEmpty)
      try files.removeItem(at: workshop.documents.appending(path: "pact.txt"))
      try #expect(await workshop.sync().output.hasPrefix("Documents: 1 gone"))
      try #expect(await workshop.paths("treaty").isEmpty)
    }
  }

  @Test
  func `folders of one name are told apart`() async throws {
    try await Workshop.lend { workshop in
      try write("Peace elsewhere.\n", to: "other/documents/good.txt", in: workshop.folder)
      try await workshop.sync("--documents", "other/documents")
      let run = try await workshop.client.run("peace")
      #expect(run.output.contains("documents/good.txt#char="))
      #expect(run.output.contains("documents-2/good.txt#char="))
      // In whatever order they are given next time.
      try await workshop.daemon.run(
        ["--once", "--documents", "other/documents", "--documents", "documents"]
      ).expect(status: 0)
      let again = try await workshop.client.run("elsewhere")
      #expect(again.output.contains("documents-2/good.txt#char="))
    }
  }

  @Test
  func `killed in the middle, it goes on and equals a fresh index`() async throws {
    try await Workshop.lend { workshop in
      for number in 0..<1_500 {
        try workshop.add(
          "# Paper \(number)\n\nOf peace, war and number \(number).[1]\n",
          as: "papers/\(number % 40)/\(number).md"
        )
      }
      for _ in 0..<3 {
        try await workshop.daemon.runUntilKilled("--once", "--documents", "documents") {
          FileManager.default.fileExists(
            atPath: workshop.index.appending(path: "generation-000001/iamglass")
              .path(percentEncoded: false)
          )
        }
      }
      try #expect(await workshop.sync().status == 0)
      try #expect(await workshop.daemon.run("check").status == 0)
      let grown = try await workshop.export()
      let fresh = workshop.folder.appending(path: "fresh").path(percentEncoded: false)
      try await workshop.sync("--index", fresh)
      try #expect(await workshop.daemon.run("export", "--index", fresh).output == grown)
      #expect(grown.split(separator: "\n").count == 2 * 1_501)
    }
  }
}
