// SPDX-License-Identifier: GPL-3.0-or-later

/// Something that was read otherwise than it was written.
///
/// No note holds what was typed, so there are only so many of them, however long the query is.
enum QueryNote: Hashable {
  case unpairedQuotationMark
  case emptyQuotation
  case wildcardInQuotation
  case unpairedParenthesis
  case unclosedParenthesis
  case tooDeep
  case tooLong
  case operandMissing(name: String)
  case nearWithoutWords
  case distanceCut
  case distancesDiffer
  case plusInChoice
  case fieldValue(QueryField)

  /// The sentence for the user.
  var text: String {
    switch self {
    case .unpairedQuotationMark: "A quotation mark has no partner and was passed over."
    case .emptyQuotation: "Quotation marks without a word between them were passed over."
    case .wildcardInQuotation: "Within quotation marks * stands for no other letters."
    case .unpairedParenthesis: "A parenthesis has no partner and was passed over."
    case .unclosedParenthesis:
      "A parenthesis is not closed; all that follows it was taken to stand within."
    case .tooDeep:
      "Only \(QueryLimits.depth) parentheses can stand within one another; what follows them was read as plain words."
    case .tooLong:
      "The query has more than \(QueryLimits.parts) parts; what follows them was read as plain words."
    case .operandMissing(let name): "\(name) lacks something beside it and was read as a word."
    case .nearWithoutWords:
      "NEAR needs a word or a phrase on either side and was read as a word."
    case .distanceCut:
      "The distance of NEAR is \(QueryLimits.distances.lowerBound) to \(QueryLimits.distances.upperBound); the nearest of these was taken."
    case .distancesDiffer: "For several NEAR in a row the largest of their distances was taken."
    case .plusInChoice: "A + before a part of OR demands nothing and was passed over."
    case .fieldValue(let field):
      "\(field.rawValue): needs \(field.valueDescription); it was read as plain words."
    }
  }
}

/// What there is to say of a query, each thing once.
struct QueryNotes {
  private(set) var notes: [QueryNote] = []

  mutating func add(_ note: QueryNote) {
    if !notes.contains(note) { notes.append(note) }
  }
}

/// How much of a query is read as more than plain words.
enum QueryLimits {
  /// How many parentheses may stand within one another.
  static let depth = 30
  /// How many words, signs, operators and parentheses are told apart.
  static let parts = 2000
  /// How many words may lie from one operand of NEAR to the next.
  static let distances = 1...100
  /// The distance of NEAR without a number.
  static let usualDistance = 10
}
