// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import Testing

@Suite struct `Citations in Markdown` {
  private func quotations(_ text: String) throws -> [CitedQuotation] {
    let findings = try SampleFile.read(text, as: .markdown)
    #expect(findings.troubles.isEmpty)
    return findings.quotations.map(\.quotation)
  }

  @Test func `a block quotation ends with the link that says where it is from`() throws {
    let text = """
      Before it.

      > The first line,
      > with \\*markup\\* &amp; more.
      >
      > Another paragraph.
      >
      > — Lüthi, *Split* (2008), [line 7](\(SampleFile.anchor) "\(SampleFile.stamp)")

      Behind it.
      """
    let found = try #require(try SampleFile.read(text, as: .markdown).quotations.first)
    #expect(
      found.quotation.text
        == "The first line,\nwith *markup* & more.\n\nAnother paragraph."
    )
    #expect(found.quotation.anchor?.description == SampleFile.anchor)
    #expect(found.quotation.digest == SampleFile.digest)
    #expect(found.quotation.day == "2026-11-30")
    #expect(found.quotation.lookalike == 0.31)
    #expect(found.line == 8)
    #expect(found.fixes.map(\.kind) == [.anchor, .digest, .lookalike])
    #expect(found.fixes.map(\.text) == [SampleFile.anchor, SampleFile.digest, "0.31"])
  }

  @Test func `what stands between two tildes is not struck out`() throws {
    let anchors = ["a/b#char=1,2:~:text=one", "a/c#char=3,4:~:text=two"]
    let text = "See \(anchors[0]) and \(anchors[1]).\n"
    #expect(try quotations(text).map { $0.anchor?.description } == anchors)
  }

  @Test func `an anchor that looks like a link by itself is found once`() throws {
    // CommonMark takes `<du:…>` for a URL.
    let text = "<du:cuments/split.txt#char=100,241;length=800,UTF-8>\n"
    #expect(try quotations(text).count == 1)
  }

  @Test func `white space that is written as references is part of the quotation`() throws {
    let text =
      "> &#32;&#9;words&#10;&#10;&#10;more&#32;\n>\n> — T, [line 1](\(SampleFile.anchor))\n"
    #expect(try quotations(text).map(\.text) == [" \twords\n\n\nmore "])
  }

  @Test(arguments: [
    "> Words of it.\n\nSee \(SampleFile.anchor).\n",
    "> Words of it.\n\n<\(SampleFile.anchor)>\n",
    "> Words of it.\n\n`\(SampleFile.anchor)`\n",
    "> Words of it.\n\n[there](\(SampleFile.anchor))\n",
    "> Words of it.\n\n[there][1]\n\n[1]: \(SampleFile.anchor) \"\(SampleFile.stamp)\"\n",
    "> Words of it.\n>\n> \(SampleFile.anchor)\n",
    "> Words of it.\n> — Author, \(SampleFile.anchor)\n",
    "> Words of it.\n> [there](<\(SampleFile.anchor)>)\n",
    "> Words of it.\n\(SampleFile.anchor)\n",
    "- > Words of it.\n\n  \(SampleFile.anchor)\n",
    "> > Words of it.\n>\n> \(SampleFile.anchor)\n",
    "> Words of it.\r\n>\r\n> — A, [line\r\n> 7](\(SampleFile.anchor)\r\n> \"\(SampleFile.stamp)\")\r\n",
    "> Words of it.\r\r\(SampleFile.anchor)\r",
  ])
  func `what people write belongs together, too`(_ text: String) throws {
    let found = try quotations(text)
    #expect(found.map(\.text) == ["Words of it."])
    #expect(found.map { $0.anchor?.description } == [SampleFile.anchor])
    #expect(found.first?.digest == (text.contains("sha256") ? SampleFile.digest : nil))
  }

  @Test(arguments: [
    "> Words.\n\n# Heading \(SampleFile.anchor)\n",
    "> Words.\n\nA paragraph.\n\n\(SampleFile.anchor)\n",
    "- > Words.\n- \(SampleFile.anchor)\n",
    "> One paragraph with \(SampleFile.anchor) in it.\n",
    "“Words” \(SampleFile.anchor)\n",
    "[1]: \(SampleFile.anchor)\n",
    "<a href=\"\(SampleFile.anchor)\">x</a>\n",
    "a <b title='\(SampleFile.anchor)'>x</b>\n",
    "| a | b |\n|---|---|\n| x | \(SampleFile.anchor) |\n",
  ])
  func `an anchor that no quotation stands before stands alone`(_ text: String) throws {
    let found = try quotations(text)
    #expect(found.map(\.text) == [nil])
    #expect(found.map { $0.anchor?.description } == [SampleFile.anchor])
  }

  @Test(arguments: [
    "```\n\(SampleFile.anchor)\n```\n", "    \(SampleFile.anchor)\n",
    "[x](https://example.org/a.txt#char=1,2)\n", "<https://example.org/a/b#page=3>\n",
    "# Heading\n\nIssue #12, C#, #char, a#b and [x](#page=3) and [y](other.pdf#page=3).\n",
    "[x](../papers/other.pdf#page=3)\n", "file:///srv/a.txt#char=1,2\n",
    "www.example.org/a#:~:text=words\n",
  ])
  func `code, URLs and prose are no anchors`(_ text: String) throws {
    #expect(try SampleFile.read(text, as: .markdown) == CitationFindings())
  }

  @Test func `markup in an anchor is told`() throws {
    let findings = try SampleFile.read("See docs/*a*.txt#char=1,2 there.\n", as: .markdown)
    #expect(findings.quotations.isEmpty)
    #expect(findings.troubles.map(\.text) == ["docs/a.txt#char=1,2"])
  }

  /// Found by `scripts/fuzz citations`: the markup would have been written over.
  @Test func `markup in a digest is told`() throws {
    let text =
      "See \(SampleFile.anchor) (cited 2026-11-30; s</q>\(SampleFile.digest.dropFirst())).\n"
    let findings = try SampleFile.read(text, as: .markdown)
    #expect(findings.quotations.map(\.quotation.digest) == [nil])
    #expect(findings.quotations.flatMap(\.fixes).map(\.kind) == [.anchor])
    #expect(findings.troubles.count == 1)
  }

  @Test func `of two anchors behind a quotation the first is its own`() throws {
    let other = "documents/other.txt#line=1,2"
    let found = try quotations("> Words.\n\n\(SampleFile.anchor) and \(other)\n")
    #expect(found.map(\.text) == ["Words.", nil])
    #expect(found.map { $0.anchor?.description } == [SampleFile.anchor, other])
  }

  @Test func `escapes in a destination are read and written`() throws {
    let text = "[x](documents/a\\_b&amp;c.txt#char=1,2)\n"
    let found = try #require(try SampleFile.read(text, as: .markdown).quotations.first)
    #expect(found.quotation.anchor?.path.description == "a_b&c.txt")
    let anchor = try CitationAnchor("documents/a.txt#char=3,4")
    let fixed = try CitationEditor.applying(
      [Correction(found, anchor: anchor, characters: 3..<4, digest: nil)],
      to: Array(text.utf8)
    )
    #expect(String(decoding: fixed, as: UTF8.self) == "[x](documents/a.txt#char=3,4)\n")
  }
}
