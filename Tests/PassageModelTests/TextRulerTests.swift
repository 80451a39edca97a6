// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import TestSupport
import Testing

struct `A text ruler` {
  @Test(arguments: 0..<100)
  func `measures what the standard library measures`(seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    let pieces = ["a", "é", "e\u{301}", "京", "👩‍👩‍👧", "\n", " ", "𝔘", "\u{FFFD}"]
    let scalars = (0..<40).flatMap { _ in
      (pieces.randomElement(using: &random) ?? "").unicodeScalars
    }
    var cuts = (0..<6).map { _ in Int.random(in: 0...scalars.count, using: &random) }
    cuts.sort()
    func string(_ range: Range<Int>) -> String {
      String(String.UnicodeScalarView(scalars[range]))
    }
    let text = SourceText(string(0..<scalars.count))
    var ruler = TextRuler(text)
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let before = string(0..<start)
      let inside = string(start..<end)
      let bytes = before.utf8.count..<before.utf8.count + inside.utf8.count
      let measured = ruler.measure(bytes)
      #expect(measured.range.bytes == bytes)
      #expect(measured.range.characters == start..<end)
      #expect(
        measured.range.utf16 == before.utf16.count..<before.utf16.count + inside.utf16.count
      )
      #expect(measured.lines.lowerBound == before.utf8.count { $0 == 10 } + 1)
      #expect(measured.lines.upperBound == (before + inside).utf8.count { $0 == 10 } + 1)
      #expect(Array(text.string(in: bytes).utf8) == Array(inside.utf8))
    }
  }
}

struct `A relative path` {
  @Test(arguments: [
    ("a/b.TXT", "txt"), ("a.b/c", nil), (".hidden", nil), ("a/.hidden.md", "md"), ("x.", nil),
    ("archive.tar.gz", "gz"),
  ])
  func `has the extension of its last component`(path: String, expected: String?) {
    #expect(RelativePath(path).fileExtension == expected)
  }

  @Test
  func `is encoded as in a URL, byte by byte`() {
    let path = RelativePath(bytes: Array("a b/ü#?%".utf8) + [0xFF])
    #expect(path.percentEncoded == "a%20b/%C3%BC%23%3F%25%FF")
  }
}
