// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds the word that was probably meant.
package enum NearestWord {
  /// The candidate nearest to `word`, if any is near enough to be what was meant.
  ///
  /// Near enough is one that begins like it, or one edit for every three characters. The first of
  /// several equally near ones wins.
  package static func among(_ candidates: [String], to word: String) -> String? {
    // What is much longer than any candidate is near none; the distance is quadratic.
    guard word.utf8.count < 64 else { return nil }
    if word.count > 1, let begun = candidates.first(where: { $0.hasPrefix(word) }) { return begun }
    let letters = Array(word)
    let nearest = candidates.map { ($0, distance(letters, Array($0))) }.min { $0.1 < $1.1 }
    guard let nearest, nearest.1 <= max(1, letters.count / 3) else { return nil }
    return nearest.0
  }

  /// Counts insertions, deletions, substitutions and swaps of neighbours.
  ///
  /// - SeeAlso: F. J. Damerau, A technique for computer detection and correction of spelling errors
  ///   (1964); this is the optimal string alignment form of it.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var row = [i + 1]
      for (j, b) in right.enumerated() {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a == b ? 0 : 1))
        if i > 0, j > 0, a == right[j - 1], left[i - 1] == b {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      (beforeLast, last) = (last, row)
    }
    return last[right.count]
  }
}
