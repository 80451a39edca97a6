// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where an edited quotation begins and ends when its first or last words are new.
///
/// Only what is the same shows where it is. What became of the words at its ends stands beside that,
/// up to where the sentence begins or ends, if that is not further than those words were.
struct EditedEnds {
  private let text: ComparedText
  private let quotation: [Int32]

  init(_ quotation: [Int32], in text: ComparedText) {
    self.quotation = quotation
    self.text = text
  }

  /// The stretch with the new words at its ends.
  ///
  /// - Parameter tokens: from the first word that is the same to the last.
  func widen(_ tokens: Range<Int>) -> Range<Int> {
    let matches = TokenAlignment.matches(quotation[...], text.words[tokens])
    guard let first = matches.first, let last = matches.last else { return tokens }
    let before = back(from: tokens.lowerBound, by: first.old)
    let behind = forward(from: tokens.upperBound, by: quotation.count - 1 - last.old)
    return before..<behind
  }

  private func back(from start: Int, by count: Int) -> Int {
    guard count > 0 else { return start }
    for index in stride(from: start, through: max(0, start - count - 2), by: -1)
    where index == 0 || isEnd(index - 1) || isParagraphBreak(before: index) {
      return index
    }
    return start
  }

  private func forward(from end: Int, by count: Int) -> Int {
    guard count > 0 else { return end }
    for index in end...min(text.count, end + count + 2)
    where index == text.count || (index > end && isEnd(index - 1))
      || isParagraphBreak(before: index)
    {
      return index
    }
    return end
  }

  /// Whether a token ends a sentence.
  private func isEnd(_ index: Int) -> Bool {
    [".", "!", "?", "…", "。", "！", "？"].contains(
      String(decoding: text.bytes(ofToken: index), as: UTF8.self)
    )
  }

  private func isParagraphBreak(before index: Int) -> Bool {
    guard index > 0, index < text.count else { return true }
    let blanks = text.utf8[Int(text.ends[index - 1])..<Int(text.starts[index])]
    return blanks.count { $0 == UInt8(ascii: "\n") } > 1
  }
}
