// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Chooses the sentences of a passage that answer a query best.
enum SnippetMaker {
  /// A snippet is whole sentences up to about this length: bytes.
  private static let targetByteCount = 360
  /// A sentence longer than this is shown in part: bytes.
  private static let maximumSentenceByteCount = 560

  /// The best run of sentences, or the best part of one that is long.
  static func snippet(of passage: Passage, matches: TextMatches) -> Snippet {
    let run = bestRun(of: passage.sentences, matches: matches)
    let range =
      run.count > maximumSentenceByteCount ? bestPart(of: run, in: passage, matches) : run
    let text = slice(passage.text, range)
    let highlights = matches.highlights.compactMap { highlight -> Range<Int>? in
      let shown = highlight.clamped(to: range)
      guard !shown.isEmpty else { return nil }
      return shown.lowerBound - range.lowerBound..<shown.upperBound - range.lowerBound
    }
    return Snippet(text: text, range: range, highlights: highlights)
  }

  private static func bestRun(of sentences: [Range<Int>], matches: TextMatches) -> Range<Int> {
    var best = sentences.first ?? 0..<0
    var bestScore = -1.0
    for first in sentences.indices {
      for last in first..<sentences.endIndex {
        let run = sentences[first].lowerBound..<sentences[last].upperBound
        guard last == first || run.count <= targetByteCount else { break }
        let score = score(of: run, matches)
        if score > bestScore {
          best = run
          bestScore = score
        }
      }
    }
    return best
  }

  /// How well a stretch of a passage answers.
  ///
  /// Distinct words count most, rare ones more than others, neighbours a good deal, repetitions
  /// little: a reader wants to see all that was asked for together. Of equals the earlier and shorter
  /// wins.
  private static func score(of run: Range<Int>, _ matches: TextMatches) -> Double {
    var keys: Set<Int> = []
    var score = 0.0
    var previous: TextMatches.Match?
    for match in matches.matches
    where match.range.lowerBound >= run.lowerBound && match.range.upperBound <= run.upperBound {
      score += match.weight * (keys.insert(match.key).inserted ? 1 : 0.05)
      if let previous, previous.key != match.key, match.position - previous.position == 1 {
        score += 0.5 * min(match.weight, previous.weight)
      }
      previous = match
    }
    return score
  }

  /// A window of a long sentence, from a word's beginning to a word's end, around its matches.
  private static func bestPart(
    of sentence: Range<Int>,
    in passage: Passage,
    _ matches: TextMatches
  ) -> Range<Int> {
    let starts = matches.matches.map(\.range.lowerBound).filter { sentence.contains($0) }
    let windows = starts.map { start in
      // A third of the window before the match, so that it reads in its context.
      let lower = max(sentence.lowerBound, start - targetByteCount / 3)
      return lower..<min(sentence.upperBound, lower + targetByteCount)
    }
    let first =
      sentence.lowerBound..<min(sentence.upperBound, sentence.lowerBound + targetByteCount)
    let best = windows.reduce(first) { best, window in
      score(of: window, matches) > score(of: best, matches) ? window : best
    }
    return wholeWords(best, within: sentence, of: Array(passage.text.utf8))
  }

  /// Moves both ends outward to white space; where none is near, to the boundary of a character.
  private static func wholeWords(
    _ window: Range<Int>,
    within sentence: Range<Int>,
    of utf8: [UInt8]
  ) -> Range<Int> {
    func isBreak(_ offset: Int) -> Bool { utf8[offset] == UInt8(ascii: " ") || utf8[offset] == 10 }
    func isContinuation(_ offset: Int) -> Bool { utf8[offset] & 0xC0 == 0x80 }
    let reach = 40
    var lower = window.lowerBound
    if lower > sentence.lowerBound {
      let near = max(sentence.lowerBound, lower - reach)..<lower
      lower = near.last(where: isBreak).map { $0 + 1 } ?? lower
      while lower > sentence.lowerBound, isContinuation(lower) { lower -= 1 }
    }
    var upper = window.upperBound
    if upper < sentence.upperBound {
      let near = upper..<min(sentence.upperBound, upper + reach)
      upper = near.first(where: isBreak) ?? upper
      while upper < sentence.upperBound, isContinuation(upper) { upper += 1 }
    }
    return lower..<upper
  }

  private static func slice(_ text: String, _ range: Range<Int>) -> String {
    String(decoding: text.utf8.dropFirst(range.lowerBound).prefix(range.count), as: UTF8.self)
  }
}
