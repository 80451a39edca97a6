// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import Testing

@Suite struct `Citations in JSON` {
  private static let quote =
    #"{"type":"TextQuoteSelector","exact":"Wörds","prefix":"a ","suffix":" b"}"#
  private static let position = #"{"type":"TextPositionSelector","start":100,"end":241}"#
  private static let fragment =
    #"{"type":"FragmentSelector","conformsTo":"http://tools.ietf.org/rfc/rfc5147","#
    + #""value":"char=100,241;length=800,UTF-8"}"#

  private func only(_ text: String) throws -> FoundQuotation {
    let findings = try SampleFile.read(text, as: .json)
    #expect(findings.troubles.isEmpty)
    #expect(findings.quotations.count == 1)
    #expect(try fault(of: findings, in: Array(text.utf8)) == nil)
    return try #require(findings.quotations.first)
  }

  @Test func `a W3C annotation has all of a citation`() throws {
    let text = """
      {"@context":["http://www.w3.org/ns/anno.jsonld",{"@base":"splitsearch:"}],
       "type":"Annotation","created":"2026-11-30T00:00:00Z","motivation":"highlighting",
       "target":{"id":"\(SampleFile.anchor)","source":{"id":"file:///srv/split.txt","type":"Text"},
       "selector":[\(Self.quote),\(Self.position),\(Self.fragment)],
       "digest":"\(SampleFile.digest)","lookalike":0.5,
       "references":[{"label":"1","text":"x documents/a#char=1,2"}]}}
      """
    let found = try only(text)
    #expect(found.quotation.text == "Wörds")
    #expect(found.quotation.prefix == "a ")
    #expect(found.quotation.suffix == " b")
    #expect(found.quotation.anchor?.description == SampleFile.anchor)
    #expect(found.quotation.source == "file:///srv/split.txt")
    #expect(found.quotation.digest == SampleFile.digest)
    #expect(found.quotation.lookalike == 0.5)
    #expect(found.quotation.day == "2026-11-30")
    #expect(found.line == 3)
    #expect(found.fixes.map(\.kind) == [.anchor, .start, .end, .fragment, .digest, .lookalike])
  }

  @Test(arguments: [
    #"{"target":[{"source":"https://example.org","selector":[\#(quote)]}],"uri":"x"}"#,
    #"{"total":1,"rows":[{"uri":"x","target":[{"selector":[{"type":"RangeSelector"},\#(quote)]}]}]}"#,
    #"{"@graph":[{"oa:hasTarget":{"oa:hasSelector":\#(quote.replacing("type", with: "@type"))}}]}"#,
    #"{"selector":{"type":"FragmentSelector","value":"xywh=1","refinedBy":\#(quote)}}"#,
    #"{"selector":{"type":"TextPositionSelector","start":1,"end":2,"refinedBy":[\#(quote)]}}"#,
    quote, "[[[\(quote)]]]",
    quote.replacing("\"Text", with: "\"oa:Text"),
  ])
  func `a quote selector is found wherever it stands`(_ text: String) throws {
    let found = try only(text)
    #expect(found.quotation.text == "Wörds")
    #expect(found.quotation.suffix == " b")
    #expect(found.quotation.anchor == nil)
  }

