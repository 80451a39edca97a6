// SPDX-License-Identifier: GPL-3.0-or-later

/// Takes a text apart into words to edit.
///
/// It is no judge of words: where no blanks are written, two characters are a word.
enum WordCutter {
  /// The words with the blanks before each.
  static func words(of text: Substring) -> [(gap: String, word: String)] {
    var words: [(gap: String, word: String)] = []
    var (gap, word) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    var ideographCount = 0
    func end() {
      guard !word.isEmpty else { return }
      words.append((String(gap), String(word)))
      gap = String.UnicodeScalarView()
      word = String.UnicodeScalarView()
      ideographCount = 0
    }
    for scalar in text.unicodeScalars {
      if scalar.properties.isWhitespace {
        end()
        gap.append(scalar)
      } else {
        if isIdeographic(scalar) {
          if ideographCount == 2 || (ideographCount == 0 && !word.isEmpty) { end() }
          ideographCount += 1
        } else if ideographCount > 0, scalar.properties.isAlphabetic {
          end()
        }
        word.append(scalar)
      }
    }
    end()
    return words
  }

  static func isIdeographic(_ word: String) -> Bool {
    word.unicodeScalars.first.map(isIdeographic) ?? false
  }

  static func endsSentence(_ word: String) -> Bool {
    for scalar in word.unicodeScalars.reversed() {
      switch scalar {
      case ".", "!", "?", "。", "！", "？": return true
      case "\"", "”", "’", ")", "]", "」", "»": continue
      default: return false
      }
    }
    return false
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    (0x3040...0x30FF).contains(scalar.value) || (0x3400...0x9FFF).contains(scalar.value)
      || (0x20000...0x3FFFF).contains(scalar.value)
  }
}
