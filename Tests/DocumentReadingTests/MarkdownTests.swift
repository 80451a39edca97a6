// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

@Suite struct `Markdown` {
  @Test func `a heading as long as a chapter is a paragraph`() throws {
    let long = String(repeating: "word ", count: 300)
    let document = try read("# T\n\n## \(long)\n\nText.\n", as: .markdown)
    #expect(document.headings.isEmpty)
    #expect(document.blocks.count == 2)
    #expect(document.blocks.map(\.headings) == [[], []])
  }

  @Test func `the first heading of level 1 is the title, a level 2 is none`() throws {
    #expect(try read("text\n\n# A *b* `c` #\n\n# D\n\nx", as: .markdown).title == "A b c")
    #expect(try read("## A\n\ntext", as: .markdown).title == nil)
  }

  @Test func `headings nest by their level`() throws {
    let document = try read("# T\n\n## A\n\n### B\n\nb\n\n## C\n\nc", as: .markdown)
    #expect(document.blocks.map(\.headings) == [["A", "B"], ["C"]])
  }

  @Test(arguments: [
    ("## [Link](http://x.org/a_(b)) and ![img](y)", "Link and img"), ("## a_b *c*", "a_b c"),
    ("## 2 * 3 * 4", "2 * 3 * 4"), ("## [7] lives", "[7] lives"),
    ("[b]: c\n## **B** x [a][b]", "B x a"),
    ("Under\nlined\n---", "Under lined"),
  ])
  func `headings lose their markup`(_ line: String, _ text: String) throws {
    let document = try read("\(line)\n\ntext", as: .markdown)
    #expect(document.headings.map(\.text) == [text])
  }

  @Test(arguments: [
    "```\n# no\n```", "~~~\n# no\n", "    # no", "#no", "- item\n  # no", "para\n\n---\n\npara",
  ])
  func `no heading is in code, without a space or a rule`(_ text: String) throws {
    let document = try read(text, as: .markdown)
    #expect(document.headings.isEmpty)
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `items are blocks, each paragraph of theirs one`() throws {
    let document = try read("- a\n  - b\n\n  c\n- d\n\nend", as: .markdown)
    #expect(document.blockTexts == ["- a", "- b", "c", "- d", "end"])
  }

  @Test func `front matter gives title and authors and is no passage`() throws {
    let text = "---\ntitle: \"T: x\"\nauthors:\n- A\n- B\n---\n\ntext"
    let document = try read(text, as: .markdown)
    #expect(document.title == "T: x")
    #expect(document.authors == ["A", "B"])
    #expect(document.blockTexts == ["text"])
    #expect(try read("---\n\nno front matter\n\n---\n", as: .markdown).title == nil)
  }

  @Test(arguments: [
    ("title: |\n  A study\n  of rivers\nx: y", "A study of rivers"),
    ("title: >-\n  A study\nx: y", "A study"), ("# note\ntitle: A # B", "A"),
    ("title: \"A # B\" # C", "A # B"), ("tags:\n  title: x\ntitle: A", "A"), ("title: C#", "C#"),
  ])
  func `front matter gives a title in all the ways of YAML`(_ block: String, _ title: String) throws
  {
    let document = try read("---\n\(block)\n---\n\ntext", as: .markdown)
    #expect(document.title == title)
    #expect(document.blockTexts == ["text"])
  }

  @Test func `front matter gives authors of whom it says more than the name`() throws {
    let authors = "author:\n- name: A\n  affiliation: X\n- affiliation: Y\n  name: B\n- C\n"
    #expect(try read("---\n\(authors)---\n\nx", as: .markdown).authors == ["A", "B", "C"])
  }

  @Test(arguments: [
    ("Aim {#sec:aim .x}", "Aim"), ("Aim {-}", "Aim"), ("Aim {.unnumbered}", "Aim"),
    ("The set {1}", "The set {1}"), ("{#x}", ""),
  ])
  func `headings are called without their attributes`(_ line: String, _ name: String) throws {
    let document = try read("# T\n\n## \(line)\n\ntext", as: .markdown)
    #expect(document.headings.map(\.text) == (name.isEmpty ? [] : [name]))
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `a heading with nothing under it is a block as well`() throws {
    let document = try read("# T\n\n## A\n\n## B\n\nb", as: .markdown)
    #expect(document.blockTexts == ["## A", "b"])
    #expect(document.headings.map(\.text) == ["A", "B"])
  }

  @Test func `a rule goes with the block before it`() throws {
    #expect(try read("a\n\n* * *\n\nb", as: .markdown).blockTexts == ["a\n\n* * *", "b"])
  }

  @Test func `long lines without blank lines between are a paragraph each`() throws {
    let line = String(repeating: "It was so, and it stayed so for a good many years. ", count: 6)
      .trimmingCharacters(in: .whitespaces)
    let document = try read("# T\n\n\(line)\n*\(line)*\n\nAn ordinary\nparagraph", as: .markdown)
    #expect(document.blockTexts == [line, "*\(line)*", "An ordinary\nparagraph"])
    #expect(structuralFault(of: document) == nil)
  }
}
