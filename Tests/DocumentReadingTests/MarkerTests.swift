// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

@Suite struct `Citation markers` {
  @Test(arguments: [
    ("a.[7] b", ["7"]), ("a[16][17].", ["16", "17"]), ("x [8, 9] y", ["8", "9"]),
    ("x [3-6]", ["3", "4", "5", "6"]), ("x [1–2;4]", ["1", "2", "4"]), ("in [1956] he", []),
    ("[0] [01] [12345]", []), ("[1", []), ("[]", []), ("[6-3]", []), ("[1-900]", []),
    ("[[[[[7]", ["7"]), ("[1,]", []), ("[a1]", []),
  ])
  func `are digits in brackets, but no years`(_ text: String, _ labels: [String]) throws {
    #expect(try read("p " + text + " and so on.").markers.map(\.label) == labels)
  }

  @Test(arguments: [
    ("`a[1]` b [2]", ["2"]), ("[3](x.html) [4]", ["4"]), ("``a`[1]`` `[2]", ["2"]),
    ("p\n\n    a[1]\n", []), ("```\na[1]\n```\n\nb [2]", ["2"]), ("[5]: https://x.org", []),
  ])
  func `are not looked for in code and links of Markdown`(
    _ text: String,
    _ labels: [String]
  ) throws {
    #expect(try read(text, as: .markdown).markers.map(\.label) == labels)
  }
}

@Suite struct `Reference lists` {
  private static let text = "Title\n\nIt was so, and so it stayed for a good many years.[1]\n\n"

  @Test(arguments: ["References", "NOTES", "Литература", "参考文献", "7. Works Cited"])
  func `are read under the headings that announce them`(_ name: String) throws {
    let document = try read(
      "# T\n\nSo it was.[1]\n\n## \(name)\n\n[1] A book,\nLondon 1999. https://a.org/x_(y).\n[2] B\n"
    )
    #expect(
      document.references == [
        Reference(
          label: "1",
          text: "A book, London 1999. https://a.org/x_(y).",
          url: "https://a.org/x_(y)"
        ),
        Reference(label: "2", text: "B", url: nil),
      ]
    )
    #expect(document.blocks.count == 1)
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `numbers within an entry begin no other`() throws {
    let document = try read(Self.text + "References\n\n1. A. London\n1994. Two\n2. B\n")
    #expect(document.references.map(\.label) == ["1", "2"])
    #expect(document.references.first?.text == "A. London 1994. Two")
  }

  @Test func `without entries are ordinary text`() throws {
    let document = try read("# T\n\n## References\n\nNone were used.", as: .markdown)
    #expect(document.references.isEmpty)
    #expect(document.blockTexts == ["None were used."])
  }

  @Test func `a list under Notes is one only where the text has markers`() throws {
    let document = try read("# T\n\nText.\n\n## Notes\n\n1. Buy milk\n", as: .markdown)
    #expect(document.references.isEmpty)
    #expect(document.blockTexts == ["Text.", "1. Buy milk"])
  }
}
