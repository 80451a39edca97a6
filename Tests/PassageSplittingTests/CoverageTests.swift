// SPDX-License-Identifier: GPL-3.0-or-later

import DocumentReading
import Foundation
import PassageModel
import Testing

@testable import PassageSplitting

@Suite struct `Passages cover the text once and in order` {
  private static let tight = SplitRules(
    targetWordCount: 6,
    maximumWordCount: 9,
    joinBelowWordCount: 3
  )

  @Test(arguments: 1...300)
  func `in random text`(_ seed: UInt64) throws {
    let text = Self.randomText(seed: seed)
    for mediaType in MediaType.allCases where !mediaType.isBibliography {
      for rules in [SplitRules(), Self.tight] {
        let document = try DocumentReader.read(Array(text.utf8), as: mediaType)
        let passages = PassageSplitter(rules: rules).split(document)
        let found = fault(of: passages, in: document, rules: rules)
        #expect(found == nil, "\(text.debugDescription)")
      }
    }
  }

  @Test func `in the sample documents`() throws {
    let corpus = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Corpus/samples")
    for rules in [SplitRules(), Self.tight] {
      #expect(try Self.check(folder: corpus, rules: rules) >= 6)
    }
  }

  @Test(
    .enabled(
      if: ProcessInfo.processInfo.environment["SPLITSEARCH_DATA"] != nil,
      "SPLITSEARCH_DATA names no folder with the development sets"
    )
  )
  func `in the development sets`() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["SPLITSEARCH_DATA"])
    let count = try Self.check(folder: URL(filePath: folder), rules: SplitRules())
    #expect(count > 0)
  }

  /// Checks every document below `folder` that can be read, and tells how many there were.
  private static func check(folder: URL, rules: SplitRules) throws -> Int {
    let splitter = PassageSplitter(rules: rules)
    let files = FileManager.default.enumerator(atPath: folder.path)
    var count = 0
    while let name = files?.nextObject() as? String {
      guard name.hasSuffix(".md") || name.hasSuffix(".txt") else { continue }
      let bytes = try Array(Data(contentsOf: folder.appending(path: name)))
      let mediaType = try DocumentReader.mediaType(of: RelativePath(name))
      guard let document = try? DocumentReader.read(bytes, as: mediaType) else { continue }
      let found = fault(of: splitter.split(document), in: document, rules: rules)
      #expect(found == nil, "\(name)")
      count += 1
    }
    return count
  }

  private static let pieces = [
    "\n", "\n\n", "\r\n", " ", "    ", "# ", "## ", "- ", "1. ", "[1] ", "[2, 3]", "[3-5] ", "> ",
    "```", "---", "[", "]", "(", "`", ". ", "? ", ", ", "word ", "Heading", "References", "U.S. ",
    "some more words of text, and then ", "é", "e\u{301}", "👩‍👩‍👧", "\u{301}", "中文。", "ภาษาไทย",
    "\u{A0}", "\u{2028}", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ".Next",
  ]

  /// Text that is made to be misread; the same for the same seed (splitmix64).
  private static func randomText(seed: UInt64) -> String {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    var text = ""
    for _ in 0..<80 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var value = state
      value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
      value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
      text += pieces[Int((value ^ (value >> 31)) % UInt64(pieces.count))]
    }
    return text
  }
}
