// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// What the quickstart indexes: a document of each kind, found by what it says.
@Suite struct `The sample documents` {
  private struct Expected {
    let query: String
    let document: String
    let headings: [String]
    /// The labels of the passage, each of which leads to an entry.
    let labels: [String]
  }

  private static let expected = [
    Expected(
      query: "прозрачность эпишура",
      document: "baikal.txt",
      headings: ["1. Вода"],
      labels: ["1", "2"]
    ),
    Expected(
      query: "household widow Hampstead",
      document: "broad-street-pump.md",
      headings: ["What Snow did", "Asking at doors"],
      labels: ["1", "1", "2"]
    ),
    Expected(
      query: "宝瓶口",
      document: "dujiangyan.txt",
      headings: ["三项主体工程", "宝瓶口"],
      labels: ["1"]
    ),
    Expected(
      query: "bassoon piano vibration",
      document: "earthworms.txt",
      headings: ["Early Observations", "Experiments Indoors"],
      labels: ["1"]
    ),
    Expected(
      query: "Harrison carpenter timekeeper Jamaica",
      document: "harrison-longitude.md",
      headings: ["Two ways", "A clock as a clock"],
      labels: ["1", "2"]
    ),
    Expected(
      query: "Spribille yeasts",
      document: "lichens.md",
      headings: ["A third partner"],
      labels: ["3"]
    ),
    Expected(
      query: "Kelvin wheels pulleys oscillations",
      document: "tides.txt",
      headings: ["Prediction"],
      labels: ["2"]
    ),
    Expected(
      query: "denunciado sentencia",
      document: "tribunal-de-las-aguas.txt",
      headings: ["EL PROCEDIMIENTO"],
      labels: ["2"]
    ),
    Expected(
      query: "Knutt Pfuhlschnepfe",
      document: "watt.md",
      headings: ["Wer darin lebt", "Die Zugvögel"],
      labels: ["^welterbe", "^reise"]
    ),
  ]

  @Test func `are found, each under its headings and with what it leans on`() async throws {
    try await Desk.with { desk in
      let run = try await desk.daemon.run(["--once", "--documents", Corpus.samples.path])
      #expect(run.status == 0, "\(run.errors)")
      for expected in Self.expected {
        let answer = try await desk.client.run("--json", "-n", "1", "--", expected.query)
        let hits = try #require(try answer.objects().first?["hits"] as? [[String: Any]])
        let hit = try #require(hits.first, "\(expected.query)")
        let document = try #require(hit["document"] as? [String: Any])
        let passage = try #require(hit["passage"] as? [String: Any])
        let citations = try #require(hit["citations"] as? [[String: Any]])
        #expect(document["path"] as? String == expected.document)
        #expect(passage["headings"] as? [String] == expected.headings)
        #expect(citations.map { $0["label"] as? String } == expected.labels)
        #expect(citations.allSatisfy { $0["reference"] is [String: Any] }, "\(expected.query)")
      }
    }
  }
}
