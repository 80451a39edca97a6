// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import TestSupport

/// Anchors of all forms, with names that nobody would choose.
struct RandomAnchor {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> CitationAnchor {
    let hasLength = chance()
    let hasMD5 = chance()
    return CitationAnchor(
      folder: text(1...12),
      path: path(),
      position: position(),
      length: hasLength ? number() : nil,
      md5: hasMD5 ? hexadecimal() : nil,
      encoding: ["UTF-8", "windows-1251", "Shift_JIS", "ISO_8859-1:1987", nil]
        .randomElement(using: &random) ?? nil,
      excerpt: chance() ? excerpt() : nil
    )
  }

  private mutating func chance() -> Bool { Bool.random(using: &random) }

  private mutating func number() -> Int {
    chance() ? Int.random(in: 0...30, using: &random) : Int.random(in: 0...(.max), using: &random)
  }

  private mutating func hexadecimal() -> String {
    (0..<32).map { _ in String(Int.random(in: 0..<16, using: &random), radix: 16) }.joined()
  }

  private mutating func position() -> AnchorPosition? {
    let ends = [number(), number()].sorted()
    let span =
      switch Int.random(in: 0..<4, using: &random) {
      case 0: AnchorSpan(from: ends[0])
      case 1: AnchorSpan(upTo: ends[0])
      case 2: AnchorSpan(ends[0]..<ends[0])
      default: AnchorSpan(ends[0]..<ends[1])
      }
    return switch Int.random(in: 0..<4, using: &random) {
    case 0: nil
    case 1: .lines(span)
    case 2: .page(max(1, ends[0]))
    default: .characters(span)
    }
  }

  private mutating func excerpt() -> TextDirective? {
    TextDirective(
      prefix: text(0...8),
      start: text(1...8),
      end: text(0...8),
      suffix: text(0...8)
    )
  }

  /// Bytes of any kind but zero and slash; no name of them is `.` or `..`.
  private mutating func path() -> RelativePath {
    var bytes: [UInt8] = []
    for _ in 0...Int.random(in: 0...3, using: &random) {
      if !bytes.isEmpty { bytes.append(UInt8(ascii: "/")) }
      for _ in 0...Int.random(in: 1...9, using: &random) {
        let byte = UInt8.random(in: 1...255, using: &random)
        bytes.append(byte == UInt8(ascii: "/") ? UInt8(ascii: "#") : byte)
      }
      bytes.append(0xFE)
    }
    return RelativePath(bytes: bytes)
  }

  /// Half of it characters that mean something in anchors.
  private mutating func text(_ length: ClosedRange<Int>) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: length, using: &random) {
      let scalar =
        chance()
        ? "-,&=;:~#%/<> \n\u{0}.".unicodeScalars.randomElement(using: &random)
        : Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random))
      text.append(scalar ?? "é")
    }
    return String(text)
  }
}
