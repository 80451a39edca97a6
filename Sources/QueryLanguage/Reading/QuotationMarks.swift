// SPDX-License-Identifier: GPL-3.0-or-later

/// Marks that can be partners of one another.
///
/// Languages pair the same marks differently (“a”, „a“, ”a”; «a», »a«, »a»), so within a family any
/// mark is the partner of any. Single quotes are apostrophes and belong to no family.
enum QuotationMarks: Int, CaseIterable {
  case double
  case guillemets
  case singleGuillemets
  case corners
  case whiteCorners
  case narrowCorners

  /// The family of `scalar`; nil if it is no quotation mark.
  init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"", "\u{201C}"..."\u{201F}", "\u{FF02}", "\u{301D}"..."\u{301F}": self = .double
    case "«", "»": self = .guillemets
    case "‹", "›": self = .singleGuillemets
    case "「", "」": self = .corners
    case "『", "』": self = .whiteCorners
    case "｢", "｣": self = .narrowCorners
    default: return nil
    }
  }

  /// Whether `scalar`, one of this family, can stand before what it quotes.
  func canOpen(with scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "」", "』", "｣": false
    default: true
    }
  }

  /// Whether `scalar` can stand behind what a mark of this family quotes.
  func canClose(with scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "「", "『", "｢": false
    default: QuotationMarks(scalar) == self
    }
  }
}
