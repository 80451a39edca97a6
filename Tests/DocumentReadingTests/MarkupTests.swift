// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

/// What is left of each block when its markup is taken out.
private func words(of text: String) throws -> [String] {
  let document = try read(text, as: .markdown)
  #expect(structuralFault(of: document) == nil)
  return document.blocks.map { block in
    var hidden = Set<Int>()
    for range in document.markup { hidden.formUnion(range) }
    let kept = block.range.filter { !hidden.contains($0) }.map { document.text.utf8[$0] }
    return kept.lineOfText(in: 0..<kept.count)
  }
}

@Suite struct `Markup of Markdown` {
  @Test(arguments: [
    ("a **b** _c_ ~~d~~ `e` f", ["a b c d e f"]),
    ("snake_case and 2 * 3 * 4", ["snake_case and 2 * 3 * 4"]),
    (#"\*not\* \[1\]"#, ["*not* [1]"]),
    ("see [the text](http://x.org/a_(b) \"Title\") here", ["see the text here"]),
    ("see ![the image](y.png) here", ["see the image here"]),
    ("see <http://x.org> and http://y.org", ["see http://x.org and http://y.org"]),
    ("see [the text][x]\n\n[x]: http://x.org", ["see the text"]),
    ("see [no link][x]", ["see [no link][x]"]),
    ("R&amp;D and A &lt; B", ["RD and A B"]),
    ("a <b>bold</b><br/> word <!-- not this --> end", ["a bold word end"]),
    ("- one\n- [x] two\n  * three", ["one", "two", "three"]),
    ("1. one\n2) two", ["one", "two"]),
    ("> quoted\n> text\nlazily", ["quoted text lazily"]),
    ("| A | B |\n|---|:-:|\n| c | `d` |", ["A B c d"]),
    ("```swift\nlet a = 1\n```", ["let a = 1"]),
    ("> ~~~\n> code\n> ~~~", ["code"]),
    ("<div class=\"x\">\n<p>Some words</p>\n</div>", ["Some words"]),
    ("text\n\n***\n\nmore", ["text", "more"]),
    ("a  \nb\\\nc", ["a b c"]),
  ])
  func `holds no words`(_ text: String, _ expected: [String]) throws {
    #expect(try words(of: text).filter { !$0.isEmpty } == expected)
  }

  @Test func `of a heading without text under it is markup of its block`() throws {
    #expect(try words(of: "text\n\n## **A** ##") == ["text", "A"])
    #expect(try words(of: "text\n\nA\n---") == ["text", "A"])
  }

  @Test func `headings in quotations and items are text`() throws {
    let document = try read("> # Quoted\n\n- # Item\n\ntext", as: .markdown)
    #expect(document.headings.isEmpty)
    #expect(document.title == nil)
    #expect(document.blockTexts == ["> # Quoted", "- # Item", "text"])
  }

  @Test func `what a heading is called has no markup`() throws {
    let document = try read("## R&amp;D, *or* &#8220;it&#8221; [here](x)\n\ntext", as: .markdown)
    #expect(document.headings.map(\.text) == ["R&D, or “it” here"])
  }

  @Test func `definitions of links are in no block`() throws {
    let document = try read("[a] text\n\n[a]: http://x.org\n  \"Title\"\n\nmore", as: .markdown)
    #expect(document.blockTexts == ["[a] text", "more"])
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `a paragraph of a footnote belongs to it`() throws {
    let document = try read("a[^1]\n\n[^1]: One.\n\n    Two.\n\nb", as: .markdown)
    #expect(!document.blockTexts.contains("Two."))
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `a table of more cells than bytes is text`() throws {
    let wide = String(repeating: "a|", count: 400) + "\n" + String(repeating: "-|", count: 400)
    let document = try read(wide + String(repeating: "\n|", count: 2_000), as: .markdown)
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `front matter gives language and date`() throws {
    let text = "---\nlang: de\ndate: 2024-05-01\n---\n\nText.\n"
    let document = try read(text, as: .markdown)
    #expect(document.language == "de")
    #expect(document.date == "2024-05-01")
    #expect(document.title == nil)
    #expect(document.blockTexts == ["Text."])
  }

  @Test func `front matter may be TOML`() throws {
    let text =
      "+++\ntitle = \"A note\" # so\nauthors = [\"Ann\", \"Bo\"]\ndate = 2024-05-01\n+++\n\nText.\n"
    let document = try read(text, as: .markdown)
    #expect(document.title == "A note")
    #expect(document.authors == ["Ann", "Bo"])
    #expect(document.date == "2024-05-01")
    #expect(document.blockTexts == ["Text."])
  }

  @Test func `a block of HTML that is one heading is a heading`() throws {
    let text = "<h1 align=\"center\">fast<b>graph</b></h1>\n\nText.\n\n<h2>Use</h2>\n\nMore.\n"
    let document = try read(text, as: .markdown)
    #expect(document.title == "fastgraph")
    #expect(document.headings.map(\.text) == ["Use"])
    #expect(document.headings.map(\.level) == [2])
    #expect(structuralFault(of: document) == nil)
  }
}
