// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5))) struct `Hostile files with citations` {
  private static func times(_ count: Int, _ text: String) -> String {
    String(repeating: text, count: count)
  }

  private static let anchor = SampleFile.anchor

  static let texts: [String] = [
    times(10_000, ">") + " " + anchor, times(10_000, "> ") + "a\n\n" + anchor,
    times(10_000, "[") + times(10_000, "]"), times(5_000, "[a](b "), times(3_000, "{\"a\":"),
    times(10_000, "{"), times(5_000, "{}\n"), times(3_000, "[\(anchor)]("),
    times(5_000, "<blockquote>"), times(300, "<q cite='\(anchor)'>x"),
    "<a " + times(3_000, "b=c ") + "href='\(anchor)'>", "<a href='" + times(10_000, "x"),
    times(5_000, "</blockquote>"), times(5_000, "<!--"), times(5_000, "<!"),
    times(5_000, "&amp;"),
    times(5_000, "&notareference"), times(5_000, "<script>"), times(5_000, "\r"),
    times(10_000, "#char="), times(5_000, "a/#char=1"), times(10_000, "a") + "#char=1,2",
    "a/b#char=" + times(10_000, "1"), "a/b#:~:text=" + times(10_000, "x"),
    times(2_000, "“a\n"), times(2_000, "“a”\n\(anchor)\n"), times(10_000, "“"),
    times(2_000, "cited 2026-01-01; "), anchor + times(2_000, " sha256:"),
    times(500, "> \(anchor)\n\n"), times(500, "[a]: \(anchor)\n\n[a]\n\n"),
    "[a]: \(anchor)\n\n" + times(500, "[a]\n\n"), "|a|b|\n|-|-|\n" + times(500, "|\(anchor)\n"),
    "{\"selector\":" + times(2_000, "{\"refinedBy\":") + "1" + times(2_000, "}") + "}",
    "[" + times(5_000, "0,") + "0]", "{" + times(2_000, "\"selector\":[],") + "\"a\":1}",
    "\"" + times(5_000, "\\u00e9") + "\"", "\"" + times(1_000, "\\n“\(anchor)\\n") + "\"",
  ]

  @Test(arguments: texts.indices)
  func `are read in time, whatever kind they are taken for`(_ index: Int) throws {
    let bytes = Array(Self.texts[index].utf8)
    for kind in CitationFileKind.allCases {
      let findings = try? CitationReader.read(bytes, named: "a", as: kind)
      for place in findings?.quotations.flatMap(\.fixes) ?? [] {
        #expect(place.range.upperBound <= bytes.count)
      }
    }
  }

  /// To look through all open quotations for each end would take many minutes.
  @Test(.timeLimit(.minutes(1))) func `that close what is not open are read in time`() throws {
    let open = Self.times(200_000, "<blockquote>")
    let quotation = "<blockquote cite='\(Self.anchor)'>Words.</blockquote>"
    let findings = try SampleFile.read(open + Self.times(200_000, "</q>") + quotation, as: .html)
    #expect(findings.quotations.count == 1)
  }

  /// Files that hold citations, cut off, with bytes changed, put together anew.
  @Test(arguments: CitationFileKind.allCases)
  func `that are damaged are read, and what is found stands there`(
    _ kind: CitationFileKind
  ) throws {
    var random = SeededGenerator(seed: 20261130)
    let sources = CitationEditorTests.files.map { Array($0.text.utf8) }
    for _ in 0..<300 {
      var bytes = sources.randomElement(using: &random) ?? []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        let other = sources.randomElement(using: &random) ?? []
        let place = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes = Array(bytes[..<place])
        case 1: bytes = Array(bytes[place...])
        case 2: bytes.insert(contentsOf: other, at: place)
        default:
          if place < bytes.count { bytes[place] = UInt8.random(in: 1...0x7F, using: &random) }
        }
      }
      guard let findings = try? CitationReader.read(bytes, named: "a", as: kind) else { continue }
      #expect(
        try fault(of: findings, in: bytes) == nil,
        "\(String(decoding: bytes, as: UTF8.self))"
      )
      let corrections = findings.quotations.compactMap(unchanged)
      #expect(try CitationEditor.applying(corrections, to: bytes) == bytes)
    }
  }

  private func unchanged(_ found: FoundQuotation) -> Correction? {
    guard let anchor = found.quotation.anchor,
      !found.fixes.contains(where: {
        [.start, .end, .fragment].contains($0.kind)
      })
    else { return nil }
    return Correction(found, anchor: anchor, characters: 0..<0, digest: nil)
  }
}
