// SPDX-License-Identifier: GPL-3.0-or-later

/// A query as somebody means it, and as it is typed.
package indirect enum TypedQuery {
  /// What stands before a part.
  package enum Sign: String {
    case none = ""
    case plus = "+"
    case minus = "-"
  }

  /// What a field wants, as this engine of proof reads it.
  package enum FieldDemand {
    case title(FieldText)
    case heading(FieldText)
    case author(FieldText)
    case cites(FieldText)
    case path(String, isPattern: Bool)
    case folder(String)
    case type(String)
    case language(String)
    /// Seconds since 1970.
    case modified(Range<Int64>)
  }

  /// What a field that holds words wants.
  package enum FieldText {
    case words(String)
    case phrase(String)
    case pattern(String)
  }

  case word(String)
  case phrase(String)
  /// A pattern for each of its parts, in the form of the vocabulary.
  case wildcard(typed: String, parts: [String])
  case near([TypedQuery], Int)
  case field(typed: String, FieldDemand)
  case and([TypedQuery])
  case or([TypedQuery])
  case not(TypedQuery)
  /// Parts side by side.
  case beside([(sign: Sign, part: TypedQuery)])

  /// How it is typed.
  package var written: String {
    switch self {
    case .word(let text): text
    case .phrase(let text): "\"\(text)\""
    case .wildcard(let typed, _): typed
    case .field(let typed, _): typed
    case .near(let parts, let distance): Self.join(parts, "NEAR/\(distance)")
    case .and(let parts): Self.join(parts, "AND")
    case .or(let parts): Self.join(parts, "OR")
    case .not(let part): "NOT \(part.operand)"
    case .beside(let parts):
      parts.map { $0.sign.rawValue + $0.part.operand }.joined(separator: " ")
    }
  }

  private static func join(_ parts: [TypedQuery], _ name: String) -> String {
    parts.map(\.operand).joined(separator: " \(name) ")
  }

  private var operand: String {
    switch self {
    case .near, .and, .or, .beside, .not: "(\(written))"
    default: written
    }
  }
}
