// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

/// The beginning of an entry, where its shape leaves no doubt: `Family, Given. (1999). Title. …`.
struct EntryByline {
  /// As CSL has them; none where the entry begins with its date.
  let authors: [JSONValue]
  /// As CSL has it.
  let issued: JSONValue
  /// Nil where it is not certain how far it goes.
  let title: String?

  /// Longer beginnings are no names.
  private static let longestNames = 300

  /// Reads an entry's text; nil if its shape is another.
  init?(_ text: String) {
    guard let open = text.firstIndex(of: "("),
      text[..<open].utf8.count <= Self.longestNames,
      let close = text[open...].firstIndex(of: ")"),
      let issued = Self.date(text[text.index(after: open)..<close])
    else { return nil }
    let rest = text[text.index(after: close)...]
    guard rest.hasPrefix(". "), !Self.holdsAnotherYear(rest),
      let authors = EntryNames.names(in: text[..<open])
    else { return nil }
    self.authors = authors
    self.issued = issued
    title = EntryTitle.title(at: rest.dropFirst(2))
  }

  /// `1999`, `May 1999`, `3 May 1999`, `May 3, 1999`, `1999-05-03`.
  private static func date(_ text: Substring) -> JSONValue? {
    if text.contains("-") {
      let parsed = BibTeXDate.parsed(String(text))
      return parsed?["date-parts"] == nil || text.utf8.count != 10 ? nil : parsed
    }
    let words = text.split { $0 == " " || $0 == "," }
    let years = words.compactMap(year)
    guard years.count == 1 else { return nil }
    var parts = [years[0]]
    let others = words.filter { year($0) == nil }
    let names = others.filter { !$0.utf8.allSatisfy(Byte.isDigit) }
    let numbers = others.filter { $0.utf8.allSatisfy(Byte.isDigit) }.compactMap { Int($0) }
    guard names.count <= 1, numbers.count <= names.count else { return nil }
    if let name = names.first {
      guard name.count >= 3,
        let month = BibTeXDate.months.firstIndex(where: {
          $0 == name.lowercased() || $0.prefix(3) == name.lowercased()
        })
      else { return nil }
      parts.append(month + 1)
      if let day = numbers.first {
        guard (1...31).contains(day) else { return nil }
        parts.append(day)
      }
    }
    let numbersOfParts = parts.map { JSONValue.number(String($0)) }
    return .object(["date-parts": .array([.array(numbersOfParts)])])
  }

  private static func year(_ word: Substring) -> Int? {
    guard word.utf8.count == 4, word.utf8.allSatisfy(Byte.isDigit), let year = Int(word),
      (1000...2100).contains(year)
    else { return nil }
    return year
  }

  /// Whether another work seems to follow.
  private static func holdsAnotherYear(_ rest: Substring) -> Bool {
    rest.split(separator: "(").dropFirst(rest.hasPrefix("(") ? 0 : 1).contains { part in
      part.split { !$0.isNumber }.contains { year($0) != nil && part.contains(")") }
    }
  }
}
