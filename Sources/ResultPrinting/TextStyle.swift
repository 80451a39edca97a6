// SPDX-License-Identifier: GPL-3.0-or-later

/// How the parts of an answer look on a terminal; without colour all look alike.
enum TextStyle: String {
  /// Bold.
  case title = "1"
  /// Faint: there to be copied, not to be read.
  case aside = "2"
  /// Bold red, as grep has it.
  case match = "1;31"

  /// Surrounds `text` with the escape sequences of the style.
  func apply(to text: String, isColored: Bool) -> String {
    isColored && !text.isEmpty ? "\u{1B}[\(rawValue)m\(text)\u{1B}[0m" : text
  }
}
