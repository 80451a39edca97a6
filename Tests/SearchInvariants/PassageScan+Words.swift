// SPDX-License-Identifier: GPL-3.0-or-later

internal import TextAnalysis

/// Whether a passage, by its number, is as it should be.
typealias Condition = (Int) -> Bool

extension PassageScan {
  /// The passages with these words as written, one after the other.
  package func passages(withPhrase typed: String) -> Set<Int> {
    guard let phrase = phrase(typed) else { return [] }
    return Set(texts.indices.filter { !places(of: phrase, in: $0).isEmpty })
  }

  /// The numbers of words that may stand one after the other, with their distances from the first.
  typealias Sequence = [(numbers: Set<Int32>, offset: Int32)]

  /// The words of what was typed between quotation marks; nil if it has none.
  func phrase(_ typed: String) -> Sequence? {
    let tokens = Analyzer().tokens(in: typed).filter(\.kind.hasPosition)
    guard let first = tokens.first else { return nil }
    return tokens.map { token in
      (
        numbers: Set([wordNumber(token.forms.word)].compactMap(\.self)),
        offset: Int32(token.position - first.position)
      )
    }
  }

  /// The words that look like patterns.
  func sequence(ofPatterns patterns: [String]) -> Sequence {
    patterns.enumerated().map { offset, pattern in
      (numbers: numbers(like: pattern), offset: Int32(offset))
    }
  }

  /// The numbers of the words that look like a pattern.
  package func numbers(like pattern: String) -> Set<Int32> {
    let pattern = Array(pattern)
    return Set(
      vocabulary.indices.filter { Self.isLike(pattern[...], Array(vocabulary[$0])[...]) }
        .map { Int32($0) }
    )
  }

  /// Where a sequence stands in a passage: places in `words`.
  func places(of sequence: Sequence, in text: Int) -> [Range<Int>] {
    let range = texts[text].words
    return places(of: sequence, in: words[range])
  }

  func places(of sequence: Sequence, in words: ArraySlice<Word>) -> [Range<Int>] {
    guard words.count >= sequence.count else { return [] }
    return words.indices.dropLast(sequence.count - 1).compactMap { start in
      for (index, wanted) in sequence.enumerated() {
        let word = words[start + index]
        guard wanted.numbers.contains(word.word),
          word.position - words[start].position == wanted.offset
        else { return nil }
      }
      return start..<start + sequence.count
    }
  }

  /// Whether `word` looks like `pattern`, in the plainest way.
  static func isLike(_ pattern: ArraySlice<Character>, _ word: ArraySlice<Character>) -> Bool {
    guard let first = pattern.first else { return word.isEmpty }
    if first == "*" {
      return isLike(pattern.dropFirst(), word)
        || !word.isEmpty && isLike(pattern, word.dropFirst())
    }
    guard let letter = word.first, first == "?" || first == letter else { return false }
    return isLike(pattern.dropFirst(), word.dropFirst())
  }

  // MARK: Stems

  /// What a typed word is looked for by: a set of stems for each thing in it.
  struct Stems {
    /// Words, and characters that no pair holds.
    var parts: [Set<Int32>] = []
    /// Pairs of neighbouring characters.
    var pairs: [Set<Int32>] = []
    /// The whole of a hyphenated word.
    var compounds: [Set<Int32>] = []
    /// Whether there is anything to look for.
    var isEmpty = true
  }

  /// The stems in all languages of the index.
  func stems(of typed: String) -> Stems {
    let byLanguage = languages.map { Analyzer(language: $0).tokens(in: typed) }
    var stems = Stems()
    guard let tokens = byLanguage.first else { return stems }
    let pairs = tokens.filter { $0.kind == .pair }.map(\.range)
    for (index, token) in tokens.enumerated() {
      let numbers = Set(byLanguage.compactMap { stemNumber($0[index].forms.stem) })
      stems.isEmpty = false
      switch token.kind {
      case .word: stems.parts.append(numbers)
      case .character:
        if !pairs.contains(where: { $0.overlaps(token.range) }) { stems.parts.append(numbers) }
      case .pair:
        // Those of a Korean word stand beside the word.
        let isInWord = tokens.contains { $0.kind == .word && $0.range.overlaps(token.range) }
        if !isInWord { stems.pairs.append(numbers) }
      case .compound: stems.compounds.append(numbers)
      }
    }
    return stems
  }

  /// Whether a passage holds any of the stems: in its text, or in its title or headings as well.
  func holds(_ stems: Set<Int32>, in number: Int, isTextOnly: Bool) -> Bool {
    guard !stems.isEmpty else { return false }
    let text = texts[number]
    return words[text.words].contains { stems.contains($0.stem) }
      || others[text.others].contains { stems.contains($0.stem) }
      || !isTextOnly
        && (titles[text.document].contains { stems.contains($0.stem) }
          || text.headings.contains { $0.contains { stems.contains($0.stem) } })
  }
}
