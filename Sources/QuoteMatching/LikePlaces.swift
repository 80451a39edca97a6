// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the stretches of a text that are most like a quotation.
///
/// Where words of the quotation gather, the text is compared word by word. The similarity of two
/// texts is twice the words they share in the same order, divided by the words of both.
///
/// - SeeAlso: L. R. Dice: Measures of the Amount of Ecologic Association Between Species.
struct LikePlaces {
  /// A stretch of the text: tokens.
  struct Place: Hashable {
    let tokens: Range<Int>
    /// How many of the quotation's tokens it has, in their order.
    let matchCount: Int
    let similarity: Double
  }

  private let text: ComparedText
  private let quotation: [Int32]
  private let excluded: Range<Int>
  /// How many tokens share a count of words that gather.
  private let binSize: Int

  /// So many stretches are compared.
  private static let comparedCount = 16
  /// So many tokens are looked at to find where words gather; the rarest words come first.
  private static let largestWork = 400_000

  /// Prepares to look.
  ///
  /// - Parameters:
  ///   - quotation: its words by the text's numbers.
  ///   - text: what is looked through.
  ///   - excluded: tokens that are taken for missing.
  init(_ quotation: [Int32], in text: ComparedText, excluding excluded: Range<Int> = 0..<0) {
    self.text = text
    self.quotation = quotation
    self.excluded = excluded
    binSize = max(8, quotation.count / 2)
  }

  /// The best places, the likest first, none of which overlap.
  ///
  /// - Complexity: bounded by `largestWork` and by `comparedCount` alignments.
  func best(_ limit: Int) -> [Place] {
    var places: [Place] = []
    var best = 0.0
    var shared = SharedWords(of: quotation, in: text)
    for window in windows() {
      // Whoever wants but the best needs no place that cannot be it.
      if limit == 1, mostSimilar(shared.count(in: window)) < best { continue }
      guard let place = place(in: window) else { continue }
      places.append(place)
      best = max(best, place.similarity)
    }
    places.sort {
      ($0.similarity, $1.tokens.lowerBound) > ($1.similarity, $0.tokens.lowerBound)
    }
    var apart: [Place] = []
    for place in places where !apart.contains(where: { $0.tokens.overlaps(place.tokens) }) {
      apart.append(place)
      if apart.count == limit { break }
    }
    return apart
  }

  /// The stretch within `window` that is most like the quotation.
  func place(in window: Range<Int>) -> Place? {
    var words = text.words[window]
    for index in excluded.clamped(to: window) { words[index] = -1 }
    let matches = TokenAlignment.bestStretch(quotation[...], words)
    guard let first = matches.first, let last = matches.last else { return nil }
    let tokens = first.new..<last.new + 1
    return Place(
      tokens: tokens,
      matchCount: matches.count,
      similarity: Self.similarity(matches.count, quotation.count, tokens.count)
    )
  }

  /// How like the quotation a stretch is as a whole.
  func similarity(of tokens: Range<Int>) -> Double {
    let matches = TokenAlignment.matches(quotation[...], text.words[tokens])
    return Self.similarity(matches.count, quotation.count, tokens.count)
  }

  /// How like the quotation a stretch is at most that shares so many words with it.
  private func mostSimilar(_ sharedCount: Int) -> Double {
    Self.similarity(sharedCount, quotation.count, sharedCount)
  }

  private static func similarity(_ matches: Int, _ old: Int, _ new: Int) -> Double {
    old + new == 0 ? 0 : 2 * Double(matches) / Double(old + new)
  }

  /// Where words of the quotation gather most, each with room for what was put in between.
  private func windows() -> [Range<Int>] {
    var counts: [Int32: Int] = [:]
    for word in quotation where word >= 0 { counts[word, default: 0] += 1 }
    let rarest = counts.keys.sorted {
      let (left, right) = (text.positions(of: $0).count, text.positions(of: $1).count)
      return (left, $0) < (right, $1)
    }
    // One bin more than there are: a window spans two.
    var bins = [Int32](repeating: 0, count: text.count / binSize + 2)
    var touched: [Int] = []
    var work = 0
    for word in rarest {
      let positions = text.positions(of: word)
      let limit = Int32(counts[word] ?? 1)
      if work > 0, work + positions.count > Self.largestWork { break }
      work += positions.count
      var (bin, inBin): (Int, Int32) = (-1, 0)
      for position in positions where !excluded.contains(Int(position)) {
        let next = Int(position) / binSize
        if next != bin { (bin, inBin) = (next, 0) }
        inBin += 1
        guard inBin <= limit else { continue }
        if bins[bin] == 0 { touched.append(bin) }
        bins[bin] += 1
      }
    }
    return heaviest(bins, touched).map { bin in
      let start = max(0, (bin - 1) * binSize - quotation.count / 4)
      let end = min(text.count, (bin + 3) * binSize + quotation.count / 4)
      return start..<end
    }
  }

  private func heaviest(_ bins: [Int32], _ touched: [Int]) -> [Int] {
    // The quotation takes up two bins, or parts of three.
    func weight(_ bin: Int) -> Int32 {
      bins[bin] + (bin + 1 < bins.count ? bins[bin + 1] : 0) + (bin > 0 ? bins[bin - 1] : 0)
    }
    let sorted = likeliest(touched.map { (weight: weight($0), own: bins[$0], bin: $0) })
      .sorted { ($0.weight, $0.own, $1.bin) > ($1.weight, $1.own, $0.bin) }
    var chosen: [Int] = []
    for candidate in sorted where !chosen.contains(where: { abs($0 - candidate.bin) < 2 }) {
      chosen.append(candidate.bin)
      if chosen.count == Self.comparedCount { break }
    }
    return chosen
  }

  private typealias Bin = (weight: Int32, own: Int32, bin: Int)

  /// Those of some bins that may be chosen, by their weights: to sort all of them takes longer than to
  /// compare the texts.
  private func likeliest(_ bins: [Bin]) -> [Bin] {
    // Each that is chosen keeps its two neighbours from being so.
    let wantedCount = 3 * Self.comparedCount
    guard bins.count > wantedCount, let largest = bins.map(\.weight).max() else { return bins }
    var counts = [Int](repeating: 0, count: Int(largest) + 1)
    for bin in bins { counts[Int(bin.weight)] += 1 }
    var (least, count) = (Int(largest), counts[Int(largest)])
    while count < wantedCount, least > 0 {
      least -= 1
      count += counts[least]
    }
    return bins.filter { $0.weight >= least }
  }
}
