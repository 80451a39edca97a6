// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import CitationInvariants
import PassageModel
import TestSupport
import Testing

@Suite struct `A written citation` {
  private func random(_ count: Int) -> [SourcedQuotation] {
    var quotations = RandomQuotation(random: SeededGenerator(seed: 21))
    return (0..<count).map { _ in quotations.next() }
  }

  @Test func `in Markdown is read back by md4c word for word`() throws {
    for quotation in random(400) {
      let written = CitationWriter(.markdown).write(quotation)
      let reading = try #require(MarkdownReading(written))
      let words = (quotation.quotation.text ?? "").replacing("\0", with: "\u{FFFD}")
      #expect(reading.quoted.dropLast().joined(separator: "\n\n") == words, "\(written)")
      #expect(reading.isPlain, "\(written)")
      #expect(reading.quoted.last?.hasPrefix("— ") == true, "\(written)")
    }
  }

  @Test func `in Markdown may have any character at any place of a line`() throws {
    let plain = try #require(random(1).first)
    for scalar in (0...0x300).compactMap(Unicode.Scalar.init) where scalar != "\0" {
      for text in ["\(scalar)", "\(scalar)a", "a\(scalar)", "a\n\(scalar)\nb", "a\n\(scalar)- b"] {
        let written = CitationWriter(.markdown).write(plain.saying(text))
        let reading = try #require(MarkdownReading(written))
        #expect(reading.quoted.dropLast().joined(separator: "\n\n") == text, "\(written)")
        #expect(reading.isPlain, "\(written)")
      }
    }
  }

  @Test func `as text is read back by its grammar, whatever the words look like`() throws {
    for quotation in random(400) {
      let written = CitationWriter(.text, withReferences: true).write(quotation)
      let lines = written.unicodeScalars.split(
        separator: "\n",
        omittingEmptySubsequences: false
      ).map { String($0) }
      let end = try #require(
        lines.firstIndex { $0.unicodeScalars.starts(with: "— ".unicodeScalars) }
      )
      let quoted = lines[..<end].enumerated().map { index, line in
        String(String.UnicodeScalarView(line.unicodeScalars.dropFirst(index == 0 ? 0 : 1)))
      }
      let words = quoted.joined(separator: "\n").unicodeScalars.dropFirst().dropLast()
      #expect(String(words) == quotation.quotation.text, "\(written)")
      let anchor = try CitationAnchor(lines[end + 1])
      #expect(anchor.showing(nil) == quotation.quotation.anchor)
    }
  }

  @Test(arguments: CitationFormat.allCases)
  func `has whole lines, and no line feed too many`(_ format: CitationFormat) throws {
    for quotation in random(100) {
      let written = CitationWriter(format, withReferences: true).write(quotation)
      // An empty line keeps the next citation of a file apart.
      let isParted = format == .markdown || format == .text
      #expect(
        written.utf8.reversed().prefix { $0 == UInt8(ascii: "\n") }.count == (isParted ? 2 : 1)
      )
    }
  }

  @Test(arguments: CitationFormat.allCases)
  func `of a long quotation takes no time to speak of`(_ format: CitationFormat) throws {
    let plain = try #require(random(1).first)
    for unit in ["& ", "\n", "&#", "*a", "w.", "[", "中", " "] {
      let text = String(repeating: unit, count: 60_000 / unit.unicodeScalars.count)
      let duration = ContinuousClock().measure {
        _ = CitationWriter(format).write(plain.saying(text))
      }
      #expect(duration < .seconds(60), "\(unit)")
    }
  }

  @Test(arguments: CitationFormat.allCases)
  func `says what stands around it`(_ format: CitationFormat) throws {
    let written = CitationWriter(format).write(Sample.quotation)
    #expect(written.contains("Bloc") && written.contains("marmots"))
  }
}
