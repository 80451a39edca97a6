// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import PassageModel
internal import TextAnalysis

/// Queries taken at random from the passages of an index, the same for the same seed.
package struct QuerySource<Random: RandomNumberGenerator> {
  let scan: PassageScan
  var random: Random
  private let analyzer = Analyzer()
  let stopWords: Set<String>

  /// Takes queries from all passages.
  package init(_ scan: PassageScan, random: Random) {
    self.scan = scan
    self.random = random
    let analyzer = QueryAnalyzer(languages: scan.languages)
    let frequent = scan.texts.prefix(2000).map(\.passage.text).joined(separator: " ")
    stopWords = analyzer.stopWords(for: analyzer.tokens(in: frequent)).words
  }

  // MARK: Phrases

  /// What is to stand in a phrase.
  package enum PhraseKind: String, CaseIterable {
    /// Two to six words as they come.
    case words
    /// A single word.
    case oneWord
    /// Nothing but stop words.
    case stopWords
    /// A marker, or markup, between the words.
    case markers
    /// A hyphenated word.
    case hyphen
    /// An apostrophe.
    case apostrophe
    /// A number with a separator.
    case number
  }

  /// A phrase that stands in some passage; nil if none of the kind was found soon.
  package mutating func phrase(_ kind: PhraseKind) -> TypedQuery? {
    for _ in 0..<(kind == .words ? 20 : 3000) {
      let text = scan.texts.randomElement(using: &random)
      guard let text, !text.words.isEmpty else { continue }
      let length = kind == .oneWord ? 1 : Int.random(in: 2...6, using: &random)
      guard let start = text.words.randomElement(using: &random),
        start + length <= text.words.upperBound
      else { continue }
      let words = scan.words[start..<start + length]
      let range = words[start].range.lowerBound..<words[start + length - 1].range.upperBound
      let written = text.passage.written(range)
      guard isOfKind(kind, written, words, text, range) else { continue }
      return .phrase(disguise(written, words.map { scan.vocabulary[Int($0.word)] }))
    }
    return nil
  }

  private func isOfKind(
    _ kind: PhraseKind,
    _ written: String,
    _ words: ArraySlice<PassageScan.Word>,
    _ text: PassageScan.Text,
    _ range: Range<Int>
  ) -> Bool {
    switch kind {
    case .words, .oneWord: true
    case .stopWords: words.allSatisfy { stopWords.contains(scan.vocabulary[Int($0.word)]) }
    case .markers:
      text.passage.wordless.contains { $0.overlaps(range) }
    case .hyphen:
      scan.others[text.others].contains { $0.kind == .compound && range.contains($0.range) }
    case .apostrophe: written.contains { "'’".contains($0) }
    case .number:
      written.firstMatch(of: /\d[.,]\d/) != nil
    }
  }

  // MARK: Typing

  /// The same words typed otherwise: case, diacritics, hyphens, apostrophes; as they are if that
  /// would be other words.
  mutating func disguise(_ written: String, _ words: [String]) -> String {
    let plain = words.joined(separator: " ")
    var typed = written
    if Bool.random(using: &random) {
      typed = typed.folding(options: .diacriticInsensitive, locale: nil)
    }
    let curls = Bool.random(using: &random)
    let casing = Int.random(in: 0..<4, using: &random)
    typed = String(
      typed.flatMap { character -> String in
        switch character {
        case "'", "’": curls ? "’" : "'"
        case "-", "–", "\u{2010}": curls ? "\u{2010}" : "-"
        case _ where casing == 1: character.uppercased()
        case _ where casing == 2:
          Bool.random(using: &random) ? character.uppercased() : String(character)
        default: String(character)
        }
      }
    )
    return [typed, written].first { wordsOf($0) == words } ?? plain
  }

  private func wordsOf(_ typed: String) -> [String] {
    analyzer.tokens(in: typed).filter(\.kind.hasPosition).map(\.forms.word)
  }

  // MARK: Words

  /// A word of some passage as it is typed in small letters.
  mutating func word() -> String {
    for _ in 0..<50 {
      guard let text = scan.texts.randomElement(using: &random), !text.words.isEmpty,
        let place = text.words.randomElement(using: &random)
      else { continue }
      let word = scan.words[place]
      if word.kind == .character, place + 2 < text.words.upperBound {
        let end = place + Int.random(in: 0...2, using: &random)
        return (place...end).map { scan.vocabulary[Int(scan.words[$0].word)] }.joined()
      }
      let compound = scan.others[text.others].first {
        $0.kind == .compound && $0.range.contains(word.range)
      }
      let range = compound?.range ?? word.range
      let written = text.passage.written(range).lowercased()
      guard written.allSatisfy({ $0.isLetter || $0.isNumber || "-'".contains($0) }) else {
        continue
      }
      return written
    }
    return "word"
  }

  /// A wildcard made of a word of some passage.
  package mutating func wildcard() -> TypedQuery {
    for _ in 0..<200 {
      let parts = word().split(separator: "-").map { part -> String in
        analyzer.tokens(in: String(part)).first?.forms.word ?? String(part)
      }
      guard var last = parts.last.map(Array.init), last.count > 2,
        parts.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber } }),
        !last.contains(where: { Self.isUnspaced($0) })
      else { continue }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: last = last.prefix(max(2, last.count - Int.random(in: 1...4, using: &random))) + ["*"]
      case 1: last = ["*"] + last.suffix(max(2, last.count - 2))
      case 2: last = ["*"] + last[1..<last.count - 1] + ["*"]
      case 3: last[Int.random(in: 1..<last.count - 1, using: &random)] = "?"
      case 4: last[Int.random(in: 1..<last.count - 1, using: &random)] = "*"
      default:
        last[1] = "?"
        last[last.count - 1] = "*"
      }
      let all = parts.dropLast() + [String(last)]
      guard last.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
      let typed = all.joined(separator: "-")
      return .wildcard(
        typed: Bool.random(using: &random) ? typed.uppercased() : typed,
        parts: Array(all)
      )
    }
    return .wildcard(typed: "wor*", parts: ["wor*"])
  }

  private static func isUnspaced(_ character: Character) -> Bool {
    character.unicodeScalars.contains { $0.value >= 0x0E00 && $0.properties.isAlphabetic }
  }
}

extension Range<Int> {
  fileprivate func contains(_ other: Range<Int>) -> Bool {
    lowerBound <= other.lowerBound && other.upperBound <= upperBound
  }
}

extension Passage {
  /// What stands in a range, without what holds no words, and without marks that would end a quotation.
  func written(_ range: Range<Int>) -> String {
    let utf8 = Array(text.utf8)
    var written = ""
    var start = range.lowerBound
    for gap in wordless where gap.overlaps(range) {
      written += String(decoding: utf8[start..<max(start, gap.lowerBound)], as: UTF8.self) + " "
      start = Swift.max(start, gap.upperBound)
    }
    if start < range.upperBound {
      written += String(decoding: utf8[start..<range.upperBound], as: UTF8.self)
    }
    return String(
      String.UnicodeScalarView(
        written.unicodeScalars.map { "\"“”„‟«»‹›「」『』＂〝〞〟｢｣".unicodeScalars.contains($0) ? " " : $0 }
      )
    )
  }
}