  @Test func `a CSL item says it twice, and is one citation`() throws {
    let note = "“Words”\\n— Source\\n\(SampleFile.anchor)\\n\(SampleFile.stamp)"
    let text = """
      [{"id":"x","type":"document","note":"\(note)","custom":{"quotation":"Words","prefix":"p",
      "anchor":"\(SampleFile.anchor)","digest":"\(SampleFile.digest)","cited":"2026-11-30","lookalike":0.31,
      "source":"file:///a"}}]
      """
    let found = try only(text)
    #expect(found.quotation.text == "Words")
    #expect(found.quotation.prefix == "p")
    #expect(found.quotation.source == "file:///a")
    #expect(found.quotation.day == "2026-11-30")
    #expect(
      found.fixes.map(\.kind) == [.anchor, .digest, .lookalike, .anchor, .digest, .lookalike]
    )
  }

  @Test func `hits of a search are citations, and their texts are none`() throws {
    let hit = """
      {"anchor":"\(SampleFile.anchor)","document":{"digest":"\(SampleFile.digest)"},"passage":{"text":"Words"},
      "snippet":{"text":"documents/a#char=1,2"},"selectors":[\(Self.position),\(Self.quote)]}
      """.replacing("\n", with: "")
    let lines = "{\"qid\":\"1\",\"hits\":[\(hit),\(hit)]}\n{\"hits\":[]}\n{\"hits\":[\(hit)]}\n"
    let findings = try SampleFile.read(lines, as: .json)
    #expect(findings.troubles.isEmpty)
    #expect(findings.quotations.map(\.line) == [1, 1, 3])
    #expect(findings.quotations.allSatisfy { $0.quotation.text == "Wörds" })
    #expect(findings.quotations.allSatisfy { $0.quotation.digest == SampleFile.digest })
  }

  @Test func `an anchor in any string is found and mended through its escapes`() throws {
    let text = #"{"a":["x"],"é":"“q\u201d\n\u2014 S\ndocuments\/split.txt#char=1,2\n"}"#
    let found = try only(text)
    #expect(found.quotation.text == "q")
    let anchor = try CitationAnchor("documents/b.txt#char=3,4")
    let fixed = try CitationEditor.applying(
      [Correction(found, anchor: anchor, characters: 3..<4, digest: nil)],
      to: Array(text.utf8)
    )
    #expect(
      String(decoding: fixed, as: UTF8.self)
        == #"{"a":["x"],"é":"“q\u201d\n\u2014 S\ndocuments/b.txt#char=3,4\n"}"#
    )
  }

  @Test(arguments: [
    (#"{"selector":{"type":"TextQuoteSelector","exact":5}}"#, "'exact'"),
    (#"{"selector":{"type":"TextPositionSelector","start":5}}"#, "'start'"),
    (#"{"selector":{"type":"TextPositionSelector","start":5,"end":6.5}}"#, "whole numbers"),
    (#"{"selector":{"type":"TextPositionSelector","start":5,"end":4}}"#, "before it begins"),
    (#"{"selector":{"type":"TextPositionSelector","start":-5,"end":4}}"#, "begins"),
    (#"{"selector":{"type":"FragmentSelector","value":"char=x"}}"#, "char="),
    (#"{"selector":{"type":"FragmentSelector"}}"#, "'value'"),
    (#"{"anchor":"documents/a#char=9,1","quotation":"x"}"#, "before it begins"),
    (#"["documents/a#char="]"#, "cut off"),
  ])
  func `what is broken is told`(_ text: String, _ reason: String) throws {
    let findings = try SampleFile.read(text, as: .json)
    #expect(findings.troubles.map(\.line) == [1])
    #expect(findings.troubles.first?.reason.contains(reason) == true, "\(findings.troubles)")
  }

  @Test(arguments: [
    ("", 1, 1), ("{", 1, 2), ("[1,]", 1, 4), ("{}\n{} x", 2, 4), ("{} {}", 1, 4), ("[NaN]", 1, 2),
    ("\n\n \"é\" é", 3, 6), (#"["\ud800"]"#, 1, 3), ("[\"a\nb\"]", 1, 4), ("[1] // x", 1, 5),
    (#"{"a" "b"}"#, 1, 6),
  ])
  func `what is no JSON is refused with line and column`(
    _ text: String,
    _ line: Int,
    _ column: Int
  ) throws {
    let error = #expect(throws: FileFault.self) { try SampleFile.read(text, as: .json) }
    #expect(error?.code == .malformed)
    #expect(error?.line == line)
    #expect(error?.column == column, "\(String(describing: error))")
  }

  @Test(arguments: [
    #"{"selector":{"app":"x"},"anchor":"top","note":"C# and #12","custom":{"a":1}}"#,
    #"{"type":"Selector","start":1,"end":2}"#, #"["https://a.org/b#char=1,2"]"#, "0", "null",
    #"{"selector":{"type":"XPathSelector","value":"/html"}}"#,
  ])
  func `other JSON holds no citations`(_ text: String) throws {
    #expect(try SampleFile.read(text, as: .json) == CitationFindings())
  }
}
