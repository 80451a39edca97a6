// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

/// The references of a Markdown document with `list` under "References" and a marker before it.
private func references(of list: String, as mediaType: MediaType = .markdown) throws -> [Reference]
{
  let document = try read("# T\n\nSo it was.[1]\n\n## References\n\n\(list)\n", as: mediaType)
  #expect(structuralFault(of: document) == nil)
  return document.references
}

@Suite struct `Entries of reference lists` {
  @Test(arguments: [
    "[1] A, b\n[2] C", "1. A, b\n2. C", "1) A, b\n2) C", "[1]: A, b\n[2]: C", "^1 A, b\n^2 C",
    "- [1] A, b\n- [2] C", "* [1] A, b\n* [2] C", "［1］A, b\n［２］C", "【1】A, b\n【2】C", "〔1〕A, b\n〔2〕C",
    "（1）A, b\n（2）C", "(1) A, b\n(2) C", "1、A, b\n2、C", "1．A, b\n2．C", "¹ A, b\n² C",
    "[1] A,\nb\n[2] C", "1. A,\n   b\n2. C", "[1] A, b\n\n[2] C", "1. A, b\n\n2. C",
    "[01] A, b\n[02] C",
    "\\[1\\] A, b\n\\[2\\] C", "[1]A, b\n[2]C",
    "1. [^](#cite_ref-1) A, b\n2. **[^](#cite_ref-2)** C ↩",
    "1. A, b\n1. C", "1. *A*, **b**\n2. `C`", "[^1] A, b\n[^2] C ↩\u{FE0E}",
  ])
  func `are read in each form`(_ list: String) throws {
    let found = try references(of: list)
    #expect(found == [Reference(label: "1", text: "A, b"), Reference(label: "2", text: "C")])
  }

  @Test(arguments: [
    ("1. A\n1994. B\n2. C", ["1", "2"]), ("[1] A\n[1994] B\n[2] C", ["1", "2"]),
    ("1. A, vol.\n14. Springer\n2. B", ["1", "2"]), ("[1] A\n(2) B\n3. C", ["1"]),
    ("[1] A\n[2]\n[3] C", ["1", "3"]), ("[7] A\n[9] B\n[9] C", ["7", "9", "9"]),
  ])
  func `are told from numbers within them`(_ list: String, _ labels: [String]) throws {
    #expect(try references(of: list, as: .plainText).map(\.label) == labels)
  }

