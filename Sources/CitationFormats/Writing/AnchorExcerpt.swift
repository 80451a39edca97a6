// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Makes the text directive of a quotation.
enum AnchorExcerpt {
  /// The words of `quotation`, or the first and last of them, with what stands around them.
  ///
  /// Browsers compare words, whatever white space is between them. Nil if there are no words.
  static func of(_ quotation: CitedQuotation) -> TextDirective? {
    let words = (quotation.text ?? "").unicodeScalars.split(whereSeparator: \.isBlank)
    let isShort = words.reduce(words.count - 1) { $0 + $1.count } <= 80
    let start = isShort ? joined(words[...]) : joined(head(words[...]))
    return TextDirective(
      prefix: quotation.prefix,
      start: start,
      end: isShort ? "" : joined(tail(words[...])),
      suffix: quotation.suffix
    )
  }

  private typealias Word = String.UnicodeScalarView.SubSequence

  private static let wordLimit = 5
  private static let characterLimit = 40

  /// The first words; a part of the first if it is long, as where no blanks are written.
  private static func head(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
    let count = fittingCount(words)
    return count > 0 ? words.prefix(count) : words.prefix(1).map { $0.prefix(characterLimit) }[...]
  }

  private static func tail(_ words: ArraySlice<Word>) -> ArraySlice<Word> {
    let count = fittingCount(words.reversed())
    return count > 0 ? words.suffix(count) : words.suffix(1).map { $0.suffix(characterLimit) }[...]
  }

  /// How many words from the first on are not too many and not too long.
  private static func fittingCount(_ words: some Sequence<Word>) -> Int {
    var (count, length) = (0, 0)
    for word in words.prefix(wordLimit) {
      length += word.count + (count > 0 ? 1 : 0)
      guard length <= characterLimit else { break }
      count += 1
    }
    return count
  }

  private static func joined(_ words: ArraySlice<Word>) -> String {
    words.map { String($0) }.joined(separator: " ")
  }
}
