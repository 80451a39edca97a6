// SPDX-License-Identifier: GPL-3.0-or-later

package import TestSupport

/// Files that are hard to count in: every plane of Unicode, marks that combine, all line ends, empty
/// lines, no line end at the end.
package enum HostileText {
  /// The bytes of a file in UTF-8.
  package static func bytes(_ random: inout SeededGenerator) -> [UInt8] {
    var text = String.UnicodeScalarView()
    if random.once(in: 8) { text.append("\u{FEFF}") }
    for _ in 0..<random.number(1...60) {
      for _ in 0..<random.number(0...12) {
        for _ in 0..<random.number(1...8) { text.append(scalar(&random)) }
        text.append([" ", " ", " ", "\t", "\u{A0}", "\u{3000}", "\u{200B}", "."].pick(&random))
      }
      if random.once(in: 3) { text.append([".", "!", "?", "。", "…"].pick(&random)) }
      let end = ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\n \n", " ", "\u{2028}"].pick(&random)
      text.append(contentsOf: end.unicodeScalars)
    }
    if random.once(in: 2) { text.append("x") }
    return Array(String(text).utf8)
  }

  private static func scalar(_ random: inout SeededGenerator) -> Unicode.Scalar {
    let range: ClosedRange<Int> =
      switch random.number(0...9) {
      case 0...3: 0x61...0x7A
      case 4: 0xC0...0x24F
      case 5: 0x300...0x36F
      case 6: 0x370...0x1FFF
      case 7: 0x4E00...0x9FFF
      case 8: 0x1F300...0x1FAFF
      default: 0xA0...0x10FFFF
      }
    return Unicode.Scalar(UInt32(random.number(range))) ?? "\u{FFFD}"
  }
}
