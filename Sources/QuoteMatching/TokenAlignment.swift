// SPDX-License-Identifier: GPL-3.0-or-later

/// Which tokens of two texts are the same ones, in the order of both.
enum TokenAlignment {
  /// A token of each text.
  struct Match: Hashable {
    let old: Int
    let new: Int
  }

  /// Larger tables than this many cells are not made: what lies between words that both texts have
  /// once is then compared by itself.
  private static let largestTable = 4 << 20

  /// As many matches as possible, in order.
  ///
  /// - Complexity: bounded by `largestTable` for each stretch between two words that are certain to
  ///   match; where there are none, a stretch that is too large counts as replaced.
  static func matches(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Match] {
    var (old, new) = (old, new)
    var matches: [Match] = []
    while let word = old.first, word == new.first, word >= 0 {
      matches.append(Match(old: old.startIndex, new: new.startIndex))
      (old, new) = (old.dropFirst(), new.dropFirst())
    }
    var tail: [Match] = []
    while let word = old.last, word == new.last, word >= 0 {
      tail.append(Match(old: old.endIndex - 1, new: new.endIndex - 1))
      (old, new) = (old.dropLast(), new.dropLast())
    }
    if !old.isEmpty, !new.isEmpty { matches += between(old, new) }
    return matches + tail.reversed()
  }

  /// The stretch of `new` that is most like a stretch of `old`: its matches, in order.
  ///
  /// Each match counts two, each token that is passed over in either text takes one away.
  static func bestStretch(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Match] {
    guard old.count * new.count <= largestTable else { return bestRun(of: matches(old, new)) }
    return LocalTable(old, new).matches
  }

  private static func between(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Match] {
    if old.count * new.count <= largestTable { return CommonTable(old, new).matches }
    let anchors = certainMatches(old, new)
    guard !anchors.isEmpty else { return [] }
    var matches: [Match] = []
    var (oldStart, newStart) = (old.startIndex, new.startIndex)
    for anchor in anchors {
      matches += gap(old[oldStart..<anchor.old], new[newStart..<anchor.new])
      matches.append(anchor)
      (oldStart, newStart) = (anchor.old + 1, anchor.new + 1)
    }
    return matches + gap(old[oldStart...], new[newStart...])
  }

  /// What stands between two certain matches; anchors are not looked for again, so nothing recurs.
  private static func gap(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Match] {
    guard !old.isEmpty, !new.isEmpty, old.count * new.count <= largestTable else { return [] }
    return CommonTable(old, new).matches
  }

  /// Words that both texts have exactly once, the longest row of them that rises in both.
  ///
  /// - SeeAlso: the patience difference of Bram Cohen.
  private static func certainMatches(
    _ old: ArraySlice<Int32>,
    _ new: ArraySlice<Int32>
  ) -> [Match] {
    var places: [Int32: (old: Int, new: Int, oldCount: Int, newCount: Int)] = [:]
    for (index, word) in zip(old.indices, old) where word >= 0 {
      places[word, default: (0, 0, 0, 0)].oldCount += 1
      places[word]?.old = index
    }
    for (index, word) in zip(new.indices, new) where word >= 0 && places[word] != nil {
      places[word]?.newCount += 1
      places[word]?.new = index
    }
    let pairs = places.values.filter { $0.oldCount == 1 && $0.newCount == 1 }
      .map { Match(old: $0.old, new: $0.new) }.sorted { $0.old < $1.old }
    return longestRise(pairs)
  }

  private static func longestRise(_ pairs: [Match]) -> [Match] {
    var tails: [Int] = []
    var previous = [Int?](repeating: nil, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, tails.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[tails[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = tails[low - 1] }
      if low == tails.count { tails.append(index) } else { tails[low] = index }
    }
    var rise: [Match] = []
    var next = tails.last
    while let index = next {
      rise.append(pairs[index])
      next = previous[index]
    }
    return rise.reversed()
  }

  /// The run of matches that counts most.
  private static func bestRun(of matches: [Match]) -> [Match] {
    var best = 0..<0
    var (bestScore, score, start) = (0, 0, 0)
    for (index, match) in matches.enumerated() {
      if index > start {
        let last = matches[index - 1]
        score -= match.old - last.old - 1 + match.new - last.new - 1
      }
      if score <= 0 { (score, start) = (0, index) }
      score += 2
      if score > bestScore { (bestScore, best) = (score, start..<index + 1) }
    }
    return Array(matches[best])
  }
}
