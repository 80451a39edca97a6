// SPDX-License-Identifier: GPL-3.0-or-later

internal import TextAnalysis

/// Which words of a query tell something of what it is about: not its stop words.
struct TellingWords {
  private let stopWords: StopWords
  private let isAllCapitals: Bool

  /// Looks at all that a query wants.
  init(_ text: String, analyzer: QueryAnalyzer) {
    stopWords = analyzer.stopWords(for: analyzer.tokens(in: text))
    isAllCapitals = !text.contains { $0.isLowercase }
  }

  /// Those of the words of `text`; none if there are only stop words.
  func among(_ tokens: [QueryToken], of text: String) -> [QueryToken] {
    let utf8 = Array(text.utf8)
    return tokens.filter { token in
      guard token.kind != .compound, stopWords.contains(token) else { return true }
      return !isAllCapitals && Self.isInCapitals(utf8[token.range])
    }
  }

  /// `US` and `U.S.` are no pronouns; in a query typed in capitals nothing can be told.
  private static func isInCapitals(_ written: ArraySlice<UInt8>) -> Bool {
    var capitals = 0
    for byte in written {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "a")...UInt8(ascii: "z"), 0x80...: return false
      default: break
      }
    }
    return capitals >= 2
  }
}
