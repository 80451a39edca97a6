// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A text as it is meant, of which every byte knows where in a file it is written.
struct SpelledText {
  private struct Origin {
    let start: UInt32
    let end: UInt32
  }

  /// Valid UTF-8.
  private(set) var utf8: [UInt8]
  /// Where each byte is written; nil where that is its own offset.
  private var origins: [Origin]?
  /// Where the text is written that is empty.
  private let start: Int
  /// How it has to be written there.
  let spelling: FixPlace.Spelling

  /// Takes the bytes of a whole file as they are.
  init(whole utf8: [UInt8]) {
    self.utf8 = utf8
    origins = nil
    start = 0
    spelling = .plain
  }

  /// An empty text, whose first byte will be written at `offset`.
  init(at offset: Int, spelling: FixPlace.Spelling) {
    utf8 = []
    origins = []
    start = offset
    self.spelling = spelling
  }

  /// Takes a stretch of a file as it is.
  init(_ range: Range<Int>, of file: [UInt8], spelling: FixPlace.Spelling) {
    self.init(at: range.lowerBound, spelling: spelling)
    append(range, of: file)
  }

  /// Adds bytes that are written as they are.
  mutating func append(_ range: Range<Int>, of file: [UInt8]) {
    utf8 += file[range]
    origins?.append(
      contentsOf: range.lazy.map { Origin(start: UInt32($0), end: UInt32($0 + 1)) }
    )
  }

  /// Adds bytes that are written as something else, at `range`.
  mutating func append(_ meaning: some Sequence<UInt8>, writtenAt range: Range<Int>) {
    let origin = Origin(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
    for byte in meaning {
      utf8.append(byte)
      origins?.append(origin)
    }
  }

  /// Where `range` of the text is written.
  func place(of range: Range<Int>) -> Range<Int> {
    guard let origins else { return range }
    guard !range.isEmpty else {
      let offset =
        origins.indices.contains(range.lowerBound)
        ? Int(origins[range.lowerBound].start) : origins.last.map { Int($0.end) } ?? start
      return offset..<offset
    }
    return Int(origins[range.lowerBound].start)..<Int(origins[range.upperBound - 1].end)
  }

  /// Whether something stands within `range` that is no part of the text: markup, which would be lost if
  /// the stretch were written anew.
  func isParted(_ range: Range<Int>) -> Bool {
    guard let origins, !range.isEmpty else { return false }
    return range.dropLast().contains { index in
      let (one, next) = (origins[index], origins[index + 1])
      return one.end != next.start && one.start != next.start
    }
  }

  /// The place of a stretch that has to be written anew.
  func fix(_ kind: FixPlace.Kind, _ range: Range<Int>) -> FixPlace {
    FixPlace(kind, range: place(of: range), text: string(range), spelling: spelling)
  }

  /// What `range` of the text reads.
  func string(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  /// All of it, without white space at its ends.
  var trimmed: Range<Int> { utf8.trimmed(0..<utf8.count) }
}
