// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ResultPrinting
import TestSupport
import Testing

@Suite struct `Text printer` {
  @Test func `prints for a terminal of 80 columns`() throws {
    try expectGolden(TextPrinter(columns: 80, isColored: false).hits(SamplePage.peace), "80.txt")
  }

  @Test func `prints colours for a terminal that has them`() throws {
    try expectGolden(TextPrinter(columns: 80, isColored: true).hits(SamplePage.peace), "color.txt")
  }

  @Test func `prints for a narrow terminal`() throws {
    try expectGolden(TextPrinter(columns: 30, isColored: false).hits(SamplePage.peace), "30.txt")
  }

  @Test func `wraps nothing where there is no terminal`() throws {
    try expectGolden(TextPrinter(columns: nil, isColored: false).hits(SamplePage.peace), "pipe.txt")
  }

  @Test(arguments: [1, 20, 33, 80, 200])
  func `keeps to the width but for the anchor`(columns: Int) {
    let words = String(repeating: "革命のため é👩‍👩‍👧 unbrokenunbrokenunbrokenunbroken x ", count: 9)
    let hit = SamplePage.hit(
      rank: 100_000,
      title: words,
      headings: [words, words],
      text: words,
      matching: ["unbroken"],
      citations: [("1", Reference(label: "1", text: words, url: nil)), ("2", nil)]
    )
    let printer = TextPrinter(columns: columns, isColored: false)
    for line in printer.hits(SamplePage.page(hits: [hit])).split(separator: "\n") {
      guard !line.contains("#char=") else { continue }
      let width = line.reduce(0) {
        $0 + ($1.isASCII || $1 == "·" || $1 == "–" || $1 == "…" ? 1 : 2)
      }
      let narrow = line.count { $0 == "é" || $0 == "›" }
      #expect(width - narrow <= max(columns, 20), "\(line)")
    }
  }

  @Test func `loses no character when it wraps`() throws {
    let text = "e\u{301}革命👩‍👩‍👧🇩🇪" + String(repeating: "e\u{301}革👩‍👩‍👧", count: 40)
    let hit = SamplePage.hit(
      rank: 1,
      title: "T",
      headings: [],
      text: text,
      matching: [],
      citations: []
    )
    let printed = TextPrinter(columns: 20, isColored: false).hits(SamplePage.page(hits: [hit]))
    let lines = printed.split(separator: "\n")
    let anchor = try #require(lines.firstIndex { $0.contains("#char=") })
    #expect(lines[(anchor + 1)...].map { $0.dropFirst(4) }.joined() == text)
    #expect(!printed.contains { $0.unicodeScalars.first == "\u{301}" })
  }

  @Test func `lets nothing from a document control the terminal`() {
    let evil = "\u{1B}[2J\u{9B}1m\u{202E}\rrm\n\u{7}"
    let hit = SamplePage.hit(
      rank: 1,
      folder: evil,
      path: evil,
      title: evil,
      headings: [evil],
      text: evil,
      matching: ["[2J"],
      citations: [(evil, Reference(label: evil, text: evil, url: evil)), ("x" + evil, nil)]
    )
    let page = SamplePage.page(query: evil, suggestion: evil, notes: [evil], hits: [hit])
    let printer = TextPrinter(columns: nil, isColored: false)
    let printed = printer.hits(page) + printer.remarks(page).joined()
    let controls = printed.unicodeScalars.filter { $0.properties.generalCategory == .control }
    #expect(controls.allSatisfy { $0 == "\n" })
    #expect(!printed.unicodeScalars.contains("\u{202E}"))
  }

  @Test func `survives highlights that lie outside the text`() {
    let good = SamplePage.hit(
      rank: 1,
      title: nil,
      headings: [],
      text: "short é",
      matching: [],
      citations: []
    )
    let hit = Hit(
      rank: 1,
      weight: .nan,
      document: good.document,
      passage: good.passage,
      anchor: good.anchor,
      highlights: [3..<900, 1000..<2000],
      snippet: Snippet(text: "short é", range: 5..<900, highlights: [7..<8, 900..<901]),
      citations: []
    )
    let printed = TextPrinter(columns: 80, isColored: true).hits(SamplePage.page(hits: [hit]))
    #expect(printed.contains("short"))
    #expect(throws: Never.self) { try JSONPrinter().line(for: SamplePage.page(hits: [hit])) }
  }

  @Test func `sets facets below one another`() {
    let page = SamplePage.page(
      facets: [
        Facet(.lang, values: [.init("en", count: 1204), .init("und", count: 3)]),
        Facet(.folder, values: []),
        Facet(.document, values: [.init("a/\u{1B}bcdefghijklmnop.md", count: 3)], omittedCount: 2),
      ],
      hits: []
    )
    #expect(
      TextPrinter(columns: 24, isColored: false).facets(page) == """
        Passages by language
            1,204  en
                3  und
        Passages by document
                3  a/␛bcdefghij…
                   and 2 others

        """
    )
    #expect(TextPrinter(columns: 24, isColored: false).facets(SamplePage.peace).isEmpty)
  }

  @Test func `says how to go on only where there is more`() {
    let printer = TextPrinter(columns: nil, isColored: false)
    let hits = SamplePage.peace.hits
    #expect(printer.remarks(SamplePage.peace).isEmpty)
    let more = SamplePage.page(
      matches: MatchCounts(lower: 2, estimated: 17, upper: 40),
      hits: hits
    )
    #expect(printer.remarks(more) == ["1–2 of about 17 passages; next: --offset 2"])
    let many = SamplePage.page(
      matches: MatchCounts(lower: 1000, estimated: 17_683, upper: 170_000),
      hits: hits
    )
    #expect(printer.remarks(many) == ["1–2 of about 18,000 passages; next: --offset 2"])
    let exact = SamplePage.page(
      matches: MatchCounts(lower: 17_683, estimated: 17_683, upper: 17_683),
      hits: hits
    )
    #expect(printer.remarks(exact) == ["1–2 of 17,683 passages; next: --offset 2"])
    let near = SamplePage.page(
      matches: MatchCounts(lower: 1000, estimated: 1046, upper: 1049),
      hits: [SamplePage.hit(1002)]
    )
    #expect(printer.remarks(near) == ["1002 of about 1,046 passages; next: --offset 1002"])
    let certain = SamplePage.page(
      matches: MatchCounts(lower: 3, estimated: 3, upper: 3),
      hits: hits
    )
    #expect(printer.remarks(certain) == ["1–2 of 3 passages; next: --offset 2"])
    let last = SamplePage.page(matches: certain.matches, hits: [SamplePage.hit(3)])
    #expect(printer.remarks(last) == ["3 of 3 passages"])
    let beyond = SamplePage.page(matches: certain.matches, hits: [])
    #expect(
      printer.remarks(beyond) == ["no passage here: 3 match, with --offset 0 the best first"]
    )
  }

  @Test func `says what the reader should know`() {
    let page = SamplePage.page(
      suggestion: "peace",
      notes: ["a note"],
      isComplete: false,
      matches: MatchCounts(lower: 0, estimated: 0, upper: 0),
      hits: []
    )
    let printer = TextPrinter(columns: nil, isColored: false)
    #expect(printer.hits(page).isEmpty)
    #expect(
      printer.remarks(page) == [
        "a note", "no passage found", "Did you mean: peace",
        "the index is not complete yet: there may be more",
      ]
    )
  }
}
