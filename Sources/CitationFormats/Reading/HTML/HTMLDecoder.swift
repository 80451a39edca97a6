// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads the text that HTML means.
struct HTMLDecoder {
  private let utf8: [UInt8]
  private var references = CharacterReferences()

  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
  }

  /// The text of an element or of an attribute's value; line ends are line feeds.
  ///
  /// The mark is the quotation mark around a value; 0 if there is none.
  mutating func text(of range: Range<Int>, mark: UInt8 = 0) -> SpelledText {
    var text = SpelledText(at: range.lowerBound, spelling: .html(mark))
    var start = range.lowerBound
    var offset = start
    while offset < range.upperBound {
      switch utf8[offset] {
      case UInt8(ascii: "&"):
        guard
          let (written, meaning) = references.reference(
            at: offset,
            before: range.upperBound,
            of: utf8
          )
        else { break }
        text.append(start..<offset, of: utf8)
        text.append(meaning, writtenAt: written)
        start = written.upperBound
        offset = start
        continue
      case UInt8(ascii: "\r"):
        text.append(start..<offset, of: utf8)
        let next = offset + 1
        let isPair = next < range.upperBound && utf8[next] == UInt8(ascii: "\n")
        start = isPair ? next + 1 : next
        text.append([UInt8(ascii: "\n")], writtenAt: offset..<start)
        offset = start
        continue
      default: break
      }
      offset += 1
    }
    text.append(start..<range.upperBound, of: utf8)
    return text
  }
}
