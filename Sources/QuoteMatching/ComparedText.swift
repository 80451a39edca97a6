// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// A text made ready to be compared with many quotations.
///
/// - Complexity: O(n) time and memory in the bytes of the text, about six times as many.
package struct ComparedText: Sendable {
  let utf8: [UInt8]
  /// Where each token stands: bytes.
  let starts: [Int32]
  let ends: [Int32]
  /// The number of each token's word: the same for the same bytes.
  let words: [Int32]
  /// Where each word's tokens are in `positions`: from its entry on, up to the next one's.
  private let firstPositions: [Int32]
  private let positions: [Int32]
  private let numbers: [UInt64: Int32]

  /// Takes a text of less than 2 GiB.
  package init(_ text: SourceText) {
    self.init(text.utf8)
  }

  init(_ utf8: [UInt8]) {
    var scanner = TokenScanner(utf8)
    var starts: [Int32] = []
    var ends: [Int32] = []
    var words: [Int32] = []
    var counts: [Int32] = []
    var numbers: [UInt64: Int32] = [:]
    while let token = scanner.next() {
      starts.append(Int32(token.lowerBound))
      ends.append(Int32(token.upperBound))
      let key = Self.key(utf8[token])
      if let number = numbers[key] {
        words.append(number)
        counts[Int(number)] += 1
      } else {
        let number = Int32(counts.count)
        numbers[key] = number
        words.append(number)
        counts.append(1)
      }
    }
    var firstPositions: [Int32] = [0]
    firstPositions.reserveCapacity(counts.count + 1)
    var sum: Int32 = 0
    for count in counts {
      sum += count
      firstPositions.append(sum)
    }
    var next = firstPositions
    var positions = [Int32](repeating: 0, count: words.count)
    for (index, word) in words.enumerated() {
      positions[Int(next[Int(word)])] = Int32(index)
      next[Int(word)] += 1
    }
    self.utf8 = utf8
    self.starts = starts
    self.ends = ends
    self.words = words
    self.firstPositions = firstPositions
    self.positions = positions
    self.numbers = numbers
  }

  /// How many tokens there are.
  var count: Int { words.count }

  /// How many different words there are: all of their numbers are lower.
  var wordCount: Int { firstPositions.count - 1 }

  /// Where the tokens of a word are, in order; none for a number that no word of this text has.
  func positions(of word: Int32) -> ArraySlice<Int32> {
    guard word >= 0, Int(word) < wordCount else { return [] }
    return positions[Int(firstPositions[Int(word)])..<Int(firstPositions[Int(word) + 1])]
  }

  /// The bytes that some of the tokens take up, the blanks between them included.
  ///
  /// - Parameter tokens: not empty.
  /// - Returns: bytes of the text.
  func bytes(of tokens: Range<Int>) -> Range<Int> {
    Int(starts[tokens.lowerBound])..<Int(ends[tokens.upperBound - 1])
  }

  /// The bytes of one token.
  func bytes(ofToken index: Int) -> ArraySlice<UInt8> {
    utf8[Int(starts[index])..<Int(ends[index])]
  }

  /// The tokens that lie within `bytes`, or are cut by it.
  func tokens(in bytes: Range<Int>) -> Range<Int> {
    let first = ends.firstIndex(whereSorted: { Int($0) > bytes.lowerBound })
    let last = starts.firstIndex(whereSorted: { Int($0) >= bytes.upperBound })
    return first..<max(first, last)
  }

  /// Whether the same words stand around two places, in this text and in another, as far as both go.
  ///
  /// - Parameters:
  ///   - place: bytes of this text.
  ///   - other: the other text.
  ///   - otherPlace: bytes of the other text.
  ///   - wordCount: how many words on each side.
  /// - Returns: whether they do.
  package func surrounds(
    _ place: Range<Int>,
    as other: ComparedText,
    _ otherPlace: Range<Int>,
    wordCount: Int
  ) -> Bool {
    let (here, there) = (tokens(in: place), other.tokens(in: otherPlace))
    let beforeCount = min(wordCount, here.lowerBound, there.lowerBound)
    let behindCount = min(wordCount, count - here.upperBound, other.count - there.upperBound)
    func isSame(_ index: Int, _ otherIndex: Int) -> Bool {
      bytes(ofToken: index) == other.bytes(ofToken: otherIndex)
    }
    return (0..<beforeCount).allSatisfy {
      isSame(here.lowerBound - 1 - $0, there.lowerBound - 1 - $0)
    } && (0..<behindCount).allSatisfy { isSame(here.upperBound + $0, there.upperBound + $0) }
  }

  /// The words of another text by the numbers that they have in this one; -1 for one that is not in it.
  func words(of other: [UInt8]) -> [Int32] {
    var scanner = TokenScanner(other)
    var words: [Int32] = []
    while let token = scanner.next() { words.append(numbers[Self.key(other[token])] ?? -1) }
    return words
  }

  /// A word in 64 bits: FNV-1a, mixed once more because a dictionary takes the lower bits.
  ///
  /// Two words share one in a million million texts at most.
  private static func key(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0x9E37_79B9_7F4A_7C15
  }
}

extension [Int32] {
  /// The first index whose element fulfils a condition that all later ones fulfil, too.
  fileprivate func firstIndex(whereSorted isBehind: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
