// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

/// When something was published, by the fields of an entry.
enum BibTeXDate {
  static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The date of `date`, or of `year`, `month` and `day`, as CSL has it; nil if none is stated.
  static func issued(_ entry: BibTeXEntry) -> JSONValue? {
    if let date = entry.value("date") { return parsed(TeXText.plain(date)) }
    guard let year = entry.value("year").map(TeXText.plain) else { return nil }
    guard let number = Self.number(year), !year.isEmpty, year.utf8.count == 4 else {
      return parsed(year)
    }
    var parts = [number]
    let words =
      entry.value("month").map(TeXText.plain)?.lowercased()
      .split { !$0.isLetter && !$0.isNumber }.map(String.init) ?? []
    let named = words.compactMap(month)
    let numbers = words.compactMap(Self.number)
    let stated = entry.value("day").map(TeXText.plain).flatMap(Self.number)
    // Two months are no month, and a number beside a month's name is its day.
    if named.count == 1 {
      parts += named
      if let day = stated ?? numbers.first, numbers.count < 2, (1...31).contains(day) {
        parts.append(day)
      }
    } else if named.isEmpty, numbers.count == 1, (1...12).contains(numbers[0]) {
      parts += numbers
      if let day = stated, (1...31).contains(day) { parts.append(day) }
    }
    return dateParts([parts])
  }

  /// A date or a range of dates as biblatex writes them; what is none of these, as it stands.
  static func parsed(_ text: String) -> JSONValue? {
    let sides = text.split { "/–—".contains($0) }.map(String.init)
    let isRange = sides.count == 2 && sides.allSatisfy { parts($0) != nil }
    if isRange || sides.count == 1 {
      let dates = sides.compactMap(parts)
      if dates.count == sides.count { return dateParts(dates) }
    }
    return text.isEmpty ? nil : .object(["literal": .string(text)])
  }

  /// Year, month and day of `2001-05-03`, or as many as there are.
  private static func parts(_ text: String) -> [Int]? {
    // The time of day says nothing here.
    let day = text.split(separator: "T").first ?? ""
    let parts = day.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { number(String($0)) }
    guard numbers.count == parts.count, (1...3).contains(parts.count), parts[0].utf8.count == 4,
      numbers.dropFirst().first.map({ (1...12).contains($0) }) ?? true,
      numbers.dropFirst(2).first.map({ (1...31).contains($0) }) ?? true
    else { return nil }
    return numbers
  }

  private static func dateParts(_ dates: [[Int]]) -> JSONValue {
    .object(["date-parts": .array(dates.map { .array($0.map { .number(String($0)) }) })])
  }

  private static func month(_ word: String) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.hasPrefix(word) }.map { $0 + 1 }
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy(Byte.isDigit) ? Int(text) : nil
  }
}
