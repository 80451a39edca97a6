// SPDX-License-Identifier: GPL-3.0-or-later

import DocumentReading
import Foundation
import IndexerService
import PassageIndex
import PassageModel
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(5)))
struct `Whole text` {
  /// Compares what the index holds with what is read of the files; returns how many were.
  private func expectWhole(_ library: Library) throws -> Int {
    let reader = try IndexReader(path: library.indexPath)
    var count = 0
    for record in try reader.documents() {
      let text = try reader.text(of: record.number)
      guard record.failure == nil else {
        #expect(text == SourceText(""))
        continue
      }
      let file = library.documents.appending(path: record.path.description)
      let read = try DocumentReader.read(
        Array(Data(contentsOf: file)),
        as: DocumentReader.mediaType(of: record.path)
      )
      #expect(text == read.text, "\(record.path)")
      count += 1
    }
    try #expect(IndexCheck.run(path: library.indexPath) == [])
    return count
  }

  @Test(arguments: [0, 2_000, Int.max])
  func `it is in the index of every sample, however it was written`(
    largeByteCount: Int
  ) async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let corpus = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Corpus")
      try FileManager.default.removeItem(at: library.documents)
      try FileManager.default.copyItem(at: corpus, to: library.documents)
      var options = SyncOptions()
      options.largeByteCount = largeByteCount
      try await library.sync(options)
      try #expect(expectWhole(library) > 100)
    }
  }

  @Test(arguments: 1...2)
  func `it is there of random texts, and again when they are others`(seed: UInt64) async throws {
    try await withTemporaryFolder { folder in
      var random = SeededGenerator(seed: seed)
      let pieces = [
        "Title\r\n=====\r\n\r\n", "# H\n", "\r", "\n\n\n", "\t \u{a0}\u{3000}",
        "[1] Someone (2001). A.\n",
        "References\n\n", "漢字かな交じり文。", "🙂👩‍👩‍👧 ", "e\u{301}\u{327} ", "word ", "A sentence. ",
        "\u{feff}",
        "| a | b |\n|---|---|\n", "> quoted\n", "```\ncode\n```\n", "\u{2028}", "[^1]: note\n",
        "---\ntitle: x\n---\n",
      ]
      let library = try Library(in: folder)
      for round in 0..<3 {
        for number in 0..<40 {
          let count = Int.random(in: 0...120, using: &random)
          let text = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
          let name = "\(number)." + (number % 2 == 0 ? "txt" : "md")
          try write("\(text)\(round)", to: name, in: library.documents)
        }
        var options = SyncOptions()
        options.largeByteCount = 500
        try await library.sync(options)
        try #expect(expectWhole(library) == 40)
      }
    }
  }

  @Test
  func `it is there of a document of more than 4 MiB`() async throws {
    try await withTemporaryFolder { folder in
      let library = try Library(in: folder)
      let paragraph = (0..<130).map { "wörd\($0)" }.joined(separator: " ") + ".\n\n\n"
      // Mostly blanks, which are no work for the analysis: passages far into the text, and gaps.
      let gap = String(repeating: "\n", count: 10_000)
      let text = (0..<220).map { "## Part \($0)\n\n\(paragraph)\(gap)" }.joined()
      // One gap of more than a megabyte.
      let blank = String(repeating: "\n", count: 2 << 20)
      try #require(text.utf8.count + blank.utf8.count > 4 << 20)
      try write(text + blank, to: "large.md", in: library.documents)
      try await library.sync()
      try #expect(expectWhole(library) == 1)
    }
  }
}
