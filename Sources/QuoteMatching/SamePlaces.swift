// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds where exactly these words stand.
struct SamePlaces {
  private let text: ComparedText

  init(in text: ComparedText) {
    self.text = text
  }

  /// The stretches of tokens that are these words, in order; at most `limit`.
  ///
  /// - Complexity: the number of times that the rarest of the words stands in the text, and O(n) in
  ///   the tokens of both at the worst.
  func tokens(_ words: [Int32], limit: Int = .max) -> [Range<Int>] {
    var rarest: (offset: Int, positions: ArraySlice<Int32>)?
    for (offset, word) in words.enumerated() {
      let positions = text.positions(of: word)
      if rarest.map({ positions.count < $0.positions.count }) ?? true {
        rarest = (offset, positions)
      }
    }
    guard let rarest, !rarest.positions.isEmpty else { return [] }
    // Where words repeat, the same ones would be compared again and again.
    guard rarest.positions.count * words.count <= 4 * (text.count + words.count) else {
      return search(words, limit: limit)
    }
    var stretches: [Range<Int>] = []
    for position in rarest.positions {
      let start = Int(position) - rarest.offset
      guard start >= 0, start + words.count <= text.count else { continue }
      let stretch = start..<start + words.count
      if text.words[stretch].elementsEqual(words) { stretches.append(stretch) }
      if stretches.count == limit { break }
    }
    return stretches
  }

  /// The same, word by word through the text.
  ///
  /// - SeeAlso: D. E. Knuth, J. H. Morris, V. R. Pratt: Fast Pattern Matching in Strings.
  private func search(_ words: [Int32], limit: Int) -> [Range<Int>] {
    // How many words before each one, itself included, are those that `words` begin with.
    var borders = [Int](repeating: 0, count: words.count)
    var length = 0
    for index in words.indices.dropFirst() {
      while length > 0, words[index] != words[length] { length = borders[length - 1] }
      if words[index] == words[length] { length += 1 }
      borders[index] = length
    }
    var stretches: [Range<Int>] = []
    length = 0
    for (index, word) in text.words.enumerated() {
      while length > 0, word != words[length] { length = borders[length - 1] }
      if word == words[length] { length += 1 }
      guard length == words.count else { continue }
      stretches.append(index + 1 - length..<index + 1)
      if stretches.count == limit { break }
      length = borders[length - 1]
    }
    return stretches
  }

  /// The stretches of bytes that are these words where the first may lack its beginning and the last
  /// its end, in order; a word alone may lack both.
  ///
  /// - Complexity: O(n) in the tokens of the text.
  func cutOff(_ quotation: [UInt8]) -> [Range<Int>] {
    var scanner = TokenScanner(quotation)
    var parts: [ArraySlice<UInt8>] = []
    while let token = scanner.next() { parts.append(quotation[token]) }
    guard let first = parts.first, let last = parts.last else { return [] }
    guard parts.count > 1 else { return within(first) }
    return inner(parts.dropFirst().dropLast(), of: quotation).compactMap { inner in
      guard inner.lowerBound > 0, inner.upperBound < text.count else { return nil }
      let (opening, closing) = (
        text.bytes(ofToken: inner.lowerBound - 1), text.bytes(ofToken: inner.upperBound)
      )
      guard opening.count >= first.count, opening.suffix(first.count).elementsEqual(first),
        closing.starts(with: last)
      else { return nil }
      return opening.endIndex - first.count..<closing.startIndex + last.count
    }
  }

  /// Where the words between the first and the last stand; between any two tokens if there are none.
  private func inner(_ parts: ArraySlice<ArraySlice<UInt8>>, of quotation: [UInt8]) -> [Range<Int>]
  {
    guard let first = parts.first, let last = parts.last else {
      return (0...text.count).map { $0..<$0 }
    }
    return tokens(text.words(of: Array(quotation[first.startIndex..<last.endIndex])))
  }

  /// Nobody quotes a part of a word that is longer than so many bytes.
  private static let longestPart = 100

  /// Where a word stands within one of the text's.
  private func within(_ word: ArraySlice<UInt8>) -> [Range<Int>] {
    guard word.count <= Self.longestPart else { return [] }
    return (0..<text.count).compactMap { index in
      let token = text.bytes(ofToken: index)
      guard token.count > word.count,
        let start = (token.startIndex...token.endIndex - word.count)
          .first(where: { token[$0...].starts(with: word) })
      else { return nil }
      return start..<start + word.count
    }
  }
}
