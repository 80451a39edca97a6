// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import Testing

@Suite("Rewriting citations in a file") struct CitationEditorTests {
  static let files: [(kind: CitationFileKind, text: String)] = [
    (
      .markdown,
      "\u{FEFF}# T\r\n\r\n> Words.\r\n>\r\n> — [x](<\(SampleFile.anchor)> '\(SampleFile.stamp)')\r\n"
    ),
    (
      .markdown,
      "> W\n\n`\(SampleFile.anchor)`, [y][z] and \(SampleFile.anchor).\n\n[z]: \(SampleFile.anchor)\n"
    ),
    (.text, "See docs/Über.txt#char=01,2.\n"),
    (.text, "\u{FEFF}“é”\r— S\r\(SampleFile.anchor)\r\(SampleFile.stamp)\r"),
    (
      .html,
      "<blockquote cite=\(SampleFile.anchor)>W</blockquote>\r\n<a href='\(SampleFile.anchor)'>x</a>"
    ),
    (.html, "<q cite='documents&#x2F;a.txt#char=1,2' data-stamp='\(SampleFile.stamp)'>W</q>"),
    (
      .json,
      "\u{FEFF}{\"target\" : {\"id\":\"documents\\/a.txt#char=1,2\",\r\n \"selector\":"
        + "{\"type\":\"TextPositionSelector\",\"start\": 1 ,\"end\":2,\"refinedBy\":"
        + "{\"type\":\"FragmentSelector\",\"value\":\"char=1,2\"}},\"digest\":\"\(SampleFile.digest)\"}}\r\n"
    ),
  ]

  @Test(arguments: files.indices)
  func `the same places leave a file as it is, byte for byte`(_ index: Int) throws {
    let bytes = Array(Self.files[index].text.utf8)
    let findings = try CitationReader.read(bytes, named: "a", as: Self.files[index].kind)
    #expect(!findings.quotations.isEmpty)
    let corrections = try findings.quotations.map { found in
      let anchor = try #require(found.quotation.anchor)
      let start = found.fixes.first { $0.kind == .start }.flatMap { Int($0.text) }
      let end = found.fixes.first { $0.kind == .end }.flatMap { Int($0.text) }
      return Correction(
        found,
        anchor: anchor,
        characters: (start ?? 0)..<(end ?? 0),
        digest: found.quotation.digest
      )
    }
    #expect(try CitationEditor.applying(corrections, to: bytes) == bytes)
    #expect(try CitationEditor.applying([], to: bytes) == bytes)
  }

  @Test func `a look-alike in JSON is written anew, and one that says the same is not`() throws {
    let anchor = try CitationAnchor("docs/a.txt#char=1,2")
    for (old, new) in [("0.2", "1.00"), ("1", "1"), ("1.0", "1.0")] {
      let text =
        "{\"anchor\": \"docs/a.txt#char=1,2\", \"quotation\": \"W\", \"lookalike\": \(old)}"
      let bytes = Array(text.utf8)
      let findings = try CitationReader.read(bytes, named: "a", as: .json)
      let corrections = findings.quotations.map {
        Correction($0, anchor: anchor, characters: 1..<2, digest: nil, lookalike: 1)
      }
      let fixed = String(
        decoding: try CitationEditor.applying(corrections, to: bytes),
        as: UTF8.self
      )
      #expect(fixed == text.replacing(": \(old)}", with: ": \(new)}"))
    }
  }

  @Test(arguments: files.indices)
  func `new places are written, and read back`(_ index: Int) throws {
    let bytes = Array(Self.files[index].text.utf8)
    let kind = Self.files[index].kind
    let findings = try CitationReader.read(bytes, named: "a", as: kind)
    let anchor = try CitationAnchor("docs/b%20c.txt#char=12345,67890;length=100000,UTF-8")
    let digest = "sha256:" + String(repeating: "f", count: 64)
    let fixed = try CitationEditor.applying(
      findings.quotations.map {
        Correction($0, anchor: anchor, characters: 12345..<67890, digest: digest, lookalike: 0.77)
      },
      to: bytes
    )
    let again = try CitationReader.read(fixed, named: "a", as: kind)
    #expect(again.troubles.isEmpty)
    #expect(again.quotations.count == findings.quotations.count)
    for (new, old) in zip(again.quotations, findings.quotations) {
      #expect(new.quotation.anchor == anchor)
      #expect(new.quotation.text == old.quotation.text)
      #expect(new.quotation.day == old.quotation.day)
      #expect(new.quotation.digest == (old.quotation.digest == nil ? nil : digest))
      #expect(new.line == old.line)
      let texts: [FixPlace.Kind: String] = [
        .anchor: anchor.description, .start: "12345", .end: "67890", .digest: digest,
        .fragment: "char=12345,67890;length=100000,UTF-8", .lookalike: "0.77",
      ]
      #expect(new.fixes.allSatisfy { $0.text == texts[$0.kind] })
    }
    #expect(outside(findings, of: bytes) == outside(again, of: fixed))
  }

  /// The bytes of a file that no fix rewrites.
  private func outside(_ findings: CitationFindings, of bytes: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    var reached = 0
    for place in findings.quotations.flatMap(\.fixes).sorted(by: {
      $0.range.lowerBound < $1.range.lowerBound
    }) {
      rest += bytes[reached..<place.range.lowerBound]
      reached = place.range.upperBound
    }
    return rest + bytes[reached...]
  }

  @Test func `a file that is shorter than it was is not touched`() throws {
    let text = "See \(SampleFile.anchor)\n"
    let found = try #require(try SampleFile.read(text, as: .text).quotations.first)
    let correction = Correction(
      found,
      anchor: try CitationAnchor("a/b#char=1,2"),
      characters: 1..<2,
      digest: nil
    )
    let error = #expect(throws: FileFault.self) {
      try CitationEditor.applying([correction], to: Array(text.utf8.prefix(20)))
    }
    #expect(error?.code == .changed)
  }
}
