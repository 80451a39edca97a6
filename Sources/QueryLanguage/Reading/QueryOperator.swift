// SPDX-License-Identifier: GPL-3.0-or-later

/// An operator between parts of a query.
enum QueryOperator: Hashable {
  case and
  case or
  case not
  /// With the distance as it was written, which may be none that is allowed.
  case near(distance: Int)

  /// The operator whose name is `written`; only capitals are names.
  init?(written: String) {
    switch written {
    case "AND": self = .and
    case "OR": self = .or
    case "NOT": self = .not
    case "NEAR": self = .near(distance: QueryLimits.usualDistance)
    default:
      guard written.hasPrefix("NEAR/") else { return nil }
      let digits = written.utf8.dropFirst("NEAR/".utf8.count)
      guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
      // More digits than a number can have are more words than are allowed, too.
      self = .near(distance: Int(Substring(digits)) ?? Int.max)
    }
  }

  /// The name by which users know it.
  var name: String {
    switch self {
    case .and: "AND"
    case .or: "OR"
    case .not: "NOT"
    case .near: "NEAR"
    }
  }
}
