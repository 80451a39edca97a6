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

  /// Whether `word`, in the form of `WordForms.word`, looks like this.
  package func matches(_ word: String) -> Bool {
    isLiteral ? word == text : Self.matches(Array(text.unicodeScalars), Array(word.unicodeScalars))
  }

  /// Goes back to the last star only, so it takes at most as many steps as both lengths multiplied.
  private static func matches(_ pattern: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    var (at, place) = (0, 0)
    var star: (after: Int, place: Int)?
    while place < word.count {
      if at < pattern.count, pattern[at] == "*" {
        at += 1
        star = (at, place)
      } else if at < pattern.count, pattern[at] == "?" || pattern[at] == word[place] {
        at += 1
        place += 1
      } else if let last = star {
        star = (last.after, last.place + 1)
        (at, place) = (last.after, last.place + 1)
      } else {
        return false
      }
    }
    return pattern[at...].allSatisfy { $0 == "*" }
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
