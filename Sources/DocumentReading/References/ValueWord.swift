// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Knows words that say of a number in brackets behind them that it is no label: `Eq. [1]` is the
/// equation, `the interval [1, 2]` has bounds.
enum ValueWord {
  /// Before any number.
  private static let numbered: Set<String> = [
    "eq.", "eqs.", "eqn.", "equation", "equations", "fig.", "figs.", "figure", "p.", "pp.", "page",
    "pages", "gl.", "gleichung", "abb.", "abbildung", "s.", "seite", "рис.", "рисунок", "уравнение",
    "уравнении", "стр.", "ec.", "ecuación", "pág.", "éq.", "équation",
  ]
  /// Before two of them.
  private static let bounded: Set<String> = [
    "interval", "intervals", "range", "intervall", "bereich", "отрезок", "отрезке", "отрезка",
    "интервал", "интервале", "intervalo", "intervalle",
  ]
  /// Chinese puts no space between.
  private static let intervals = ["区间", "區間"]
  private static let longestByteCount = 24

  /// Whether such a word ends at `offset`, with a space behind it: `the range[3]` is a marker.
  static func ends(
    at offset: Int,
    before labelCount: Int,
    in range: Range<Int>,
    of utf8: [UInt8]
  ) -> Bool {
    let before = utf8[range.lowerBound..<offset].suffix(longestByteCount + 1)
    let word = before.reversed().prefix {
      $0 >= 0x80 || Byte.isASCIILetter($0) || $0 == Byte.dot
    }
    guard word.count > 1, word.count <= longestByteCount, utf8[offset] == Byte.space else {
      return labelCount > 1
        && intervals.contains { before.reversed().starts(with: $0.utf8.reversed()) }
    }
    let name = String(decoding: word.reversed(), as: UTF8.self).lowercased()
    return numbered.contains(name) || (labelCount > 1 && bounded.contains(name))
  }
}
