// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import Testing

@Suite struct `Citations in plain text` {
  private func quotations(_ text: String) throws -> [CitedQuotation] {
    let findings = try SampleFile.read(text, as: .text)
    #expect(findings.troubles.isEmpty)
    return findings.quotations.map(\.quotation)
  }

  @Test func `prose that says how often something was cited is no stamp`() throws {
    let text = "See papers/x.txt#char=1,9 which was cited 5 times since 2010.\n"
    #expect(try quotations(text).count == 1)
  }

  @Test(arguments: ["\n", "\r\n", "\r"])
  func `a quotation, its source, its anchor and its stamp follow one another`(
    _ lineEnd: String
  ) throws {
    let lines = [
      "Words before.", "", "“The “quotation”;", " — a line of it", "",
      "  indented once more.”", "— Lüthi, Split (2008), line 7", SampleFile.anchor,
      SampleFile.stamp, "",
      "[7] An entry.",
    ]
    let text = lines.joined(separator: lineEnd)
    let found = try #require(try SampleFile.read(text, as: .text).quotations.first)
    #expect(
      found.quotation.text == "The “quotation”;\n— a line of it\n\n indented once more."
    )
    #expect(found.quotation.anchor?.description == SampleFile.anchor)
    #expect(found.quotation.digest == SampleFile.digest)
    #expect(found.line == 8)
    #expect(found.fixes.map(\.text) == [SampleFile.anchor, SampleFile.digest, "0.31"])
  }

  @Test(arguments: [
    "“Words.”\n\(SampleFile.anchor)\n",
    "“Words.”\n— Source\n<\(SampleFile.anchor)>\n",
    "“Other words, not at their end\n\nA paragraph.\n\n“Words.”\n— Source\n\(SampleFile.anchor)\n",
  ])
  func `a quotation right before an anchor belongs to it`(_ text: String) throws {
    #expect(try quotations(text).map(\.text) == ["Words."])
  }

  @Test(arguments: [
    "Words.\n\(SampleFile.anchor)\n", "“Words.” (\(SampleFile.anchor))\n",
    "“Words.”\n\n\(SampleFile.anchor)\n", "“Words.”\n— Source\nMore.\n\(SampleFile.anchor)\n",
    "\(SampleFile.anchor)", "see:\(SampleFile.anchor).", "“\(SampleFile.anchor)”",
    "x=\"\(SampleFile.anchor)\"",
  ])
  func `an anchor anywhere else stands alone`(_ text: String) throws {
    let found = try quotations(text)
    #expect(found.map(\.text) == [nil])
    #expect(found.map { $0.anchor?.description } == [SampleFile.anchor])
  }

  @Test func `a stamp may stand behind an anchor in prose`() throws {
    let found = try quotations(
      "See \(SampleFile.anchor) (\(SampleFile.stamp)). And more; and more."
    )
    #expect(found.map(\.digest) == [SampleFile.digest])
    #expect(found.map(\.lookalike) == [0.31])
  }

  @Test func `each of many anchors has its own line, quotation and stamp`() throws {
    let block = "“Words.”\n— Source\n\(SampleFile.anchor)\n\(SampleFile.stamp)\n\n"
    let findings = try SampleFile.read(String(repeating: block, count: 100), as: .text)
    #expect(findings.quotations.map(\.line) == (0..<100).map { $0 * 5 + 3 })
    #expect(findings.quotations.allSatisfy { $0.quotation.text == "Words." })
    #expect(findings.quotations.allSatisfy { $0.quotation.digest == SampleFile.digest })
  }
}
