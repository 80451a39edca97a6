// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// The document that everything began with, from file to answer.
@Suite struct `The seed document` {
  private func withSeed(_ body: (Desk) async throws -> Void) async throws {
    try await Desk.with { desk in
      try desk.write(try Corpus.text("sino-soviet-split.txt"), to: "sino-soviet-split.txt")
      try await desk.index()
      try await body(desk)
    }
  }

  @Test func `is parted as its author parted it`() async throws {
    try await withSeed { desk in
      let lines = try await desk.daemon.run("export").objects()
      let document = try #require(lines.first?["document"] as? [String: Any])
      #expect(document["title"] as? String == "Sino-Soviet split")
      let passages = lines.compactMap { $0["passage"] as? [String: Any] }
      #expect(passages.count == document["passages"] as? Int)

      var paths: [[String]] = []
      for passage in passages {
        let path = try #require(passage["headings"] as? [String])
        if path != paths.last { paths.append(path) }
        let text = try #require(passage["text"] as? String)
        #expect(text.split(whereSeparator: \.isWhitespace).count <= 200)
      }
      #expect(
        paths == [
          [],
          ["Historical Background", "Pre-1949 Sino-Soviet Interactions"],
          ["Historical Background", "Formation of the Alliance Under Stalin"],
          ["Ideological and Strategic Divergences", "Soviet Revisionism Post-Stalin"],
        ]
      )
      let citations = passages.flatMap { $0["citations"] as? [[String: Any]] ?? [] }
      let labels = citations.compactMap { $0["label"] as? String }
      #expect(labels.count == 25)
      #expect(Set(labels).count == 17)
    }
  }

  @Test func `is not found by the labels of its citations`() async throws {
    try await withSeed { desk in
      // A passage may hold the number itself, too.
      for label in 1...17 {
        let run = try await desk.client.run("--json", "\(label)")
        let hits = try #require(try run.objects().first?["hits"] as? [[String: Any]])
        for hit in hits {
          let passage = try #require(hit["passage"] as? [String: Any])
          let text = try #require(passage["text"] as? String).replacing(/\[\d+\]/, with: " ")
          let words = text.split { !$0.isLetter && !$0.isNumber }
          #expect(words.contains("\(label)"), "\(label): \(text)")
        }
      }
    }
  }

  @Test func `answers people as ever`() async throws {
    try await withSeed { desk in
      let run = try await desk.client.run("-n", "3", "peaceful", "coexistence")
      #expect(run.status == 0)
      try expectGolden(run.output, "seed.txt")
      let phrase = try await desk.client.run("\"peaceful coexistence\"")
      try expectGolden(phrase.output, "seed-phrase.txt")
    }
  }

  @Test func `answers programs as ever`() async throws {
    try await withSeed { desk in
      let run = try await desk.client.run("--json", "-n", "3", "peaceful", "coexistence")
      let page = run.output
        .replacing(/"uri":"[^"]*"/, with: "\"uri\":\"URI\"")
        .replacing(/"modified":"[^"]*"/, with: "\"modified\":\"TIME\"")
      try expectGolden(page, "seed.json")
    }
  }
}
