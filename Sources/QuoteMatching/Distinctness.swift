// SPDX-License-Identifier: GPL-3.0-or-later

/// What tells a quotation from all else in its text: found out when it is cited, because later the
/// text may be another.
package struct Distinctness: Hashable, Sendable {
  /// How like it the likest other stretch of the text is, from 0 to 1: the same words again.
  package let lookalike: Double
  /// What stands before it, so much that it stands nowhere else; empty if that would be too much.
  package let prefix: String
  /// What follows it, so much that it stands nowhere else; empty if that would be too much.
  package let suffix: String
}

extension ComparedText {
  /// What tells a stretch of the text from all else in it.
  ///
  /// - Parameter range: bytes.
  /// - Returns: contexts of at least `leastContextCount` characters, where the text has as many.
  package func distinctness(of range: Range<Int>) -> Distinctness {
    let own = tokens(in: range)
    return Distinctness(
      lookalike: likeness(to: Array(utf8[range]), excluding: own),
      prefix: prefix(to: range.lowerBound, own.lowerBound),
      suffix: suffix(from: range.upperBound, own.upperBound)
    )
  }

  /// How like `quotation` the likest stretch of this text is, from 0 to 1.
  package func likeness(to quotation: String) -> Double {
    likeness(to: Array(quotation.utf8), excluding: 0..<0)
  }

  /// The whole may be like one place, or its parts like several: an editor may put those together
  /// later, so both count.
  private func likeness(to quotation: [UInt8], excluding own: Range<Int>) -> Double {
    let words = words(of: quotation)
    guard !words.isEmpty else { return 1 }
    // So many at most overlap the quotation, and one more does not.
    let same = SamePlaces(in: self).tokens(words, limit: 2 * own.count + 1)
    if same.contains(where: { !$0.overlaps(own) }) { return 1 }
    let whole = LikePlaces(words, in: self, excluding: own).best(1).first?.similarity ?? 0
    var matchCount = 0.0
    for part in SentenceParts.parts(of: quotation) {
      let like = LikePlaces(Array(words[part]), in: self, excluding: own)
      matchCount += (like.best(1).first?.similarity ?? 0) * Double(part.count)
    }
    return max(whole, matchCount / Double(words.count))
  }

  /// What the Hypothesis client keeps of both sides, in characters.
  private static let leastContextCount = 32
  /// Longer contexts tell more about the text than about the quotation.
  private static let largestContextCount = 300

  private func prefix(to end: Int, _ token: Int) -> String {
    let least = contextStart(before: end, Self.leastContextCount)
    let most = contextStart(before: end, Self.largestContextCount)
    var first = min(tokens(in: least..<end).lowerBound, token - 1)
    while first >= 0, first < token || first == 0, first < count, Int(starts[first]) >= most {
      if first < token, isOnly(first..<token) {
        return String(decoding: utf8[Int(starts[first])..<end], as: UTF8.self)
      }
      first -= 1
    }
    return ""
  }

  private func suffix(from start: Int, _ token: Int) -> String {
    let least = contextEnd(behind: start, Self.leastContextCount)
    let most = contextEnd(behind: start, Self.largestContextCount)
    var last = max(tokens(in: start..<least).upperBound, token + 1)
    while last <= count, last > token, Int(ends[last - 1]) <= most {
      if isOnly(token..<last) {
        return String(decoding: utf8[start..<Int(ends[last - 1])], as: UTF8.self)
      }
      last += 1
    }
    return ""
  }

  /// Whether these words stand nowhere else.
  private func isOnly(_ tokens: Range<Int>) -> Bool {
    SamePlaces(in: self).tokens(Array(words[tokens]), limit: 2).count == 1
  }

  private func contextStart(before end: Int, _ characterCount: Int) -> Int {
    var (offset, count) = (end, 0)
    while offset > 0, count < characterCount {
      offset -= 1
      if utf8[offset] & 0b1100_0000 != 0b1000_0000 { count += 1 }
    }
    return offset
  }

  private func contextEnd(behind start: Int, _ characterCount: Int) -> Int {
    var (offset, count) = (start, 0)
    while offset < utf8.count {
      if utf8[offset] & 0b1100_0000 != 0b1000_0000 {
        if count == characterCount { break }
        count += 1
      }
      offset += 1
    }
    return offset
  }
}
