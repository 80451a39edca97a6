// SPDX-License-Identifier: GPL-3.0-or-later

/// Makes text fit for a terminal: nothing that others wrote can move the cursor, change a colour,
/// set a title or the clipboard, or turn the reading direction of what stands beside it.
///
/// Everything that comes from documents, file names and queries goes through here.
package enum TerminalText {
  /// What becomes of line ends and tabs.
  package enum WhiteSpace: Sendable {
    /// They are shown like any other control character: for names, where they would deceive.
    case shown
    /// Each becomes a space: for running text.
    case spaces
  }

  /// The same text with every character that could control the terminal replaced by a visible one.
  ///
  /// ASCII controls become their Control Pictures (`␛`), all others their escape (`\u{202E}`).
  package static func sanitize(_ text: String, whiteSpace: WhiteSpace = .shown) -> String {
    guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
    var safe = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isUnsafe(scalar) {
        safe.append(contentsOf: replacement(for: scalar, whiteSpace: whiteSpace).unicodeScalars)
      } else {
        safe.append(scalar)
      }
    }
    return String(safe)
  }

  /// What is shown in the place of an unsafe scalar.
  static func replacement(for scalar: Unicode.Scalar, whiteSpace: WhiteSpace) -> String {
    switch scalar.value {
    case 0x09 where whiteSpace == .spaces, 0x0A where whiteSpace == .spaces:
      return " "
    case 0x7F:
      return "\u{2421}"
    case ..<0x20:
      // U+2400 to U+241F are the pictures of U+0000 to U+001F, in that order.
      return Unicode.Scalar(0x2400 + scalar.value).map { String($0) } ?? "\u{FFFD}"
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
      return "\\u{\(zeros)\(digits)}"
    }
  }

  /// Whether a scalar must not reach a terminal as it is.
  ///
  /// - SeeAlso: ECMA-48 (C0, C1); UAX #9 section 2 (embeddings, overrides, isolates).
  static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case ..<0x20, 0x7F...0x9F: true  // C0, DEL, C1
    case 0x2028...0x2029: true  // line and paragraph separator
    case 0x202A...0x202E, 0x2066...0x2069: true  // bidirectional embeddings, overrides, isolates
    case 0x206A...0x206F: true  // deprecated format characters
    case 0xFEFF, 0xFFF9...0xFFFB: true  // byte-order mark, interlinear annotation
    default: false
    }
  }
}
