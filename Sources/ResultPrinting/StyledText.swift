// SPDX-License-Identifier: GPL-3.0-or-later

/// Safe text whose characters are highlighted or not: what the printer lays out in lines.
struct StyledText {
  /// One character as it is seen, and whether it is highlighted.
  struct Glyph {
    let character: Character
    let isHighlighted: Bool
  }

  let glyphs: [Glyph]

  /// Makes text of what a document says, with `highlights` that count its bytes.
  ///
  /// A character is highlighted when any part of it is.
  init(_ text: String, highlights: [Range<Int>] = []) {
    var safe = String.UnicodeScalarView()
    var marks: [Bool] = []
    var offset = 0
    var remaining = highlights[...]
    for scalar in text.unicodeScalars {
      while let first = remaining.first, first.upperBound <= offset { remaining.removeFirst() }
      let isHighlighted = remaining.first.map { $0.lowerBound <= offset } ?? false
      if TerminalText.isUnsafe(scalar) {
        let replacement = TerminalText.replacement(for: scalar, whiteSpace: .spaces).unicodeScalars
        safe.append(contentsOf: replacement)
        marks.append(contentsOf: repeatElement(isHighlighted, count: replacement.count))
      } else {
        safe.append(scalar)
        marks.append(isHighlighted)
      }
      offset += UTF8.width(scalar)
    }
    var marked = marks[...]
    glyphs = String(safe).map { character in
      let count = character.unicodeScalars.count
      defer { marked.removeFirst(count) }
      return Glyph(character: character, isHighlighted: marked.prefix(count).contains(true))
    }
  }

  /// The words: what stands between spaces.
  var words: [ArraySlice<Glyph>] {
    glyphs.split { $0.character == " " }
  }

  /// Lays the words out in lines of at most `columns`, one space between two words.
  ///
  /// A space between two words of one highlight is highlighted too.
  ///
  /// A word longer than a line is cut between two characters, never inside one.
  ///
  /// - Parameter columns: nil for one line of any length.
  /// - Returns: lines that are not empty; none for blank text.
  /// - Complexity: O(n) in characters.
  func lines(columns: Int?) -> [[Glyph]] {
    let limit = max(columns ?? .max, 2)
    var lines: [[Glyph]] = []
    var line: [Glyph] = []
    var width = 0
    for word in words {
      let wordWidth = word.reduce(0) { $0 + $1.character.columns }
      if !line.isEmpty, wordWidth < limit - width {
        let isInside = (line.last?.isHighlighted ?? false) && (word.first?.isHighlighted ?? false)
        line.append(Glyph(character: " ", isHighlighted: isInside && isSpaceMarked(before: word)))
        width += 1
      } else if !line.isEmpty {
        lines.append(line)
        (line, width) = ([], 0)
      }
      for glyph in word {
        let glyphWidth = glyph.character.columns
        if glyphWidth > limit - width {
          lines.append(line)
          (line, width) = ([], 0)
        }
        line.append(glyph)
        width += glyphWidth
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  private func isSpaceMarked(before word: ArraySlice<Glyph>) -> Bool {
    word.startIndex > glyphs.startIndex && glyphs[word.startIndex - 1].isHighlighted
  }
}

extension StyledText {
  /// All of the text on one line of at most `columns`; what does not fit gives way to `…`.
  func line(columns: Int?) -> String {
    let lines = lines(columns: nil)
    let all = String((lines.first ?? []).map(\.character))
    guard let columns, all.columns > columns else { return all }
    var cut = ""
    var width = 1
    for character in all {
      width += character.columns
      if width > columns { break }
      cut.append(character)
    }
    while cut.last == " " { cut.removeLast() }
    return cut + "…"
  }
}
