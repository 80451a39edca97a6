// SPDX-License-Identifier: GPL-3.0-or-later

extension Tokenizer {
  /// Reads what stands up to the next blank: a word, a wildcard, a field, or an operator.
  ///
  /// - Parameter isSigned: whether a sign stands before it, so that it is no operator.
  /// - Returns: nil if it holds no letter and no digit.
  mutating func readWord(isSigned: Bool) -> Token.Kind? {
    if let field = readField() { return .operand(field) }
    let range = wordRange()
    guard scalars[range].holdsWord else { return nil }
    let text = scalars.text(range)
    if !isSigned, let symbol = QueryOperator(written: text.text) { return .symbol(symbol, text) }
    if let core = wildcard(in: range) { return .operand(.wildcard(scalars.text(core))) }
    return .operand(.words(text))
  }

  /// Goes past a word, which ends at a blank, at a quotation mark, or where a parenthesis closes a
  /// group that was opened before it.
  mutating func wordRange() -> Range<Int> {
    let start = place
    // Parentheses that belong to the word, as in f(x).
    var opened = 0
    var hasParenthesis = false
    var hasStray = false
    while let scalar = scalars[place], !scalar.isBlank, marks(at: place) == nil {
      if scalar == "(" {
        // NOT(…) is no word.
        if !hasParenthesis, QueryOperator(written: scalars.text(start..<place).text) != nil {
          break
        }
        hasParenthesis = true
        opened += 1
      } else if scalar == ")" {
        if opened > 0 {
          opened -= 1
        } else if depth > 0 {
          break
        } else {
          hasStray = true
        }
      }
      place += 1
    }
    if hasStray, scalars[start..<place].holdsWord { notes.add(.unpairedParenthesis) }
    return start..<place
  }

  /// The part of `range` that is a wildcard, without the punctuation around it; nil if there is none.
  ///
  /// A `?` is one within a word only: elsewhere it ends a question, or was a quotation mark once.
  func wildcard(in range: Range<Int>) -> Range<Int>? {
    guard let first = range.first(where: canEndPattern),
      let last = range.last(where: canEndPattern)
    else { return nil }
    let core = first..<last + 1
    let isOpen = scalars[core].contains(where: \.isWild)
    guard isOpen, scalars[core].holdsWord, !isAddress(core) else { return nil }
    let isWithin = core.allSatisfy { index in
      scalars[index] != "?" || (isOfPattern(index - 1) && isOfPattern(index + 1))
    }
    return isWithin ? core : nil
  }

  private func canEndPattern(_ index: Int) -> Bool {
    scalars[index].map { $0.isOfWord || $0 == "*" } ?? false
  }

  private func isOfPattern(_ index: Int) -> Bool {
    scalars[index].map { $0.isOfWord || $0.isWild } ?? false
  }

  /// Whether it is an address of the web, where `?` begins the query.
  private func isAddress(_ range: Range<Int>) -> Bool {
    scalars.text(range).text.contains("://")
  }
}
