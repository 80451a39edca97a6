// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import TestSupport
import Testing

@testable import PassageIndex

extension SeededGenerator {
  /// A text of characters of all lengths, of up to `count` of them.
  fileprivate mutating func text(upTo count: Int) -> String {
    let characters = Array("aé漢🙂\u{301}\u{0} \n\u{FFFD}".unicodeScalars)
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...count, using: &self) {
      text.append(characters.randomElement(using: &self) ?? "a")
    }
    return String(text)
  }

  /// Any passages that a text may have: in order, side by side or apart, without words at times.
  fileprivate mutating func passages(of text: SourceText) -> [Passage] {
    let offsets = text.string(in: 0..<text.utf8.count).unicodeScalars.reduce(into: [0]) {
      $0.append($0[$0.count - 1] + UTF8.width($1))
    }
    var ruler = TextRuler(text)
    var passages: [Passage] = []
    var start = 0
    while Int.random(in: 0..<6, using: &self) > 0 {
      let from = Int.random(in: start..<offsets.count, using: &self)
      let to = Int.random(in: from..<offsets.count, using: &self)
      let (range, lines) = ruler.measure(offsets[from]..<offsets[to])
      passages.append(
        Passage(
          ordinal: passages.count + 1,
          range: range,
          lines: lines,
          headings: [],
          text: text.string(in: range.bytes),
          sentences: [],
          markers: [],
          prefix: text.string(in: offsets[max(0, from - 32)]..<range.bytes.lowerBound),
          suffix: text.string(in: range.bytes.upperBound..<offsets[min(to + 32, offsets.count - 1)])
        )
      )
      start = to
    }
    return passages
  }
}

/// A document whose passages have no terms.
private func put(
  _ passages: [Passage],
  of text: SourceText,
  _ number: DocumentNumber,
  into writer: IndexWriter
) throws {
  var new = record(number, "\(number).txt")
  new.length = TextLength(measuring: text.utf8)
  try writer.replace(
    new,
    passages: passages.map {
      AnalyzedPassage(passage: $0, language: nil, termBytes: [], occurrences: [], words: [])
    },
    gaps: DocumentGaps(in: text, between: passages)
  )
}

@Suite(.timeLimit(.minutes(5)))
struct `Gaps between passages` {
  @Test
  func `any text is read whole, however often it was written anew`() async throws {
    try await withIndexPath { path in
      var generator = SeededGenerator(seed: 7)
      let writer = try IndexWriter(path: path)
      var texts: [DocumentNumber: SourceText] = [:]
      for _ in 0..<400 {
        let number = DocumentNumber(.random(in: 1...60, using: &generator))
        guard Int.random(in: 0..<5, using: &generator) > 0 else {
          try writer.remove(number)
          texts[number] = nil
          continue
        }
        let text = SourceText(generator.text(upTo: 200))
        try put(generator.passages(of: text), of: text, number, into: writer)
        texts[number] = text
      }
      try writer.commit()
      let reader = try IndexReader(path: path)
      for number in (1...60).map({ DocumentNumber($0) }) {
        try #expect(reader.text(of: number) == texts[number])
      }
      #expect(try IndexCheck.run(path: path) == [])
    }
  }

  @Test(arguments: [1 << 20, (1 << 20) + 1])
  func `one longer than a piece is read whole, and nothing is left of it`(
    byteCount: Int
  ) async throws {
    try await withIndexPath { path in
      let text = SourceText(validUTF8: (0..<byteCount).map { $0 % 89 == 0 ? 10 : 97 })
      let writer = try IndexWriter(path: path)
      let number = try writer.nextDocumentNumber()
      try put([], of: text, number, into: writer)
      try writer.commit()
      #expect(try IndexReader(path: path).text(of: number) == text)
      #expect(try IndexCheck.run(path: path) == [])
      try put([], of: SourceText("a"), number, into: writer)
      try writer.commit()
      #expect(try IndexReader(path: path).text(of: number) == SourceText("a"))
      try writer.remove(number)
      try writer.commit()
      #expect(try IndexReader(path: path).metadataKeys(prefix: "gaps/") == [])
      #expect(try IndexReader(path: path).text(of: number) == nil)
    }
  }

  @Test
  func `those that do not fit record and passages are corrupt`() throws {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let text = SourceText(generator.text(upTo: 60))
      let passages = generator.passages(of: text)
      var whole = record(DocumentNumber(1))
      whole.length = TextLength(measuring: text.utf8)
      let gaps = DocumentGaps(in: text, between: passages)
      #expect(try gaps.text(of: whole, with: passages) == text)
      for damaged in [gaps.utf8 + [97], Array(gaps.utf8.dropLast()), gaps.utf8.map { $0 | 0x80 }]
      where damaged != gaps.utf8 {
        let damaged = DocumentGaps(utf8: damaged)
        #expect(code { _ = try damaged.text(of: whole, with: passages) } == .corrupt)
      }
      if passages.contains(where: { !$0.text.isEmpty }) {
        #expect(code { _ = try gaps.text(of: whole, with: []) } == .corrupt)
        #expect(code { _ = try gaps.text(of: whole, with: passages + passages) } == .corrupt)
      }
    }
  }
}
