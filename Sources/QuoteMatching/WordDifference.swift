// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// How the words of two texts differ.
package enum WordDifference {
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
