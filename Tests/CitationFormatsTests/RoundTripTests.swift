// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import CitationInvariants
import PassageModel
import TestSupport
import Testing

@Suite struct `A citation that is written and read back` {
  private static let kinds: [(format: CitationFormat, kind: CitationFileKind)] = [
    (.markdown, .markdown), (.text, .text), (.html, .html), (.cslJSON, .json), (.w3c, .json),
  ]

  @Test(arguments: kinds.indices)
  func `is the same, with references behind it or without`(_ index: Int) throws {
    let (format, kind) = Self.kinds[index]
    var quotations = RandomQuotation(random: SeededGenerator(seed: 7))
    for number in 0..<150 {
      let written = quotations.next()
      let quotation = written.quotation
      // Nobody cites nothing; in Markdown there is no paragraph without words.
      if quotation.text?.isEmpty ?? true { continue }
      let text = CitationWriter(format, withReferences: number % 2 == 0).write(written)
      let findings = try SampleFile.read(text, as: kind)
      // A reference may well hold what looks like an anchor.
      let found = try #require(
        findings.quotations.first {
          $0.quotation.anchor?.showing(nil) == quotation.anchor?.showing(nil)
        },
        "\(text)"
      )
      let hasZero = format == .cslJSON || format == .w3c
      let words = quotation.text.map { hasZero ? $0 : $0.replacing("\0", with: "\u{FFFD}") }
      #expect(found.quotation.text == words, "\(text)")
      #expect(found.quotation.digest == quotation.digest)
      #expect(found.quotation.day == quotation.day)
      if format == .cslJSON || format == .w3c {
        #expect(found.quotation.source == quotation.source)
        #expect(found.quotation.prefix == quotation.prefix)
        #expect(found.quotation.suffix == quotation.suffix)
      }
      let lookalike = CitationStamp(day: nil, digest: nil, lookalike: quotation.lookalike)?
        .lookalike
      #expect(
        found.quotation.lookalike == lookalike || found.quotation.lookalike == quotation.lookalike
      )
      #expect(try fault(of: findings, in: Array(text.utf8)) == nil, "\(text)")
    }
  }
}
