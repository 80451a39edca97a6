// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport
import Testing

/// Nothing that a document or its name says commands the terminal.
@Suite struct `Hostile text` {
  private static let commands = [
    "\u{1B}]8;;http://example.org\u{1B}\\link\u{1B}]8;;\u{1B}\\",  // OSC 8: a link
    "\u{1B}]52;c;aGVsbG8=\u{07}",  // OSC 52: the clipboard
    "\u{1B}[2J\u{1B}[31m",  // CSI: erase, colour
    "\u{9B}31m \u{9D}0;title\u{9C}",  // the same in C1
    "\u{07}\u{08}\u{7F}\u{0B}\u{0C}",
    "\u{202E}desrever\u{202C} \u{2066}isolate\u{2069} \u{2028}",
  ]

  private func withHostileDocument(_ body: (Desk) async throws -> Void) async throws {
    try await Desk.withGoodDocument { desk in
      let text =
        "# A \u{1B}[31mred\u{1B}[m title\n\n"
        + Self.commands.map { "A gibbon \($0) sings [1].\n\n" }.joined()
        + "## References\n\n[1] Primate \u{1B}]0;x\u{07}, 2001.\n"
      try desk.write(text, to: "song.md")
      try desk.write("A gibbon hides.\n", to: "new\nline\u{1B}[31m\u{202E}.txt")
      try desk.write([0x00], to: "broken\n\u{1B}[2J\u{9B}.txt")
      let sync = try await desk.sync()
      #expect(sync.status == 0)
      #expect(isSafe(sync.errors), "\(sync.errors.debugDescription)")
      #expect(isSafe(sync.output))
      #expect(sync.errors.contains("papers/broken␊␛[2J\\u{009B}.txt: binary file"))
      try await body(desk)
      try await desk.expectGoodDocument()
    }
  }

  @Test func `is escaped in an export`() async throws {
    try await withHostileDocument { desk in
      let export = try await desk.export()
      #expect(export.contains("gibbon"))
      #expect(isSafe(export))
    }
  }

  @Test func `is shown and not sent`() async throws {
    try await withHostileDocument { desk in
      let run = try await desk.client.run("--color", "never", "gibbon")
      #expect(run.status == 0)
      #expect(isSafe(run.output), "\(run.output.debugDescription)")
      #expect(isSafe(run.errors))
      #expect(run.output.contains("papers/new␊line␛[31m\\u{202E}.txt"))
      #expect(run.output.contains("␛"))
    }
  }

  @Test func `gets no colour but ours`() async throws {
    try await withHostileDocument { desk in
      let run = try await desk.client.run("--color", "always", "gibbon")
      let plain = run.output.replacing(/\u{1B}\[(0|1|2|1;31)m/, with: "")
      #expect(plain != run.output)
      #expect(isSafe(plain), "\(plain.debugDescription)")
      let colorless = try await desk.client.run("--color", "never", "gibbon")
      #expect(plain == colorless.output)
    }
  }

  @Test func `is escaped in JSON and still the same text`() async throws {
    try await withHostileDocument { desk in
      let run = try await desk.client.run("--json", "gibbon")
      #expect(isSafe(run.output))
      let hits = try #require(try run.objects().first?["hits"] as? [[String: Any]])
      let texts = hits.compactMap { ($0["passage"] as? [String: Any])?["text"] as? String }
      #expect(texts.contains { $0.contains("\u{1B}]52;c;aGVsbG8=\u{07}") })
      let paths = hits.compactMap { ($0["document"] as? [String: Any])?["path"] as? String }
      #expect(paths.contains("new\nline\u{1B}[31m\u{202E}.txt"))
    }
  }

  @Test func `from the query is shown and not sent`() async throws {
    try await Desk.withGoodDocument { desk in
      try await desk.index()
      let run = try await desk.client.run("--color=never", "\u{1B}]52;c;eA==\u{07}\u{9B}2J yeti")
      #expect(run.status == 1)
      #expect(isSafe(run.output + run.errors), "\(run.errors.debugDescription)")
    }
  }
}
