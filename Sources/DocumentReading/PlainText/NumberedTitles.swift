// SPDX-License-Identifier: GPL-3.0-or-later

/// Decides whether titles like `2. Methods` are the headings of a text or the items of a list.
///
/// They are headings if they count from 1, afresh only right under a heading without such a number,
/// if each stands over text or over another heading, and if there are two of them or subheadings
/// like `2.1`.
struct NumberedTitles {
  /// What a heading has under it, in bytes.
  private static let shortestText = 60

  let utf8: [UInt8]
  let items: [PlainTextItem]

  /// The items with none whose kind is open.
  var decided: [PlainTextItem] {
    let numbered = items.indices.filter { items[$0].kind == .numberedTitle }
    guard !numbered.isEmpty else { return items }
    let kind = areHeadings(numbered) ? PlainTextItem.Kind.titleLike : .text
    var decided = items
    for index in numbered { decided[index].kind = kind }
    return decided
  }

  private func areHeadings(_ numbered: [Int]) -> Bool {
    var last = 0
    for index in numbered {
      if index > 0, items[index - 1].isGuess, number(of: items[index]) == 1 { last = 0 }
      guard number(of: items[index]) == last + 1, heads(index + 1) else { return false }
      last += 1
    }
    return numbered.count > 1
      || items.contains { item in
        item.isGuess && HeadingRank.numberingDepth(utf8.lineOfText(in: item.range)) ?? 0 > 1
      }
  }

  private func heads(_ index: Int) -> Bool {
    guard index < items.count else { return false }
    let item = items[index]
    return item.isGuess || (item.kind == .text && item.range.count >= Self.shortestText)
  }

  private func number(of item: PlainTextItem) -> Int? {
    let digits = utf8[item.range].prefix(4).prefix(while: Byte.isDigit)
    return Int(String(decoding: digits, as: UTF8.self))
  }
}
