// SPDX-License-Identifier: GPL-3.0-or-later

/// What looks like an anchor or a selector, and is none.
package struct Trouble: Hashable, Sendable {
  /// The line of the file, counted from 1.
  package let line: Int
  /// Bytes of the file.
  package let range: Range<Int>
  /// What stands there, cut off where it is long.
  package let text: String
  /// What is wrong: half a sentence, whose subject is what stands there.
  package let reason: String

  /// Makes a trouble of its parts.
  package init(line: Int, range: Range<Int>, text: String, reason: String) {
    self.line = line
    self.range = range
    self.text = text
    self.reason = reason
  }

  func shifted(by offset: Int) -> Trouble {
    Trouble(
      line: line,
      range: range.lowerBound + offset..<range.upperBound + offset,
      text: text,
      reason: reason
    )
  }
}
