// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Changes a copy of masked text so that Unicode's rules find boundaries that they would miss.
///
/// Bytes are replaced one for one, so that offsets stay; nothing but those rules reads the copy.
enum BoundaryHints {
  private static let letter = UInt8(ascii: "A")

  static func added(to masked: [UInt8]) -> [UInt8] {
    var copy = masked
    var index = 0
    while index < masked.count {
      switch masked[index] {
      case UInt8(ascii: "."):
        showNumber(behind: index + 1, of: masked, in: &copy)
        index += 1
      case 0xE3 where masked[index + 1] == 0x80 && masked[index + 2] == 0x82,
        0xEF where masked[index + 1] == 0xBC && [0x81, 0x9F].contains(masked[index + 2]):
        showOpening(behind: index + 3, of: masked, in: &copy)
        index += 3
      default: index += 1
      }
    }
    return copy
  }

  /// The rules find no sentence that begins with a number and goes on in lower case, nor one that
  /// begins with a word such as `iPhone`: a capital letter shows them.
  private static func showNumber(
    behind stop: Int,
    of masked: [UInt8],
    in copy: inout [UInt8]
  ) {
    var next = stop
    while next < masked.count, masked.scalar(at: next).value.closesQuotation {
      next += masked.scalar(at: next).length
    }
    let spaces = next
    while next < masked.count, masked.scalar(at: next).value.isSpace {
      next += masked.scalar(at: next).length
    }
    guard next > spaces else { return }
    // In brackets it is the year of a work more often than the beginning of a sentence.
    while next < masked.count, masked[next] != UInt8(ascii: "("),
      masked.scalar(at: next).value.opensSentence
    {
      next += masked.scalar(at: next).length
    }
    guard next + 1 < masked.count else { return }
    let isMixedCase =
      (0x61...0x7A).contains(masked[next]) && (0x41...0x5A).contains(masked[next + 1])
    if SentenceMask.isDigit(masked[next]) || isMixedCase { copy[next] = letter }
  }

  /// To the rules all quotation marks and brackets close; those that open behind `。` without a
  /// space belong to the next sentence: a letter in their place shows it.
  private static func showOpening(
    behind stop: Int,
    of masked: [UInt8],
    in copy: inout [UInt8]
  ) {
    var next = stop
    while next < masked.count {
      let (value, length) = masked.scalar(at: next)
      if opens(value) {
        guard next + length < masked.count, masked[next + length] > 0x2F else { return }
        // Letters of as many bytes: `A`, or `一`.
        let bytes: [UInt8] = length == 3 ? [0xE4, 0xB8, 0x80] : [letter]
        copy.replaceSubrange(next..<next + bytes.count, with: bytes)
        return
      }
      guard value.closesQuotation else { return }
      next += length
    }
  }

  private static func opens(_ value: Unicode.Scalar) -> Bool {
    switch value {
    case "(", "[", "“", "‘", "〈", "《", "「", "『", "【", "〔", "（": true
    default: false
    }
  }
}
