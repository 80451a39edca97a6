// SPDX-License-Identifier: GPL-3.0-or-later

extension DateRange {
  /// The days that `written` names: `2024`, `2024-01`, `2024-01-15`, two of these with `..` between
  /// them, of which one may be missing, or one behind `>`, `>=`, `<`, `<=`; nil if it is none of these.
  init?(written: String) {
    let text = Self.plain(written)
    if let comparison = ["<=", ">=", "<", ">"].first(where: { text.hasPrefix($0) }) {
      self.init(text.dropFirst(comparison.count), comparedBy: comparison)
      return
    }
    let ends = text.split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    if ends.count == 1 {
      guard let days = Days(text[...]) else { return nil }
      self.init(lower: days.first, upper: days.end)
      return
    }
    let (from, to) = (Days(ends[0]), Days(ends[1]))
    guard from != nil || ends[0].isEmpty, to != nil || ends[1].isEmpty else { return nil }
    switch (from, to) {
    case (nil, nil): return nil
    case (let from?, let to?) where from.first >= to.end: return nil
    default: self.init(lower: from?.first, upper: to?.end)
    }
  }

  private init?(_ date: Substring, comparedBy comparison: String) {
    guard let days = Days(date) else { return nil }
    switch comparison {
    case "<": self.init(lower: nil, upper: days.first)
    case "<=": self.init(lower: nil, upper: days.end)
    case ">": self.init(lower: days.end, upper: nil)
    default: self.init(lower: days.first, upper: nil)
    }
  }

  /// Dates may come from copied text: with typographic dashes, and `…` for `..`.
  private static func plain(_ written: String) -> String {
    var text = ""
    for scalar in written.unicodeScalars {
      switch scalar {
      case "\u{2010}"..."\u{2013}", "\u{2212}": text += "-"
      case "\u{2026}": text += ".."
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}

/// The days of one date, as seconds since 1970.
private struct Days {
  /// When the first of them begins.
  let first: Int64
  /// When the last of them is over.
  let end: Int64

  init?(_ written: Substring) {
    let parts = written.utf8.split(
      separator: UInt8(ascii: "-"),
      omittingEmptySubsequences: false
    )
    guard let year = Self.number(parts[0], digits: 4), year > 0 else { return nil }
    let last: (year: Int, month: Int, day: Int)
    switch parts.count {
    case 1:
      (first, last) = (Self.second(year, 1, 1), (year + 1, 1, 1))
    case 2, 3:
      guard let month = Self.number(parts[1], digits: 2), (1...12).contains(month) else {
        return nil
      }
      let next = month < 12 ? (year, month + 1) : (year + 1, 1)
      guard parts.count == 3 else {
        (first, last) = (Self.second(year, month, 1), (next.0, next.1, 1))
        break
      }
      let monthEnd = Self.second(next.0, next.1, 1)
      guard let day = Self.number(parts[2], digits: 2), day > 0,
        Self.second(year, month, day) < monthEnd
      else { return nil }
      (first, last) = (Self.second(year, month, day), (year, month, day + 1))
    default: return nil
    }
    end = Self.second(last.year, last.month, last.day)
  }

  private static func number(_ text: Substring.UTF8View, digits: Int) -> Int? {
    guard text.count == digits, text.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(Substring(text))
  }

  /// When a day of the Gregorian calendar begins in UTC; `day` may lie behind the end of the month.
  private static func second(_ year: Int, _ month: Int, _ day: Int) -> Int64 {
    // Counted from March, so that the leap day is the last of its year.
    let marchYear = month > 2 ? year : year - 1
    let marchMonth = (month + 9) % 12
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    // 719,468 days lie between the first of March of the year 0 and 1970.
    return Int64(marchYear * 365 + leapDays + dayOfYear - 719_468) * 86_400
  }
}
