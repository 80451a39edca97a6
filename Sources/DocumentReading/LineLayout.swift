// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Tells a hard-wrapped paragraph from lines that are a paragraph each.
struct LineLayout {
  /// Lines wider than this were not wrapped by anyone, in columns.
  private static let widestWrapped = 120
  /// One line wider than this tells that the lines around it are paragraphs too.
  private static let certainlyUnwrapped = 250
  /// Lines that end so far before the widest could have taken the next word.
  private static let slack = 4

  let utf8: [UInt8]
  /// Lines without a blank line between them, at least two.
  let lines: ArraySlice<Line>

  /// Whether each line is a paragraph of its own.
  var isParagraphALine: Bool {
    let widths = lines.map { width($0.content) }
    let widest = widths.max() ?? 0
    let longCount = widths.count { $0 > Self.widestWrapped }
    if longCount > 0 {
      if longCount * 5 >= widths.count { return true }
      // One long line among many that were wrapped is an address or the like.
      let widestShort = widths.lazy.filter { $0 <= Self.widestWrapped }.max() ?? 0
      if widest > Self.certainlyUnwrapped { return !isWrapped(widths, widest: widestShort) }
    }
    guard widest >= 40, !isWrapped(widths, widest: widest) else { return false }
    let sentenceEnds = lines.count { endsSentence($0.content) }
    return sentenceEnds * 10 >= lines.count * 7 && widths.reduce(0, +) >= 40 * widths.count
  }

  /// Whether most lines end because the next word had no room.
  private func isWrapped(_ widths: [Int], widest: Int) -> Bool {
    var forced = 0
    for (width, next) in zip(widths, lines.dropFirst()) {
      let word = utf8[next.content].prefix { $0 != Byte.space }
      if width + 1 + word.count > widest - Self.slack { forced += 1 }
    }
    return forced * 10 >= (widths.count - 1) * 6
  }

  /// Columns: the characters from U+3000 on, nearly all Chinese, Japanese or Korean, take two.
  private func width(_ range: Range<Int>) -> Int {
    var columns = 0
    for byte in utf8[range] where byte & 0xC0 != 0x80 { columns += byte >= 0xE3 ? 2 : 1 }
    return columns
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    switch utf8.scalar(before: range.upperBound).value {
    case ".", "!", "?", "\"", "”", "]", ")", "。", "！", "？": true
    default: false
    }
  }
}
