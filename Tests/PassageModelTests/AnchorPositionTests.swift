// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import TestSupport
import Testing

@Suite struct `A position in a text` {
  private static let text = SourceText("äb\nc\u{1F600}\n\nlast")

  @Test(arguments: [
    ("char=0,1", "ä"), ("char=4,5", "\u{1F600}"), ("char=,2", "äb"), ("char=7,", "last"),
    ("char=11,", ""), ("char=11", ""), ("char=0", ""), ("char=0,11", "äb\nc\u{1F600}\n\nlast"),
    ("line=0,1", "äb\n"), ("line=1,3", "c\u{1F600}\n\n"), ("line=3,4", "last"), ("line=3,", "last"),
    ("line=4,", ""), ("line=,1", "äb\n"), ("line=2", ""),
  ])
  func `is what RFC 5147 says`(_ position: String, _ expected: String) throws {
    let position = try #require(try CitationAnchor("f/p#" + position).position)
    #expect(Self.text.string(in: try position.bytes(in: Self.text)) == expected)
  }

  @Test(arguments: [
    ("char=0,12", "it reaches to 12, but the text has 11 characters"),
    ("char=12,", "it reaches to 12, but the text has 11 characters"),
    ("line=5", "it reaches to 5, but the text has 4 lines"),
    ("page=3", "it names page 3, and the document is a text without pages"),
  ])
  func `beyond the end is a fault`(_ position: String, _ reason: String) throws {
    let position = try #require(try CitationAnchor("f/p#" + position).position)
    let fault = #expect(throws: AnchorFault.self) { try position.bytes(in: Self.text) }
    #expect(fault?.description == reason)
  }

  @Test func `counts a line feed at the end as the end of the last line`() throws {
    for (text, count) in [("", 0), ("a", 1), ("a\n", 1), ("a\nb", 2), ("\n\n", 2)] {
      let text = SourceText(text)
      let all = AnchorPosition.lines(AnchorSpan(0..<count))
      #expect(try all.bytes(in: text) == 0..<text.utf8.count)
      let more = AnchorPosition.lines(AnchorSpan(0..<count + 1))
      #expect(throws: AnchorFault.self) { try more.bytes(in: text) }
    }
  }

  @Test func `is the same place as the ruler measures`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<200 {
      let scalars = (0..<40).map { _ in
        Array("aé\n\u{1F600}中".unicodeScalars).randomElement(using: &random) ?? "a"
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars)
      let text = SourceText(String(view))
      let start = Int.random(in: 0...40, using: &random)
      let characters = start..<Int.random(in: start...40, using: &random)
      let bytes = try AnchorPosition.characters(AnchorSpan(characters)).bytes(in: text)
      var ruler = TextRuler(text)
      #expect(ruler.measure(bytes).range.characters == characters)
    }
  }
}
