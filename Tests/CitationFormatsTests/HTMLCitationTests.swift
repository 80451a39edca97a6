// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import Testing

@Suite struct `Citations in HTML` {
  private func quotations(_ text: String) throws -> [CitedQuotation] {
    let findings = try SampleFile.read(text, as: .html)
    #expect(findings.troubles.isEmpty)
    return findings.quotations.map(\.quotation)
  }

  @Test func `a figure is one citation, whose anchor stands there twice`() throws {
    let text = """
      <!DOCTYPE html>
      <figure class="citation">
      <blockquote cite="\(SampleFile.anchor)" data-stamp="\(SampleFile.stamp)"><p> The &lt;quotation&gt;,<br>
      a line &eacute;ach.</p></blockquote>
      <figcaption>— Lüthi, <cite>Split</cite>, <a href="\(SampleFile.anchor)">line 7</a></figcaption>
      </figure>
      """
    let findings = try SampleFile.read(text, as: .html)
    let found = try #require(findings.quotations.first)
    #expect(findings.quotations.count == 1)
    #expect(found.quotation.text == " The <quotation>,\n\na line éach.")
    #expect(found.quotation.digest == SampleFile.digest)
    #expect(found.line == 3)
    #expect(found.fixes.map(\.kind) == [.anchor, .digest, .lookalike, .anchor])
    #expect(try fault(of: findings, in: Array(text.utf8)) == nil)
  }

  @Test(arguments: [
    "<blockquote cite='\(SampleFile.anchor)'>Words.</blockquote>",
    "<blockquote cite=\(SampleFile.anchor)>\n  <p>Words.</p>\n</blockquote>",
    "<BLOCKQUOTE CITE=\"\(SampleFile.anchor)\"><p>Words.",
    "<p>He said <q cite='\(SampleFile.anchor)'>Words.</q> and went.",
    "<blockquote>Words.</blockquote><p>— <a href=\"\(SampleFile.anchor)\">there</a></p>",
    "<blockquote>Words.<footer>— \(SampleFile.anchor)</footer></blockquote>",
    "<figure><blockquote>Words.</blockquote><figcaption>\(SampleFile.anchor)</figcaption></figure>",
    "<blockquote cite='\(SampleFile.anchor)'>Wor<b>ds</b><!-- x -->.<script>x < y</script></blockquote>",
  ])
  func `a quotation has the anchor in it or behind it`(_ text: String) throws {
    let found = try quotations(text)
    #expect(found.map(\.text) == ["Words."])
    #expect(found.map { $0.anchor?.description } == [SampleFile.anchor])
  }

  @Test(arguments: [
    "<p>See <a href='\(SampleFile.anchor)'>this</a>.", "<p>See \(SampleFile.anchor).",
    "<a href='\(SampleFile.anchor)'>\(SampleFile.anchor)</a>",
    "<blockquote>Words.</blockquote><p>Prose.</p><p>\(SampleFile.anchor)</p>",
    "<p><code>\(SampleFile.anchor)</code>", "<div data-anchor='\(SampleFile.anchor)'>",
  ])
  func `an anchor anywhere else stands alone`(_ text: String) throws {
    let found = try quotations(text)
    #expect(found.map(\.text) == [nil])
    #expect(found.map { $0.anchor?.description } == [SampleFile.anchor])
  }

  @Test(arguments: [
    "<a href='https://example.org/a.txt#char=1,2'>x</a>", "<a href='#page=3'>x</a>",
    "<a href='x.html#:~:text=words'>x</a>", "<!-- \(SampleFile.anchor) -->",
    "<script>let x = '\(SampleFile.anchor)'</script>", "<style>\(SampleFile.anchor)</style>",
    "<pre>\(SampleFile.anchor)</pre>", "<a href='//example.org/a#page=2'>", "<blockquote>Words.",
  ])
  func `URLs, comments, scripts and code are none`(_ text: String) throws {
    #expect(try SampleFile.read(text, as: .html) == CitationFindings())
  }

  @Test func `JSON-LD in a script is read as JSON`() throws {
    let json =
      #"{"selector":{"type":"TextQuoteSelector","exact":"<\/b>Words."},"source":"file:///a"}"#
    let text = "<p>\n<script type=\"application/ld+json\">\(json)</script>"
    let findings = try SampleFile.read(text, as: .html)
    #expect(findings.quotations.map(\.quotation.text) == ["</b>Words."])
    #expect(findings.quotations.map(\.line) == [2])
    let broken = "<p>\n<script type=\"application/ld+json\">\n{]</script>"
    #expect(try SampleFile.read(broken, as: .html).troubles.map(\.line) == [3])
  }
}
