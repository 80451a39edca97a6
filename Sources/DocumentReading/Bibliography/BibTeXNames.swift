// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

/// The names in a field such as `author`, as CSL has them.
///
/// - SeeAlso: Patashnik, "Designing BibTeX Styles" (1988), section 4.
enum BibTeXNames {
  /// The names that `and` joins; `others` is a name that stands for itself.
  static func names(in field: String) -> [JSONValue] {
    pieces(of: field).compactMap(name)
  }

  private static func pieces(of field: String) -> [[Substring]] {
    var names: [[Substring]] = [[]]
    for word in words(of: field) {
      if word.lowercased() == "and" {
        names.append([])
      } else {
        names[names.count - 1].append(word)
      }
    }
    return names.filter { !$0.isEmpty }
  }

  /// What white space outside of braces parts; a comma there ends a word and stays with it.
  private static func words(of field: String) -> [Substring] {
    var words: [Substring] = []
    var start: String.Index?
    var depth = 0
    for index in field.unicodeScalars.indices {
      let scalar = field.unicodeScalars[index]
      if scalar == "{" { depth += 1 }
      if scalar == "}" { depth -= 1 }
      let isBlank = depth <= 0 && (scalar.properties.isWhitespace || scalar == "~")
      if isBlank || (depth <= 0 && scalar == ",") {
        let end = isBlank ? index : field.unicodeScalars.index(after: index)
        if let start {
          words.append(field[start..<end])
        } else if !isBlank {
          words.append(field[index..<end])
        }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let start { words.append(field[start...]) }
    return words
  }

  private static func name(_ words: [Substring]) -> JSONValue? {
    var parts: [[Substring]] = [[]]
    for word in words {
      let isLast = word.hasSuffix(",")
      let bare = isLast ? word.dropLast() : word
      if !bare.isEmpty { parts[parts.count - 1].append(bare) }
      if isLast { parts.append([]) }
    }
    if parts.count > 1, parts[parts.count - 1].isEmpty { parts.removeLast() }
    // Commas alone are no name.
    if parts.count == 1, parts[0].isEmpty { return nil }
    if parts.count == 1, parts[0].count == 1 {
      let text = plain(parts[0])
      return text.isEmpty ? nil : .object(["literal": .string(text)])
    }
    var last = parts[0]
    var first: [Substring] = []
    var particle: [Substring] = []
    if parts.count == 1 {
      let small = last.dropLast().firstIndex(where: isSmall) ?? last.count - 1
      first = Array(last[..<small])
      last = Array(last[small...])
    }
    if let end = last.dropLast().lastIndex(where: isSmall) {
      particle = Array(last[...end])
      last = Array(last[(end + 1)...])
    }
    if parts.count > 1 { first = parts[parts.count - 1] }
    let suffix = parts.count > 2 ? parts[1] : []
    var name: [String: JSONValue] = [:]
    for (key, words) in [
      ("family", last), ("given", first), ("non-dropping-particle", particle), ("suffix", suffix),
    ] {
      let text = plain(words)
      if !text.isEmpty { name[key] = .string(text) }
    }
    return name.isEmpty ? nil : .object(name)
  }

  /// Whether the first letter outside of braces is a small one; `{\'e}` is a letter.
  private static func isSmall(_ word: Substring) -> Bool {
    if word.hasPrefix("{"), !word.hasPrefix("{\\") { return false }
    return TeXText.plain(String(word.prefix(64))).unicodeScalars
      .first { $0.properties.isAlphabetic }?.properties.isLowercase ?? false
  }

  private static func plain(_ words: [Substring]) -> String {
    TeXText.plain(words.joined(separator: " "))
  }
}
