// SPDX-License-Identifier: GPL-3.0-or-later

/// The title that follows the date of an entry, if it is certain where it ends.
enum EntryTitle {
  private static let quotes: [Character: Character] = ["\"": "\"", "“": "”", "„": "“", "«": "»"]
  /// Shorter words before a full stop may be abbreviations.
  private static let shortestLastWord = 4

  /// The title at the beginning of `text`.
  static func title(at text: Substring) -> String? {
    if let first = text.first, let closing = quotes[first] {
      guard let end = text.dropFirst().firstIndex(of: closing) else { return nil }
      var title = text[text.index(after: text.startIndex)..<end]
      // What goes on behind the quotation marks may be a part of it: `"A" by B`.
      let isClosed = title.last.map { ".,?!".contains($0) } ?? false
      let next = text[text.index(after: end)...].first
      guard isClosed || next.map({ ".,".contains($0) }) ?? true else { return nil }
      while let last = title.last, ".,".contains(last) { title.removeLast() }
      return isTitle(title) ? String(title) : nil
    }
    let sentence = text.split(separator: ". ", maxSplits: 1, omittingEmptySubsequences: false)
    // What follows must be another part, not the rest of this one; where nothing does but an address,
    // this may be the title of a whole newspaper.
    guard let title = sentence.first, sentence.count == 2, let next = sentence[1].first,
      next.isUppercase
    else { return nil }
    let lastWord = title.split { !$0.isLetter && $0 != "." && !$0.isNumber }.last ?? ""
    guard lastWord.count >= shortestLastWord, !lastWord.contains("."), isTitle(title) else {
      return nil
    }
    return String(title)
  }

  /// Whether it looks like a title and nothing more: no pages, volumes, addresses or editions.
  private static func isTitle(_ title: Substring) -> Bool {
    guard title.count >= 4, title.count <= 300,
      title.first.map({ $0.isUppercase || $0.isNumber || $0 == "“" || $0 == "'" }) ?? false,
      !title.contains("://"), !title.contains("ISBN"), !title.contains(" edition"),
      !title.contains(" ed."), !title.contains("vol."), !title.contains("Vol.")
    else { return false }
    return title.contains { $0.isLetter }
  }
}