  @Test(arguments: [
    ("1. A\n   1. x\n   2. y\n2. B\n3. C", ["A 1. x 2. y", "B", "C"]),
    ("1. A about the\n2. Weltkrieg\n2. B", ["A about the", nil]),
    ("1. A\n1. B\n", [nil]), ("  9. A\n 10. B\n", []),
  ])
  func `are no lists within them, and none where two have the same number`(
    _ list: String,
    _ texts: [String?]
  ) throws {
    let document = try read("T\n\nIt was so [1][2][3].\n\nReferences\n\n" + list)
    let lookup = ReferenceLookup(document.references)
    let found = document.markers.prefix(texts.count).map { lookup.citation($0).reference?.text }
    #expect(found == texts)
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `may skip numbers where the lines show it`() throws {
    let found = try references(of: "1. A\n3. B\n   goes on\n7. C", as: .plainText)
    #expect(found.map(\.text) == ["A", "B goes on", "C"])
  }

  @Test(arguments: [
    ("A. https://a.org/x_(y).", "https://a.org/x_(y)", nil),
    ("A (https://a.org/x).", "https://a.org/x", nil),
    ("[A](https://a.org/x_(y)), b", "https://a.org/x_(y)", nil),
    ("A <https://a.org/x>", "https://a.org/x", nil), ("A, www.a.org", nil, nil),
    ("A HTTPS://a.org; https://b.org", "HTTPS://a.org", nil),
    ("网页。https://a.org/页。访问", "https://a.org/页", nil),
    ("见（https://a.org/x）。", "https://a.org/x", nil),
    ("A https://a.org/x\\_y", "https://a.org/x_y", nil),
    ("A https://a.org/very-\nlong", nil, nil),
    ("A https://a.org/\nAccessed", "https://a.org/", nil),
    ("A. doi:10.1000/182.", nil, "10.1000/182"),
    ("A. DOI 10.1000/182, b", nil, "10.1000/182"),
    ("A. DOI: 10.1000/a(b)c)", nil, "10.1000/a(b)c"),
    (
      "A [doi:10.1000/182](https://doi.org/10.1000/182)", "https://doi.org/10.1000/182",
      "10.1000/182"
    ),
    ("A https://dx.doi.org/10.1000.10/182", "https://dx.doi.org/10.1000.10/182", "10.1000.10/182"),
    ("A http://a.org doi:10.1000/182", "http://a.org", "10.1000/182"),
    (
      "A doi:10.1002/(SICI)1(199823)43:2<174::AID>3.0.CO;2-K",
      nil,
      "10.1002/(SICI)1(199823)43:2<174::AID>3.0.CO;2-K"
    ),
    ("A https://doi.org/10.1000/x%3C1?a=b", "https://doi.org/10.1000/x%3C1?a=b", "10.1000/x<1"),
    ("A 10.1000/182", nil, nil), ("A vol. 10.1000/182, doi none", nil, nil),
    ("A doi:10.12/3", nil, nil),
    ("A doi:10.1000/\n182", nil, nil), ("A doi:10.1016/j.cell.\n2008", nil, nil),
  ])
  func `have their URL and DOI`(_ entry: String, _ url: String?, _ doi: String?) throws {
    let found = try #require(try references(of: "[1] \(entry)").first)
    #expect(found.url == url)
    #expect(found.doi == doi)
  }

  @Test func `have the text without the markup of Markdown`() throws {
    let found = try references(of: "1. Doe, *A [book](https://a.org)*, \\[2nd\\] ed.")
    #expect(found.map(\.text) == ["Doe, A book, [2nd] ed."])
  }
}

@Suite struct `Footnotes and link lists` {
  @Test func `footnotes are entries wherever they stand`() throws {
    let document = try read(
      "# T\n\nOne[^1] and two.[^näme]\n\n[^1]: First *note*\ngoes on\n\n    and on.\n\nText [^2].\n"
        + "[^näme]: https://a.org\n[^2]: Third\n\nLast.",
      as: .markdown
    )
    #expect(
      document.references.withoutItems == [
        Reference(label: "^1", text: "First note goes on and on."),
        Reference(label: "^näme", text: "https://a.org", url: "https://a.org"),
        Reference(label: "^2", text: "Third"),
      ]
    )
    #expect(document.markers.map(\.label) == ["^1", "^näme", "^2"])
    #expect(document.blockTexts == ["One[^1] and two.[^näme]", "Text [^2].", "Last."])
    #expect(structuralFault(of: document) == nil)
  }

  @Test func `a number in front of an entry is its own`() throws {
    let document = try read(
      "# T\n\nOne.[1]\n\n## References\n\n1. 2. Reaction. Paris\n",
      as: .markdown
    )
    #expect(document.references.map(\.text) == ["2. Reaction. Paris"])
  }

  @Test func `footnotes and numbers are not mixed up`() throws {
    let document = try read(
      "# T\n\nOne.[1][^1]\n\n## References\n\n[1] Book\n\n[^1]: Note\n",
      as: .markdown
    )
    #expect(document.references.map(\.label) == ["1", "^1"])
    #expect(document.markers.map(\.label) == ["1", "^1"])
  }

  @Test func `footnotes are read in plain text`() throws {
    let document = try read("Title\n\nA long enough line of text.[^a]\n\n[^a]: Note\n[^b]: Other\n")
    #expect(document.references.map(\.label) == ["^a", "^b"])
    #expect(document.markers.map(\.label) == ["^a"])
  }

  @Test func `numbered links are entries wherever they stand`() throws {
    let document = try read(
      "See [the docs][1] and [2].\n\n[1]: https://a.org \"The A\"\n[x]: https://x.org\n"
        + "[2]: <https://b.org/(c)>\n\nText.",
      as: .markdown
    )
    #expect(
      document.references.withoutItems == [
        Reference(label: "1", text: "The A", url: "https://a.org"),
        Reference(label: "2", text: "https://b.org/(c)", url: "https://b.org/(c)"),
      ]
    )
    #expect(document.markers.map(\.label) == ["1", "2"])
    #expect(structuralFault(of: document) == nil)
  }
}
