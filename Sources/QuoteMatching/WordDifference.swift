// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// How the words of two texts differ.
package enum WordDifference {
  /// Whether two texts are the same word for word, however their blanks are.
  package static func isSame(_ one: String, _ other: String) -> Bool {
    tokens(one).elementsEqual(tokens(other))
  }

  /// Whether a text begins with these words.
  package static func begins(_ text: String, with words: String) -> Bool {
    tokens(text).starts(with: tokens(words))
  }

  /// Whether a text ends with these words.
  package static func ends(_ text: String, with words: String) -> Bool {
    tokens(text).reversed().starts(with: tokens(words).reversed())
  }

  private static func tokens(_ text: String) -> [ArraySlice<UInt8>] {
    let utf8 = Array(text.utf8)
    var scanner = TokenScanner(utf8)
    var tokens: [ArraySlice<UInt8>] = []
    while let token = scanner.next() { tokens.append(utf8[token]) }
    return tokens
  }

  /// The runs of words that stayed, went and came, in the order of the text.
  ///
  /// Each run has the blanks that follow it: what was kept and added, put together, is the newer
  /// text from its first word on.
  package static func changes(from old: String, to new: String) -> [WordChange] {
    let (oldText, newText) = (ComparedText(Array(old.utf8)), ComparedText(Array(new.utf8)))
    let oldWords = newText.words(of: oldText.utf8)
    var changes: [WordChange] = []
    var (oldReached, newReached) = (0, 0)
    func skip(to oldEnd: Int, _ newEnd: Int) {
      if oldEnd > oldReached { changes.append(.removed(oldText.run(oldReached..<oldEnd))) }
      if newEnd > newReached { changes.append(.added(newText.run(newReached..<newEnd))) }
    }
    var matches = TokenAlignment.matches(oldWords[...], newText.words[...])[...]
    while let first = matches.first {
      skip(to: first.old, first.new)
      var length = 0
      while let next = matches.first, next.old == first.old + length,
        next.new == first.new + length
      {
        length += 1
        matches.removeFirst()
      }
      changes.append(.kept(newText.run(first.new..<first.new + length)))
      (oldReached, newReached) = (first.old + length, first.new + length)
    }
    skip(to: oldText.count, newText.count)
    return changes
  }
}

extension ComparedText {
  /// Some tokens with the blanks between and behind them.
  fileprivate func run(_ tokens: Range<Int>) -> String {
    let end = tokens.upperBound < count ? Int(starts[tokens.upperBound]) : utf8.count
    return String(decoding: utf8[Int(starts[tokens.lowerBound])..<end], as: UTF8.self)
  }
}
