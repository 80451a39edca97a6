// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Reads the text that Markdown means.
struct MarkdownDecoder {
  private let utf8: [UInt8]
  private let blocks: MarkdownBlocks
  private var references = CharacterReferences()

  init(_ utf8: [UInt8], _ blocks: MarkdownBlocks) {
    self.utf8 = utf8
    self.blocks = blocks
  }

  /// The text of a leaf, line for line.
  mutating func text(ofLeaf index: Int) -> SpelledText {
    let range = blocks.range(ofLeaf: index)
    var text = SpelledText(at: range.lowerBound, spelling: .plain)
    var reached = range.lowerBound
    for run in blocks.runs[blocks.leaves[index].runs] {
      let gap = reached..<run.range.lowerBound
      if utf8[gap].elementsEqual([UInt8(ascii: "\\")]), run.kind == .text {
        // The backslash and the character behind it are one.
        let next = run.range.lowerBound + 1
        text.append([utf8[next - 1]], writtenAt: gap.lowerBound..<next)
        text.append(next..<run.range.upperBound, of: utf8)
        reached = run.range.upperBound
        continue
      }
      addBreak(gap, to: &text)
      reached = run.range.upperBound
      switch run.kind {
      case .text: text.append(run.range, of: utf8)
      case .reference:
        let written = utf8[run.range]
        text.append(meaning(of: written) ?? Array(written), writtenAt: run.range)
      case .html:
        let tag = utf8[run.range].prefix(3).map { $0 | 0x20 }
        if tag.elementsEqual("<br".utf8) { text.append([0x0A], writtenAt: run.range) }
      }
    }
    return text
  }

  /// Adds what the markup between two runs of text means: lines, or cells of a table.
  ///
  /// One tilde is itself: two anchors that show words have one each, `:~:text=`, and what stands
  /// between them is not struck out.
  private func addBreak(_ gap: Range<Int>, to text: inout SpelledText) {
    if utf8[gap].elementsEqual([UInt8(ascii: "~")]) {
      text.append(gap, of: utf8)
      return
    }
    var meaning: [UInt8] = []
    var isBehindReturn = false
    for byte in utf8[gap] {
      if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && !isBehindReturn) {
        meaning.append(UInt8(ascii: "\n"))
      }
      isBehindReturn = byte == UInt8(ascii: "\r")
    }
    if meaning.isEmpty, utf8[gap].contains(UInt8(ascii: "|")) { meaning = [UInt8(ascii: " ")] }
    if !meaning.isEmpty { text.append(meaning, writtenAt: gap) }
  }

  /// What a character reference stands for: a number is that of the character, where HTML takes some of
  /// them for those of Windows-1252.
  private mutating func meaning(of reference: ArraySlice<UInt8>) -> [UInt8]? {
    let number = reference.dropFirst(2).dropLast()
    guard reference.dropFirst().first == UInt8(ascii: "#"), let first = number.first else {
      return references.meaning(of: reference)
    }
    let isHexadecimal = first | 0x20 == UInt8(ascii: "x")
    let digits = String(decoding: isHexadecimal ? number.dropFirst() : number, as: UTF8.self)
    guard let value = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
    let scalar = value == 0 ? nil : Unicode.Scalar(value)
    return Array(String(scalar ?? "\u{FFFD}").utf8)
  }

  /// The text of a destination or a title: without backslashes before punctuation, without references.
  mutating func text(of range: Range<Int>, spelling: FixPlace.Spelling) -> SpelledText {
    var text = SpelledText(at: range.lowerBound, spelling: spelling)
    var offset = range.lowerBound
    while offset < range.upperBound {
      let next = offset + 1
      if utf8[offset] == UInt8(ascii: "\\"), next < range.upperBound, utf8[next].isPunctuation {
        text.append([utf8[next]], writtenAt: offset..<next + 1)
        offset = next + 1
      } else if utf8[offset] == UInt8(ascii: "&"),
        let (written, _) = references.reference(
          at: offset,
          before: range.upperBound,
          of: utf8
        ),
        let meaning = meaning(of: utf8[written])
      {
        text.append(meaning, writtenAt: written)
        offset = written.upperBound
      } else {
        text.append(offset..<next, of: utf8)
        offset = next
      }
    }
    return text
  }
}

extension UInt8 {
  /// Whether it is ASCII punctuation.
  ///
  /// - SeeAlso: CommonMark 0.30 section 2.1.
  fileprivate var isPunctuation: Bool {
    switch self {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
