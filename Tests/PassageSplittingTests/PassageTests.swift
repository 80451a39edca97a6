// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@testable import PassageSplitting

@Suite struct `Passages` {
  private static func sentences(_ count: Int, words: Int) -> String {
    (1...count).map { number in
      "Sentence \(number) " + Array(repeating: "word", count: words - 3).joined(separator: " ")
        + " end."
    }.joined(separator: " ")
  }

  @Test(arguments: [(10, 20), (1, 200), (4, 50)])
  func `a paragraph up to the maximum is one`(_ count: Int, _ words: Int) throws {
    let text = Self.sentences(count, words: words)
    #expect(try split("# T\n\n\(text)\n").map(\.text) == [text])
  }

  @Test func `a longer paragraph is divided evenly between sentences`() throws {
    let passages = try split("# T\n\n" + Self.sentences(24, words: 10))
    #expect(passages.map(\.sentences.count) == [12, 12])
  }

  @Test func `short neighbours become one, but not across a heading`() throws {
    let passages = try split("# T\n\nOne is.\n\nTwo is.\n\n## H\n\nThree is.\n", as: .markdown)
    #expect(passages.map(\.text) == ["One is.\n\nTwo is.", "Three is."])
    #expect(passages.map(\.headings) == [[], ["H"]])
    #expect(passages.map(\.lines) == [3...5, 9...9])
  }

  @Test func `paragraphs that stand alone are not joined`() throws {
    let one = Self.sentences(3, words: 12)
    #expect(try split("# T\n\n\(one)\n\n\(one)\n").map(\.text) == [one, one])
  }

  @Test func `a sentence over the maximum is cut at its clauses`() throws {
    let clause = Array(repeating: "word", count: 30).joined(separator: " ") + ","
    let text = Array(repeating: clause, count: 10).joined(separator: " ")
    let passages = try split("# T\n\n\(text)")
    #expect(passages.count > 1)
    #expect(passages.allSatisfy { $0.text.hasSuffix(",") })
  }

  @Test func `what has no spaces is cut between grapheme clusters`() throws {
    let family = "👩‍👩‍👧‍👦"
    let text = String(repeating: family, count: 9000)
    let passages = try split("# T\n\n\(text)")
    #expect(passages.count > 1)
    #expect(passages.allSatisfy { $0.text.allSatisfy { String($0) == family } })
    #expect(passages.map(\.text).joined() == text)
  }

  @Test func `no marker is cut in two`() throws {
    let text = Array(repeating: "word [8, 9, 10]", count: 300).joined(separator: " ")
    let passages = try split("# T\n\n\(text)")
    #expect(passages.reduce(0) { $0 + $1.markers.count } == 900)
  }

  @Test func `the context is what stands around it`() throws {
    let passages = try split("# Title\n\nText é.\n\n## Next\n\nMore.", as: .markdown)
    #expect(passages.first?.prefix == "# Title\n\n")
    #expect(passages.first?.suffix == "\n\n## Next\n\nMore.")
    #expect(passages.first?.range.bytes == 9..<17)
    #expect(passages.first?.range.characters == 9..<16)
  }

  @Test(arguments: [
    ("one two  three", 3), ("中国人民", 2), (String(repeating: "x", count: 100), 5), ("", 0),
  ])
  func `words are counted without a dictionary`(_ text: String, _ words: Int) {
    let utf8 = Array(text.utf8)
    #expect(WordMeter.units(of: 0..<utf8.count, in: utf8) == words * WordMeter.unitsPerWord)
  }
}
