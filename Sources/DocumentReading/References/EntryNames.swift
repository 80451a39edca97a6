// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

/// The names before the date of an entry, if each is certainly `Family, Given`.
enum EntryNames {
  private static let particles: Set<Substring> = [
    "de", "del", "della", "der", "den", "di", "da", "dos", "du", "la", "le", "van", "von", "zu",
    "ten", "ter", "al", "bin", "ibn",
  ]
  /// What stands in names of bodies and places, but in no name of a person.
  private static let impersonal: Set<String> = [
    "see", "cf", "also", "quoted", "cited", "in", "by", "from", "the", "of", "and", "for",
    "university", "department", "office", "ministry", "institute",
    "bureau", "council", "committee", "commission", "association", "society", "center", "centre",
    "group", "team", "staff", "press", "news", "inc", "ltd", "llc", "corp", "co", "company",
    "government", "national", "international", "library", "museum", "agency", "service", "services",
    "survey", "bank", "jr", "sr", "ii", "iii", "iv", "ed", "eds", "editor", "editors", "trans",
    "et", "d.c.", "u.s.", "u.k.", "usa", "uk", "vol", "ch", "chapter", "st", "dr", "prof", "sir",
    "lord", "lady", "saint", "pope", "king", "queen", "bbc", "cnn", "england", "france", "germany",
    "india", "china", "australia", "canada", "ireland", "scotland", "wales", "texas", "california",
  ]

  /// The names as CSL has them; empty for no text, nil if one of them is doubtful.
  static func names(in text: Substring) -> [JSONValue]? {
    let head = trimmed(text)
    guard !head.isEmpty else { return [] }
    guard let pairs = pairs(in: head) else { return nil }
    var names: [JSONValue] = []
    for (family, given) in pairs {
      guard isFamily(family), isGiven(given) else { return nil }
      names.append(.object(["family": .string(String(family)), "given": .string(String(given))]))
    }
    return names
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var head = text
    while head.last == " " { head.removeLast() }
    // `Tom A..` is a name that ends with a full stop, and a full stop behind it.
    if head.hasSuffix("..") {
      head.removeLast()
    } else if head.hasSuffix("."), !isInitial(head.split(separator: " ").last ?? "") {
      head.removeLast()
    }
    return head
  }

  /// `Family, Given` each, parted by semicolons or by `and`.
  private static func pairs(in head: Substring) -> [(Substring, Substring)]? {
    var pieces = head.split(separator: "; ")
    if pieces.count == 1 {
      pieces = ["; ", ", and ", " and ", ", & ", " & "].reduce([head]) { pieces, separator in
        pieces.flatMap { $0.split(separator: separator) }
      }
    }
    var pairs: [(Substring, Substring)] = []
    for piece in pieces {
      let parts = piece.split(separator: ", ", omittingEmptySubsequences: false)
      guard parts.count.isMultiple(of: 2) else { return nil }
      // More names in a row are told apart only where all have nothing but initials.
      guard
        parts.count == 2
          || stride(from: 1, to: parts.count, by: 2).allSatisfy({
            parts[$0].split(separator: " ").allSatisfy(isInitial)
          })
      else { return nil }
      for index in stride(from: 0, to: parts.count, by: 2) {
        pairs.append((parts[index], parts[index + 1]))
      }
    }
    return pairs
  }

  private static func isFamily(_ text: Substring) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return (1...4).contains(words.count) && words.last.map(isName) ?? false
      && words.allSatisfy { particles.contains($0) || isName($0) }
      && words.count { !particles.contains($0) } <= 2
  }

  private static func isGiven(_ text: Substring) -> Bool {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    return (1...4).contains(words.count)
      && words.allSatisfy { isInitial($0) || isName($0) || particles.contains($0) }
      && !(words.last.map(particles.contains) ?? true)
  }

  /// A word of two letters at least that begins like a name.
  private static func isName(_ word: Substring) -> Bool {
    guard word.count >= 2, word.first?.isUppercase ?? false,
      !impersonal.contains(word.lowercased())
    else { return false }
    let isAllCapitals = word.allSatisfy { !$0.isLowercase }
    return word.allSatisfy { $0.isLetter || "-'’".contains($0) } && !isAllCapitals
  }

  /// `A.`, `A.B.`, `A.-B.`.
  private static func isInitial(_ word: Substring) -> Bool {
    guard !impersonal.contains(word.lowercased()) else { return false }
    let letters = word.split(separator: ".", omittingEmptySubsequences: false)
    return letters.count >= 2 && letters.last == ""
      && letters.dropLast().allSatisfy { part in
        let letter = part.first == "-" ? part.dropFirst() : part
        return letter.count == 1 && letter.first?.isUppercase ?? false
      }
  }
}
