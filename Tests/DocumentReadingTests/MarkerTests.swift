// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

@Suite struct `Citation markers` {
  @Test(arguments: [
    ("a.[7] b", ["7"]), ("so[16][17].", ["16", "17"]), ("x [8, 9] y", ["8", "9"]),
    ("x [3-6]", ["3", "4", "5", "6"]), ("x [1–2;4]", ["1", "2", "4"]), ("in [1956] he", []),
    ("[0] [01] [12345]", []), ("[1", []), ("[]", []), ("[6-3]", []), ("[1-900]", []),
    ("[[[[[7]", ["7"]), ("[1,]", []), ("[a1]", []), ("[sic] [citation needed]", []),
    (
      "[12, p. 5] [3, с. 5–7; 4] [5, S. 5] [6, pp. 1, 2] [7. С. 8] [8，第5页]",
      ["12", "3", "4", "5", "6", "7", "8"]
    ),
    ("[12:34] [12: 34] [12, x. 5] [12, p.]", []), ("［12］、【3】〔4〕", ["12", "3", "4"]),
    ("[8，9] [1、2]", ["8", "9", "1", "2"]), ("[3]–[5]", ["3", "4", "5"]),
    ("[3]-[5], [9]", ["3", "4", "5", "9"]),
    ("[1 – 3] [4-\n5] [6 -7] [8 -]", ["1", "2", "3", "4", "5"]),
    ("[1, Theorem 2.1] [2, eq. (3)] [4, Lemma 5]", ["1", "2", "4"]),
    ("xs[1] and xs[-1]", []),
    ("[8,\n9]", ["8", "9"]), ("[1-3, 7]", ["1", "2", "3", "7"]), ("x ∈ [1, 5]", []),
    ("a = [1, 2]", []),
    ("[1956, p. 5]", []), ("[1956–58]", []), ("[^1] [^2]", ["^1", "^2"]), ("[^a-z] [^]", []),
    ("societies,[1] word[2] Spinoza's[3] (see[4])", ["1", "2", "3", "4"]),
    ("of societies[1]; however", ["1"]), ("8,000 m[14] high", ["14"]), ("Vitamin C[1] is", ["1"]),
    ("слово[1] 如此[2]", ["1", "2"]), ("word[1][2]", ["1", "2"]),
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

@Suite struct `Brackets with backslashes` {
  @Test(arguments: [
    ("Was.\\[1\\] And \\[5\\].", "\\[1\\] A", ["1"]), ("Was.[2] And \\[1\\].", "1. A", ["2"]),
    ("Was \\[1\\].", "1. A", ["1"]), ("Was \\[1, 2\\].", "1. A\n2. B", ["1", "2"]),
  ])
  func `are markers where all are written so and the list holds them`(
    _ text: String,
    _ list: String,
    _ labels: [String]
  ) throws {
    let document = try read("# T\n\n\(text)\n\n## References\n\n\(list)\n", as: .markdown)
    #expect(document.markers.map(\.label) == labels)
    #expect(structuralFault(of: document) == nil)
  }
}

@Suite struct `Brackets in code` {
  @Test(arguments: [
    "a[1]", "a[1][2]", "x[2] = 3", "the loop swaps x[1] and x[2]", "row_count[1]", "total[1] += 2",
    "list[1]++",
    "y = total[1] * 2", "int value = table[3];", "print(row[1])", "return values[1];",
    "node[1]->next",
    "for v in rows[1]:", "grid[1][j]", "Here A[i] is less than A[1]", "from name[0] to name[9]",
  ])
  func `are no markers`(_ text: String) throws {
    #expect(try read("Text.\n\n" + text + "\n").markers.isEmpty)
  }
}

@Suite struct `Raised digits` {
  private static let list = "\n\n## References\n\n1. A\n2. B\n3. C\n12. D\n"

  @Test(arguments: [
    ("So it was.¹", ["1"]), ("as said¹²", ["12"]), ("“quoted”² and", ["2"]),
    ("one¹, two²; (three)³", ["1", "2", "3"]),
    ("so,¹,² and", ["1", "2"]), ("said¹⁻³", ["1", "2", "3"]), ("так¹ 如此²。", ["1", "2"]),
    ("in 1990.¹", ["1"]),
    ("so.⁴", []), ("so.¹³", []), ("so.¹,⁴", []), ("10³ x² m² km² cm³ mc² 5³", []),
    ("sin² log² 5 square inch² 20 kilometers² 9 feet² 5 Quadratmeter² километров²", []),
    ("(a+b)² CO₂ Ca²⁺ s⁻¹ ¹⁴C ²", []), ("平方米² 5公里²", []), ("so¹a", []), ("½", []),
  ])
  func `are markers if they are in the list and no powers`(
    _ text: String,
    _ labels: [String]
  ) throws {
    for mediaType in MediaType.allCases where !mediaType.isBibliography {
      let document = try read("# T\n\n\(text)" + Self.list, as: mediaType)
      #expect(document.markers.map(\.label) == labels)
      #expect(structuralFault(of: document) == nil)
    }
  }

  @Test(arguments: [
    ("So it was.<sup>1</sup>", ["1"]), ("said<sup>1, 2</sup>", ["1", "2"]), ("said^12^", ["12"]),
    ("x<sup>2</sup> m^2^ 2^3^ said<sup>4</sup> said<sup>th</sup>", []), ("`said^1^`", []),
  ])
  func `may be written in Markdown`(_ text: String, _ labels: [String]) throws {
    let document = try read("# T\n\n\(text)" + Self.list, as: .markdown)
    #expect(document.markers.map(\.label) == labels)
  }

  @Test func `are none without a list`() throws {
    #expect(try read("A long enough line of text, as said.¹ So it was.²").markers.isEmpty)
  }
}

@Suite struct `Hostile markers and lists` {
  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      String(repeating: "[", count: 16_000), String(repeating: "[1", count: 16_000),
      String(repeating: "[^", count: 16_000), String(repeating: "[1, p. 1", count: 8_000),
      String(repeating: "[1]", count: 50_000), String(repeating: "a[1] ", count: 16_000),
      String(repeating: "[1]-", count: 16_000), String(repeating: "so.¹", count: 16_000),
      String(repeating: "so¹,²", count: 16_000), String(repeating: "a<sup>", count: 16_000),
      String(repeating: "a^1", count: 16_000), String(repeating: "[^a]: b\n", count: 8_000),
      String(repeating: "[1]: a.b\n", count: 8_000),
      "So.[1]\n\nReferences\n\n" + String(repeating: "[1] a\n", count: 8_000),
      "So.[1]\n\nReferences\n\n" + String(repeating: "[1] a\n\n", count: 5_000),
      "So.[1]\n\nReferences\n\n" + String(repeating: "1. a\n3. b\n", count: 5_000),
      "So.[1]\n\nReferences\n\n[1] doi:10.1000/" + String(repeating: "(", count: 16_000),
      "So.[1]\n\nReferences\n\n[1] " + String(repeating: "http://", count: 5_000),
      "So.[1]\n\nReferences\n\n[1] " + String(repeating: "doi:10.1000/", count: 5_000),
      String(repeating: "References\n[1] a\n", count: 5_000),
      String(repeating: "Notes\n\n1. a\n\n", count: 1_000),
    ]
  )
  func `are read in time`(_ text: String) throws {
    for mediaType in MediaType.allCases where !mediaType.isBibliography {
      let document = try read(text, as: mediaType)
      #expect(structuralFault(of: document) == nil)
    }
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
      document.references.withoutItems == [
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

@Suite struct `Numbers in brackets that are values` {
  @Test(arguments: [
    "lies in the interval [1, 2] and", "see Eq. [1] and", "the matrix [[1, 2], [2, 1]] is",
    "say {\"a\": [1, 2]} and", "на отрезке [1, 2] и", "см. рис. [1] и", "在区间[1, 2]内",
    "nach Gl. [1] ist",
    "on p. [3] of",
  ])
  func `lead nowhere`(_ text: String) throws {
    let list = "\n\n## References\n\n[1] A\n[2] B\n[3] C\n"
    #expect(try read("# T\n\nIt \(text) so it was.\(list)").markers.isEmpty)
  }

  @Test(arguments: [
    "as shown in [1, 2] and", "с [1] и", "(see [1])", "so [[1]] was", "так: [1, 2].",
  ])
  func `other words before them say nothing`(_ text: String) throws {
    let list = "\n\n## References\n\n[1] A\n[2] B\n"
    #expect(!(try read("# T\n\nIt \(text) so it was.\(list)").markers.isEmpty))
  }
}
