// SPDX-License-Identifier: GPL-3.0-or-later

/// What a query is made of before anything is known of what belongs together.
struct Token {
  enum Kind {
    /// A part of the tree as it stands: words, a phrase, a wildcard, a field.
    case operand(QueryNode)
    /// A word that is an operator if there is something on its sides.
    case symbol(QueryOperator, QueryText)
    case opening
    case closing
  }

  /// What stands directly before an operand or a parenthesis.
  enum Sign {
    case plus
    case minus
  }

  let kind: Kind
  var sign: Sign?
}
