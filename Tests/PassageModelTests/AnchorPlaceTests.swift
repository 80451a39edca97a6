// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import TestSupport
import Testing

@Suite struct `The place of an anchor` {
  @Test func `is what was printed, for any bytes in a path`() throws {
    var random = SeededGenerator(seed: 6)
    for _ in 0..<500 {
      let bytes = (0...Int.random(in: 0...20, using: &random)).map { _ in
        UInt8.random(in: 1...255, using: &random)
      }
      let start = Int.random(in: 0...1_000_000, using: &random)
      let characters = start..<start + Int.random(in: 0...5_000, using: &random)
      let anchor = CitationAnchor(
        folder: "my papers #1 é",
        path: RelativePath(bytes: bytes),
        characters: characters,
        documentLength: 9_999_999
      )
      let place = try AnchorPlace(anchor.description)
      #expect(place.folder == anchor.folder)
      #expect(place.path.bytes == bytes)
      #expect(place.characters == characters)
    }
  }

  @Test func `may leave out checks and the stretch`() throws {
    let place = try AnchorPlace("notes/a%20b.md#char=3,9")
    #expect(place.path.description == "a b.md")
    #expect(place.characters == 3..<9)
    #expect(try AnchorPlace("notes/a.md").characters == nil)
  }

  @Test(arguments: [
    ("", "FOLDER/PATH"), ("notes", "FOLDER/PATH"), ("/a.md", "empty"), ("notes/", "empty"),
    ("notes/a%2.md", "hexadecimal"), ("notes/a%zz.md", "hexadecimal"),
    ("notes/a.md#", "char="), ("notes/a.md#line=3,4", "char="),
    ("notes/a.md#char=3", "two numbers"), ("notes/a.md#char=3,x", "two numbers"),
    ("notes/a.md#char=-3,4", "two numbers"), ("notes/a.md#char=9,3", "before it begins"),
    ("notes/a.md#char=99999999999999999999,3", "two numbers"),
  ])
  func `is told what is wrong with it`(_ anchor: String, _ reason: String) {
    let fault = #expect(throws: AnchorFault.self) { try AnchorPlace(anchor) }
    #expect(fault?.reason.contains(reason) == true)
  }
}
