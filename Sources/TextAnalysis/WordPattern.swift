// SPDX-License-Identifier: GPL-3.0-or-later

/// What a word is to look like as written, but for case, diacritics on Latin letters, and typography.
package struct WordPattern: Hashable, Sendable {
  /// The pattern in the form of `WordForms.word`: `*` stands for any characters or none, `?` for one.
  package let text: String
  /// Whether only one word matches.
  package let isLiteral: Bool

  /// Matches this word alone, which has the form of `WordForms.word`.
  package init(word: String) {
    text = word
    isLiteral = true
  }

  /// Reads a pattern as a user writes it.
  package init(wildcard written: String) {
    var folded = ""
    var piece = ""
    func fold() {
      folded += Folding.foldWord(piece)
      piece = ""
    }
    for character in written {
      if character == "*" || character == "?" {
        fold()
        // Stars that follow one another are one.
        if character == "?" || folded.last != "*" { folded.append(character) }
      } else {
        piece.append(character)
      }
    }
    fold()
    text = folded
    isLiteral = !folded.contains { $0 == "*" || $0 == "?" }
  }

  /// `text` in the form that words are compared in.
  package static func folded(_ text: String) -> String { Folding.foldWord(text) }

  /// Whether `word`, in the form of `WordForms.word`, looks like this.
  package func matches(_ word: String) -> Bool {
    if isLiteral { return word == text }
    return text.utf8.withContiguousStorageIfAvailable { pattern in
      word.utf8.withContiguousStorageIfAvailable { Self.matches(pattern, $0) }
    }.flatMap(\.self) ?? Self.matches(Array(text.utf8), Array(word.utf8))
  }

  /// Goes back to the last star only, so it takes at most as many steps as both lengths multiplied.
  private static func matches(
    _ pattern: some RandomAccessCollection<UInt8>,
    _ word: some RandomAccessCollection<UInt8>
  ) -> Bool {
    /// The beginning of the next character.
    func next(_ place: Int) -> Int {
      var place = place + 1
      while place < word.count, word[word.index(word.startIndex, offsetBy: place)] & 0xC0 == 0x80 {
        place += 1
      }
      return place
    }
    func letter(_ at: Int) -> UInt8? {
      at < pattern.count ? pattern[pattern.index(pattern.startIndex, offsetBy: at)] : nil
    }
    var (at, place) = (0, 0)
    var star: (after: Int, place: Int)?
    while place < word.count {
      let wanted = letter(at)
      if wanted == UInt8(ascii: "*") {
        at += 1
        star = (at, place)
      } else if wanted == UInt8(ascii: "?") {
        at += 1
        place = next(place)
      } else if wanted == word[word.index(word.startIndex, offsetBy: place)] {
        at += 1
        place += 1
      } else if let last = star {
        let start = next(last.place)
        star = (last.after, start)
        (at, place) = (last.after, start)
      } else {
        return false
      }
    }
    while letter(at) == UInt8(ascii: "*") { at += 1 }
    return at == pattern.count
  }
}

extension Folding {
  /// The folded form of a word or a part of one, with one kind of apostrophe.
  fileprivate static func foldWord(_ text: String) -> String {
    var text = text
    let folded = text.withUTF8 { $0.isEmpty ? "" : fold($0) }
    return String(
      String.UnicodeScalarView(
        folded.unicodeScalars.map { scalar in
          switch scalar {
          case "\u{2018}", "\u{2019}", "\u{02BC}": "'"
          default: scalar
          }
        }
      )
    )
  }
}
