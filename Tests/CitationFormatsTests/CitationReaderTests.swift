// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import Testing

@Suite struct `Reading files with citations` {
  @Test(arguments: [
    ("a.md", CitationFileKind.markdown), ("A.MARKDOWN", .markdown), ("x/y.html", .html),
    ("a.htm", .html), ("a.xhtml", .html), ("a.json", .json), ("a.jsonld", .json),
    ("a.csl.json", .json), ("a.jsonl", .json), ("a.txt", .text), ("a", .text), ("a.md/b", .text),
    ("", .text), ("a.", .text),
  ])
  func `the extension tells the kind`(_ name: String, _ kind: CitationFileKind) {
    #expect(CitationFileKind(fileNamed: name, holding: Array("{}".utf8)) == kind)
  }

  @Test(arguments: [
    ("{\"a\":1}", CitationFileKind.json), ("\u{FEFF}\n [ {", .json), ("[]", .json),
    ("[1] An entry", .text), ("<!DOCTYPE HTML>", .html), ("\n<BlockQuote cite=x>", .html),
    ("<a", .text), ("", .text), ("# Heading", .text),
  ])
  func `standard input is told by its beginning`(_ text: String, _ kind: CitationFileKind) {
    #expect(CitationFileKind(fileNamed: "-", holding: Array(text.utf8)) == kind)
  }

  @Test(arguments: CitationFileKind.allCases)
  func `what is no UTF-8 is refused with its place`(_ kind: CitationFileKind) throws {
    for (bytes, line, column) in [
      (Array("é\nab".utf8) + [0xFF], 2, 3), (Array("\r\n".utf8) + [0], 2, 1),
      (Array("aé".utf8.dropLast()), 1, 2),
    ] {
      let error = #expect(throws: FileFault.self) {
        try CitationReader.read(bytes, named: "a", as: kind)
      }
      #expect(error?.code == .notText)
      #expect(error?.line == line)
      #expect(error?.column == column)
    }
  }

  @Test func `a file of more than 256 MiB is refused`() throws {
    let bytes = [UInt8](repeating: 0x20, count: CitationReader.largestFile + 1)
    let error = #expect(throws: FileFault.self) { try CitationReader.read(bytes, named: "a.md") }
    #expect(error?.code == .tooLarge)
  }

  @Test(arguments: [CitationFileKind.markdown, .text, .html])
  func `a broken anchor is told and never passed over`(_ kind: CitationFileKind) throws {
    for (anchor, reason) in [
      ("documents/a.txt#char=9,1", "before it begins"), ("documents/a.txt#char=", "cut off"),
      ("documents/a.txt#line=x", "no number"), ("documents/a.txt#char=1,2;md5=0", "32"),
      ("documents/a%2.txt#char=1,2", "%"), ("a.txt#char=1,2", "/"), ("/srv/a.txt#char=1,2", "/"),
      ("../a/b.txt#line=1,2", "beside"), ("documents/a.pdf#page=0", "page 0"),
    ] {
      let findings = try SampleFile.read("Words.\n\nSee \(anchor) there.\n", as: kind)
      #expect(findings.quotations.isEmpty)
      #expect(findings.troubles.map(\.line) == [3], "\(anchor)")
      #expect(findings.troubles.map(\.text) == [anchor])
      #expect(findings.troubles.first?.reason.contains(reason) == true, "\(findings.troubles)")
    }
  }

  @Test(arguments: CitationFileKind.allCases)
  func `a broken stamp is told, and the rest of the citation is read`(
    _ kind: CitationFileKind
  ) throws {
    for stamp in [
      "cited 2026-1-3", "cited 2026-11-30; sha256:abc", "cited 2026-11-30; look-alike 1.5",
      "sha256:\(String(repeating: "x", count: 64))", "cited 2026-11-30; so it was",
    ] {
      let text =
        switch kind {
        case .markdown: "> Words.\n>\n> — [x](\(SampleFile.anchor) \"\(stamp)\")\n"
        case .text: "“Words.”\n— S\n\(SampleFile.anchor)\n\(stamp)\n"
        case .html: "<blockquote cite=\"\(SampleFile.anchor)\" data-stamp=\"\(stamp)\">Words."
        case .json: "[\"“Words.”\\n— S\\n\(SampleFile.anchor)\\n\(stamp)\"]"
        }
      let findings = try SampleFile.read(text, as: kind)
      #expect(findings.troubles.count == 1, "\(kind) \(stamp)")
      #expect(findings.quotations.map(\.quotation.text) == ["Words."])
      #expect(findings.quotations.map(\.quotation.digest) == [nil])
    }
  }
}
