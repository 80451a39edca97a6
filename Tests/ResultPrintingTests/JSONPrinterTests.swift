// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel
import ResultPrinting
import TestSupport
import Testing

@Suite struct `JSON printer` {
  private func object(_ line: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
  }

  @Test func `prints schema 1`() throws {
    let line = try JSONPrinter().line(for: SamplePage.peace)
    #expect(!line.contains("\n"))
    // One value a line, so that a difference can be read.
    let pretty = try JSONSerialization.data(
      withJSONObject: try object(line),
      options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    )
    try expectGolden(String(decoding: pretty, as: UTF8.self) + "\n", "page.json")
  }

  @Test func `has every key of an empty page, and null where nothing is filled in`() throws {
    let page = SamplePage.page(query: "a/b", hits: [])
    #expect(
      try JSONPrinter().line(for: page)
        == #"{"facets":{},"facetsOmitted":{},"hits":[],"index":{"complete":true,"revision":7},"#
        + #""matches":{"estimated":2,"lower":2,"upper":2},"notes":[],"query":"a/b","#
        + #""schema":1,"suggestion":null}"#
    )
    #expect(try object(try JSONPrinter().line(for: page, qid: "q1"))["qid"] as? String == "q1")
  }

  @Test func `tells facets, and how many values it does not`() throws {
    let facets = [
      Facet(.type, values: [.init("text/plain", count: 3), .init("text/markdown", count: 2)]),
      Facet(.document, values: [.init("a/b\u{1B}.md", count: 5)], omittedCount: 7),
      Facet(.lang, values: []),
    ]
    let line = try JSONPrinter().line(for: SamplePage.page(facets: facets, hits: []))
    #expect(
      line.hasPrefix(
        #"{"facets":{"document":[{"count":5,"value":"a/b\u001b.md"}],"lang":[],"#
          + #""type":[{"count":3,"value":"text/plain"},{"count":2,"value":"text/markdown"}]},"#
          + #""facetsOmitted":{"document":7},"hits":[]"#
      )
    )
  }

  @Test func `slices out exactly what it says, in characters`() throws {
    let hit = SamplePage.peace.hits[0]
    let page = try object(try JSONPrinter().line(for: SamplePage.peace))
    let printed = try #require((page["hits"] as? [[String: Any]])?.first)
    let scalars = Array(hit.passage.text.unicodeScalars)
    let text = { (range: [Int], offset: Int) in
      String(String.UnicodeScalarView(scalars[range[0] - offset..<range[1] - offset]))
    }
    let highlights = try #require(printed["highlights"] as? [[Int]])
    #expect(highlights.map { text($0, 0) } == ["Peaceful coexistence", "betrayal", "命"])
    let citations = try #require(printed["citations"] as? [[String: Any]])
    let ranges = citations.compactMap { ($0["range"] as? [String: [Int]])?["characters"] }
    #expect(ranges.map { text($0, 100) } == ["[2]", "[4]", "[9]"])
    let snippet = try #require(printed["snippet"] as? [String: Any])
    let range = try #require((snippet["range"] as? [String: [Int]])?["characters"])
    #expect(text(range, 100) == hit.snippet.text)
  }

  @Test func `prints an error with its hint or null`() throws {
    let printer = JSONPrinter()
    #expect(
      try printer.line(for: PrintedFailure(code: "a", message: "b", hint: "c"))
        == #"{"error":{"code":"a","hint":"c","message":"b"},"schema":1}"#
    )
    #expect(
      try printer.line(for: PrintedFailure(code: "a", message: "b"), qid: "7")
        == #"{"error":{"code":"a","hint":null,"message":"b"},"qid":"7","schema":1}"#
    )
  }

  @Test func `escapes what a terminal would obey, and keeps the value`() throws {
    let evil = "\u{1B}[2J\u{9B}1m\u{202E}\u{7F}\u{2028}\r\n é 👩‍👩‍👧"
    let line = try JSONPrinter().line(for: SamplePage.page(query: evil, hits: []))
    #expect(TerminalText.sanitize(line) == line)
    #expect(try object(line)["query"] as? String == evil)
  }

  @Test(arguments: [
    (Int64(0), "1970-01-01T00:00:00Z"), (-1, "1969-12-31T23:59:59Z"),
    (1_795_428_000_999_999_999, "2026-11-23T10:00:00Z"), (.max, "2262-04-11T23:47:16Z"),
    (.min, "1677-09-21T00:12:43Z"),
  ])
  func `prints moments in UTC, cut to seconds`(nanoseconds: Int64, printed: String) throws {
    let hit = SamplePage.peace.hits[0]
    let document = SourceDocument(
      folder: "f",
      path: hit.document.path,
      uri: "file:///f",
      title: nil,
      authors: [],
      mediaType: "text/plain",
      language: nil,
      modified: Timestamp(nanoseconds: nanoseconds),
      digest: "sha256:00",
      length: .zero,
      passageCount: 1
    )
    let moved = Hit(
      rank: 1,
      weight: .infinity,
      document: document,
      passage: hit.passage,
      anchor: hit.anchor,
      highlights: [],
      snippet: hit.snippet,
      citations: []
    )
    let line = try JSONPrinter().line(for: SamplePage.page(hits: [moved]))
    #expect(line.contains(#""modified":"\#(printed)""#))
    #expect(line.contains(#""weight":0}"#))
    #expect(line.contains(#""title":null"#))
  }
}
