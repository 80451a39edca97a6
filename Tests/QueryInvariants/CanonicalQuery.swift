// SPDX-License-Identifier: GPL-3.0-or-later

package import QueryLanguage

extension QueryNode {
  /// A query that means this node and can be read in one way only.
  ///
  /// What is neither letter nor number in a word becomes `x`, so that nothing in it can be an operator.
  package var canonicalQuery: String {
    if case .group(let group) = self { return group.canonicalQuery }
    return joined ?? operand
  }

  /// The same where it stands beside others.
  fileprivate var operand: String {
    switch self {
    case .words(let text):
      let word = text.text.plain()
      return ["AND", "OR", "NOT", "NEAR"].contains(word) ? word.lowercased() : word
    case .phrase(let text): return "\"\(text.text.plain(keeping: " "))\""
    case .wildcard(let text): return text.text.plain(keeping: "*?")
    case .field(let field, let value): return "\(field.rawValue):\(value.canonical(in: field))"
    case .not(let node): return "NOT \(node.operand)"
    case .group, .near, .all, .any: return "(\(canonicalQuery))"
    }
  }

  /// The same behind a sign, which before a number would be a part of it.
  fileprivate var signedOperand: String {
    let written = operand
    return written.unicodeScalars.first?.properties.numericType == nil ? written : "(\(written))"
  }

  private var joined: String? {
    switch self {
    case .near(let nodes, let distance):
      nodes.map(\.operand).joined(separator: " NEAR/\(distance) ")
    case .all(let nodes): nodes.map(\.operand).joined(separator: " AND ")
    case .any(let nodes): nodes.map(\.operand).joined(separator: " OR ")
    default: nil
    }
  }
}

extension QueryGroup {
  fileprivate var canonicalQuery: String {
    let parts =
      optional.map(\.operand) + required.map { "+" + $0.signedOperand }
      + excluded.map { "-" + $0.signedOperand }
    return parts.joined(separator: " ")
  }
}

extension FieldValue {
  fileprivate func canonical(in field: QueryField) -> String {
    switch self {
    case .text(let text) where field == .lang: text.text
    case .text(let text): text.text.plain()
    case .phrase(let text): "\"\(text.text.plain(keeping: " "))\""
    case .wildcard(let text): text.text.plain(keeping: "*?")
    case .dates(_, let text): text.text
    }
  }
}

extension String {
  fileprivate func plain(keeping kept: String = "") -> String {
    var plain = UnicodeScalarView()
    for scalar in unicodeScalars {
      plain.append(scalar.isLetterOrNumber || kept.unicodeScalars.contains(scalar) ? scalar : "x")
    }
    return String(plain)
  }
}

extension Unicode.Scalar {
  var isLetterOrNumber: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
