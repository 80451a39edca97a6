// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where an edited quotation begins and ends when its first or last words are new.
///
/// Only what is the same shows where it is. What became of the words at its ends stands between that
/// and what surrounded the quotation; where the surroundings are new as well, up to where the sentence
/// begins or ends, if that is not further than those words were.
struct EditedEnds {
  private let text: ComparedText
  private let quotation: [Int32]
  /// Which of its words are numbers or have a capital.
  private let particulars: Set<Int>
  /// Whether the text is that of the document where it stood.
  private let isItsOwn: Bool

  /// So many words more than there were may stand at an end.
  private static let slack = 3

  /// Prepares to look.
  ///
  /// - Parameters:
  ///   - quotation: the words of `sought` by the text's numbers.
  ///   - sought: the quotation.
  ///   - text: the text that it is looked for in.
  init(_ quotation: [Int32], of sought: SoughtQuotation, in text: ComparedText) {
    self.quotation = quotation
    self.text = text
    let utf8 = Array(sought.text.utf8)
    var scanner = TokenScanner(utf8)
    var particulars: Set<Int> = []
    var index = 0
    while let token = scanner.next() {
      let first = String(decoding: utf8[token], as: UTF8.self).unicodeScalars.first
      if let first, first.properties.isUppercase || first.properties.numericType != nil {
        particulars.insert(index)
      }
      index += 1
    }
    self.particulars = particulars
    isItsOwn = sought.place != nil
  }

  /// The stretch with the new words at its ends; nil unless it is where the quotation stood.
  ///
  /// What stood on one side of it has to stand beside it still; on both sides, and in the document where
  /// it stood, if names or numbers are not what they were: another may have filled in the same form.
  ///
  /// - Parameters:
  ///   - tokens: from the first word that is the same to the last.
  ///   - surroundings: what stood around the quotation.
  /// - Returns: tokens.
  func inPlace(_ tokens: Range<Int>, _ surroundings: Surroundings) -> Range<Int>? {
    let matches = TokenAlignment.matches(quotation[...], text.words[tokens])
    guard let first = matches.first, let last = matches.last else { return nil }
    let (newBefore, newBehind) = (first.old, quotation.count - 1 - last.old)
    let (start, end) = (first.new, last.new + 1)
    let before = (max(0, start - newBefore - Self.slack)...start).last {
      surroundings.follow($0)
    }
    let behind = (end...min(text.count, end + newBehind + Self.slack)).first {
      surroundings.agreementBehind($0) == .whole
    }
    let isFramed = isItsOwn && before != nil && behind != nil
    guard isFramed || ((before ?? behind) != nil && keepsParticulars(matches)) else { return nil }
    return
      (before ?? back(from: start, by: newBefore))..<(behind ?? forward(from: end, by: newBehind))
  }

  /// Whether all numbers and all that is written with a capital are still there.
  private func keepsParticulars(_ matches: [TokenAlignment.Match]) -> Bool {
    let kept = Set(matches.map(\.old))
    return particulars.isSubset(of: kept)
  }

  private func back(from start: Int, by count: Int) -> Int {
    guard count > 0 else { return start }
    for index in stride(from: start, through: max(0, start - count - Self.slack), by: -1)
    where index == 0 || isEnd(index - 1) || isParagraphBreak(before: index) {
      return index
    }
    return start
  }

  private func forward(from end: Int, by count: Int) -> Int {
    guard count > 0 else { return end }
    for index in end...min(text.count, end + count + Self.slack)
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
