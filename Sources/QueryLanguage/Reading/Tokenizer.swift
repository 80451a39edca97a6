// SPDX-License-Identifier: GPL-3.0-or-later

/// Parts a query into tokens, from left to right and in linear time.
///
/// What holds no letter and no digit, such as a dash between blanks, is passed over.
struct Tokenizer {
  let scalars: Scalars
  var notes = QueryNotes()
  /// Whether the rest of the query was read as plain words.
  private(set) var isCut = false

  var place = 0
  /// How many parentheses are open.
  private(set) var depth = 0
  /// How many parts were told apart.
  private var parts = 0
  /// Whether a sign at `place` would stand at the beginning of a token.
  private var isBeginning = true

  /// The families of marks that are known to have no mark after `place` that could close them.
  var unpaired: Set<QuotationMarks> = []
  /// The partner that was found last.
  var foundPartner: (of: Int, at: Int)?

  init(_ query: String) {
    scalars = Scalars(query)
  }

  /// The next token; nil at the end.
  mutating func next() -> Token? {
    while let scalar = scalars[place] {
      if scalar.isBlank {
        place += 1
        isBeginning = true
      } else if parts >= QueryLimits.parts {
        return rest(.tooLong)
      } else if let token = token(beginningWith: scalar) {
        parts += token.sign == nil ? 1 : 2
        return token
      }
    }
    return nil
  }

  /// Reads one token, or goes past what is none.
  private mutating func token(beginningWith scalar: Unicode.Scalar) -> Token? {
    let sign = readSign(scalar)
    defer { isBeginning = false }
    switch scalars[place] {
    case "(":
      guard depth < QueryLimits.depth else { return rest(.tooDeep) }
      place += 1
      depth += 1
      return Token(kind: .opening, sign: sign)
    case ")":
      place += 1
      guard depth > 0 else {
        notes.add(.unpairedParenthesis)
        return nil
      }
      depth -= 1
      return Token(kind: .closing)
    default:
      if marks(at: place) != nil { return readPhrase().map { Token(kind: $0, sign: sign) } }
      return readWord(isSigned: sign != nil).map { Token(kind: $0, sign: sign) }
    }
  }

  /// Goes past a sign, if there is one at `place` that means something.
  ///
  /// Only the two characters of the keyboard are signs: dashes come with copied text.
  private mutating func readSign(_ scalar: Unicode.Scalar) -> Token.Sign? {
    guard scalar == "-" || scalar == "+" else { return nil }
    guard isBeginning || scalars[place - 1] == "(" else { return nil }
    guard isOperand(at: place + 1) else { return nil }
    place += 1
    return scalar == "-" ? .minus : .plus
  }

  /// Whether something that can be demanded or excluded begins at `index`.
  private mutating func isOperand(at index: Int) -> Bool {
    guard let scalar = scalars[index] else { return false }
    if scalar == "(" || isPhrase(at: index) { return true }
    if scalar.isLetterOrNumber { return !isShortNumber(at: index) }
    guard scalar == "*" else { return false }
    var index = index
    while scalars[index]?.isWild == true { index += 1 }
    return scalars[index]?.isLetterOrNumber == true
  }

  /// Whether a sign before `index` is that of a number, as in `colder than -40`; years can be excluded.
  private func isShortNumber(at index: Int) -> Bool {
    var end = index
    while end < index + 4, scalars[end]?.isDigit == true { end += 1 }
    guard (1...3).contains(end - index) else { return false }
    return scalars[end].map { !$0.isOfWord && $0 != "*" } ?? true
  }

  private mutating func readPhrase() -> Token.Kind? {
    guard let end = partner(at: place) else {
      notes.add(.unpairedQuotationMark)
      place += 1
      return nil
    }
    let inside = place + 1..<end
    let whole = place..<end + 1
    place = whole.upperBound
    guard scalars[inside].holdsWord else {
      notes.add(.emptyQuotation)
      return nil
    }
    if asksForWildcard(inside) { notes.add(.wildcardInQuotation) }
    return .operand(.phrase(scalars.text(inside, within: whole)))
  }

  /// All that is left, as plain words.
  private mutating func rest(_ note: QueryNote) -> Token? {
    isCut = true
    var end = scalars.count
    while let last = scalars[end - 1], last.isBlank { end -= 1 }
    let range = place..<end
    place = scalars.count
    guard scalars[range].holdsWord else { return nil }
    notes.add(note)
    return Token(kind: .operand(.words(scalars.text(range))))
  }

  /// Whether letters are asked for by `*`; a `?` in a quotation is a question.
  private func asksForWildcard(_ quotation: Range<Int>) -> Bool {
    quotation.contains { index in
      scalars[index] == "*"
        && (scalars[index - 1]?.isOfWord == true || scalars[index + 1]?.isOfWord == true)
    }
  }
}
