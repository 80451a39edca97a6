// SPDX-License-Identifier: GPL-3.0-or-later

/// Tells the levels of headings that bear no marks from how they are written.
///
/// Books have parts, chapters and sections; reports count `2.1`; others write the higher headings in
/// capitals. The kinds that a text has, in this order, are its levels.
struct HeadingRank {
  private static let capitals = 3
  private static let numbered = 4
  private static let plain = 20

  private static let words: [(rank: Int, words: Set<String>)] = [
    (
      0,
      [
        "book", "part", "volume", "buch", "teil", "band", "часть", "книга", "том", "libro", "parte",
        "partie",
      ]
    ),
    (
      1, ["act", "chapter", "kapitel", "глава", "capítulo", "chapitre", "canto", "stave", "letter"]
    ),
    (2, ["scene", "section", "abschnitt", "раздел", "§", "sección"]),
  ]

  private let ranks: [String: Int]
  /// The ranks that the text has, the highest first.
  private let order: [Int]

  /// - Parameter names: all that may be headings.
  init(of names: [String]) {
    let capitalsCount = names.count(where: Self.isInCapitals)
    let usesCapitals = capitalsCount >= 2 && capitalsCount * 5 >= names.count
    let isNumbered = names.count { Self.numberingDepth($0) != nil } >= 2
    var ranks: [String: Int] = [:]
    for name in names {
      if let rank = Self.chapterRank(name) {
        ranks[name] = rank
      } else if isNumbered {
        // `Abstract` beside `1 Introduction` is of its level.
        ranks[name] = Self.numbered + (Self.numberingDepth(name) ?? 1)
      } else {
        ranks[name] = usesCapitals && Self.isInCapitals(name) ? Self.capitals : Self.plain
      }
    }
    self.ranks = ranks
    order = Set(ranks.values).sorted()
  }

  /// The level that its kind gives a heading, from 1; nil where all are of one kind.
  func level(of name: String) -> Int? {
    guard order.count > 1, let rank = ranks[name] else { return nil }
    return order.firstIndex(of: rank).map { $0 + 1 }
  }

  /// How deep a number like `2.1` or `2.1.` counts that the heading begins with.
  static func numberingDepth(_ name: String) -> Int? {
    let number = name.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard number.count < name.count, name[number.endIndex] == " " || number.last == "." else {
      return nil
    }
    let parts = number.split(separator: ".")
    guard !parts.isEmpty, parts.count <= 6, parts.allSatisfy({ $0.count <= 2 }) else { return nil }
    return parts.count
  }

  /// Whether a word in small letters names a part of a book: `chapter`, `глава`.
  static func isChapterWord(_ word: String) -> Bool {
    word == "appendix" || words.contains { $0.words.contains(word) }
  }

  private static func chapterRank(_ name: String) -> Int? {
    if let chinese = chineseRank(name) { return chinese }
    let parts = name.lowercased().split(separator: " ", maxSplits: 2)
    guard parts.count >= 2 else { return nil }
    for (rank, words) in words where words.contains(String(parts[0])) || isOrdinal(parts, words) {
      return rank
    }
    return nil
  }

  /// Whether it is like `Erster Teil` or `Часть первая`, the number first.
  private static func isOrdinal(_ parts: [Substring], _ words: Set<String>) -> Bool {
    parts.count == 2 && words.contains(String(parts[1]))
  }

  /// `第三章`, `第一部`, `第二节`, `三、`.
  private static func chineseRank(_ name: String) -> Int? {
    let numeral = name.prefix(4).prefix { "一二三四五六七八九十".contains($0) }
    if !numeral.isEmpty, name[numeral.endIndex...].first == "、" { return capitals }
    guard name.first == "第" else { return nil }
    let counter = name.dropFirst().prefix(6).drop { "〇零一二三四五六七八九十百0123456789".contains($0) }
    switch counter.first {
    case "部", "卷", "篇", "编", "編": return 0
    case "章", "回": return 1
    case "节", "節": return 2
    default: return nil
    }
  }

  private static func isInCapitals(_ name: String) -> Bool {
    var count = 0
    for scalar in name.unicodeScalars {
      if scalar.isSmall { return false }
      if scalar.isCapital { count += 1 }
    }
    return count >= 4
  }
}
