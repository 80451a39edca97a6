// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@testable import PassageIndex

/// A generator whose numbers are the same in every run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func string() -> String {
    let scalars = ["", "a", "é", "漢", "😀", "\n", "\0", "e\u{301}", " x", "\u{FFFD}"]
    return (0..<Int.random(in: 0...6, using: &self))
      .map { _ in scalars.randomElement(using: &self) ?? "" }.joined()
  }

  mutating func strings() -> [String] {
    (0..<Int.random(in: 0...3, using: &self)).map { _ in string() }
  }

  mutating func optional() -> String? {
    Bool.random(using: &self) ? string() : nil
  }

  mutating func integer() -> Int {
    [0, 1, -1, 127, 128, .max, .min, Int(truncatingIfNeeded: next())]
      .randomElement(using: &self) ?? 0
  }

  mutating func range(in whole: ClosedRange<Int>) -> Range<Int> {
    let (one, other) = (Int.random(in: whole, using: &self), Int.random(in: whole, using: &self))
    return min(one, other)..<max(one, other)
  }

  mutating func anyRange() -> Range<Int> {
    let (one, other) = (integer(), integer())
    return min(one, other)..<max(one, other)
  }

  mutating func passage() -> Passage {
    let text = string()
    let (first, last) = (integer(), integer())
    let inText = 0...text.utf8.count
    return Passage(
      ordinal: integer(),
      range: TextRange(
        bytes: range(in: 0...Int.max),
        characters: range(in: 0...Int.max),
        utf16: range(in: 0...Int.max)
      ),
      lines: min(first, last)...max(first, last),
      headings: strings(),
      text: text,
      sentences: [range(in: inText), range(in: inText)],
      markers: [CitationMarker(label: string(), range: range(in: inText))],
      markup: [range(in: inText)],
      prefix: string(),
      suffix: string()
    )
  }

  mutating func record() -> DocumentRecord {
    DocumentRecord(
      number: DocumentNumber(UInt32(truncatingIfNeeded: next())),
      folder: string(),
      path: RelativePath(bytes: [0xFF, UInt8(truncatingIfNeeded: next())]),
      checkpoint: Checkpoint(
        inode: next(),
        size: Int64(integer()),
        modified: Timestamp(nanoseconds: Int64(integer())),
        changed: Timestamp(nanoseconds: Int64(integer())),
        isSettled: Bool.random(using: &self)
      ),
      digest: string(),
      md5: string(),
      processing: string(),
      mediaType: string(),
      title: optional(),
      authors: strings(),
      language: optional(),
      date: optional(),
      encoding: string(),
      length: TextLength(bytes: integer(), characters: integer(), utf16: integer()),
      passageCount: integer(),
      references: [
        Reference(
          label: string(),
          text: string(),
          url: optional(),
          doi: optional(),
          item: optional()
        )
      ],
      failure: optional(),
      formerPlaces: strings().map { DocumentPlace(folder: $0, path: RelativePath($0)) }
    )
  }
}

@Suite
struct `Records` {
  @Test
  func `any passage is read as it was written`() throws {
    var generator = SeededGenerator(state: 1)
    for _ in 0..<500 {
      let passage = generator.passage()
      let language = generator.optional()
      let decoded = try PassageRecord.decode(PassageRecord.encode(passage, language: language))
      #expect(decoded == (passage, language))
    }
  }

  @Test
  func `any document record is read as it was written`() throws {
    var generator = SeededGenerator(state: 2)
    for _ in 0..<500 {
      let record = generator.record()
      #expect(try DocumentRecord(decoding: record.encoded) == record)
    }
  }

  @Test
  func `every shortened record is corrupt`() {
    var generator = SeededGenerator(state: 3)
    let (passage, record) = (
      PassageRecord.encode(generator.passage(), language: "de"), generator.record().encoded
    )
    for end in passage.indices {
      #expect(code { _ = try PassageRecord.decode(Array(passage[..<end])) } == .corrupt)
    }
    for end in record.indices {
      #expect(code { _ = try DocumentRecord(decoding: Array(record[..<end])) } == .corrupt)
    }
    #expect(code { _ = try PassageRecord.decode(passage + [0]) } == .corrupt)
    #expect(code { _ = try DocumentRecord(decoding: record + [0]) } == .corrupt)
  }

  @Test
  func `damaged bytes are read or corrupt, and never end the program`() {
    var generator = SeededGenerator(state: 4)
    for _ in 0..<2_000 {
      var passage = PassageRecord.encode(generator.passage(), language: "de")
      var record = generator.record().encoded
      for _ in 0..<3 {
        passage[Int.random(in: passage.indices, using: &generator)] = UInt8(
          truncatingIfNeeded: generator.next()
        )
        record[Int.random(in: record.indices, using: &generator)] = UInt8(
          truncatingIfNeeded: generator.next()
        )
      }
      #expect([nil, .corrupt].contains(code { _ = try PassageRecord.decode(passage) }))
      #expect([nil, .corrupt].contains(code { _ = try DocumentRecord(decoding: record) }))
    }
  }

  @Test
  func `a number of more than 64 bits is corrupt`() {
    var decoder = RecordDecoder(Array(repeating: 0xFF, count: 9) + [0x02])
    #expect(code { _ = try decoder.unsigned() } == .corrupt)
  }

  @Test
  func `the largest number is read as it was written`() throws {
    var encoder = RecordEncoder()
    encoder.append(UInt64.max)
    var decoder = RecordDecoder(encoder.bytes)
    #expect(try decoder.unsigned() == .max)
  }
}
