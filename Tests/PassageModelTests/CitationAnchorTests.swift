// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import TestSupport
import Testing

@Suite struct `A citation anchor` {
  @Test func `is read as what was printed, in all forms and for any bytes in a path`() throws {
    var anchors = RandomAnchor(seed: 6)
    for _ in 0..<1_000 {
      let anchor = anchors.next()
      let printed = anchor.description
      #expect(try CitationAnchor(printed) == anchor, "\(printed)")
      #expect(try CitationAnchor(" \n<\(printed)>\u{A0}") == anchor, "\(printed)")
    }
  }

  @Test func `is printed in characters that no format of text gives a meaning to`() {
    var anchors = RandomAnchor(seed: 7)
    for _ in 0..<1_000 {
      let printed = anchors.next().description
      #expect(
        printed.utf8.allSatisfy { (0x21...0x7E).contains($0) }
          && !printed.utf8.contains { "\"'<>()[]{}\\`*!$^|?&".utf8.contains($0) },
        "\(printed)"
      )
    }
  }

  @Test func `that was cut off or damaged is a fault with a reason, or another anchor`() {
    var anchors = RandomAnchor(seed: 8)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<20 {
      let scalars = Array(anchors.next().description.unicodeScalars)
      for length in scalars.indices {
        examine(scalars[..<length])
        var damaged = scalars
        damaged[length] =
          Unicode.Scalar(UInt32.random(in: 0...300, using: &random)) ?? "\u{1F600}"
        examine(damaged[...])
      }
    }
  }

  private func examine(_ scalars: ArraySlice<Unicode.Scalar>) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    do throws(AnchorFault) {
      let anchor = try CitationAnchor(String(text))
      #expect(throws: Never.self) { try CitationAnchor(anchor.description) == anchor }
    } catch {
      #expect(!error.reason.isEmpty && !error.advice.isEmpty)
      #expect((1...scalars.count + 1).contains(error.place ?? 1), "\(error) in \(String(text))")
    }
  }

  @Test func `reads what searches print`() throws {
    let anchor = CitationAnchor(
      folder: "my notes",
      path: RelativePath("sub/é.txt"),
      position: .characters(AnchorSpan(3..<17)),
      length: 99,
      encoding: "UTF-8"
    )
    #expect(anchor.description == "my%20notes/sub/%C3%A9.txt#char=3,17;length=99,UTF-8")
    #expect(try CitationAnchor("my%20notes/sub/%C3%A9.txt#char=3,17;length=99,UTF-8") == anchor)
  }

  @Test func `is printed with all that can be said`() {
    let anchor = CitationAnchor(
      folder: "notes",
      path: RelativePath("a.md"),
      position: .characters(AnchorSpan(3..<17)),
      length: 99,
      md5: "0123456789ABCDEF0123456789ABCDEF",
      encoding: "UTF-8",
      excerpt: TextDirective(prefix: "before", start: "first-rate,", end: "end", suffix: "& after")
    )
    #expect(
      anchor.description
        == "notes/a.md#char=3,17;length=99,UTF-8;md5=0123456789abcdef0123456789abcdef,UTF-8"
        + ":~:text=before-,first%2Drate%2C,end,-%26%20after"
    )
  }

  @Test(arguments: [
    ("notes/a b.md#char=3,9", "notes/a%20b.md#char=3,9"),
    ("notes/ü.md", "notes/%C3%BC.md"),
    ("notes/%c3%bc.md#char%3D3%2c9%3blength%3D12", "notes/%C3%BC.md#char=3,9;length=12"),
    ("notes/a.md#line=,5", "notes/a.md#line=,5"),
    ("notes/a.md#char=007,", "notes/a.md#char=7,"),
    ("notes/a.md#char=4,4", "notes/a.md#char=4"),
    ("notes/a.pdf#page=12", "notes/a.pdf#page=12"),
    ("notes/a.md#:~:text=well-known,end", "notes/a.md#:~:text=well%2Dknown,end"),
    ("notes/a.md#%3A~:text=start", "notes/a.md#:~:text=start"),
    (
      "notes/a.md#char=1,2;md5=00000000000000000000000000000ABC",
      "notes/a.md#char=1,2;md5=00000000000000000000000000000abc"
    ),
    (
      "n/a#char=1,2;length=3,UTF-8;md5=00000000000000000000000000000abc,KOI8-R",
      "n/a#char=1,2;length=3,KOI8-R;md5=00000000000000000000000000000abc,KOI8-R"
    ),
    ("n/a%3Fb%23c", "n/a%3Fb%23c"), ("a:b/c", "a%3Ab/c"),
    ("file%3A/c", "file%3A/c"), ("<\tn/a >", "n/a"),
  ])
  func `may be written in other ways`(_ written: String, _ printed: String) throws {
    #expect(try CitationAnchor(written).description == printed)
  }

  @Test func `of another folder with the same path is another`() throws {
    #expect(try CitationAnchor("notes/a/b.md") != CitationAnchor("notes2/a/b.md"))
    #expect(try CitationAnchor("a/b/c.md") != CitationAnchor("a%2Fb/c.md"))
  }
}
