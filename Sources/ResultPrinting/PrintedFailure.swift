// SPDX-License-Identifier: GPL-3.0-or-later

/// Why there is no answer, for people and for programs.
package struct PrintedFailure: Error, Hashable, Sendable {
  /// A word that programs can switch on, such as `index-not-found`; it never changes.
  package let code: String
  /// What happened and where, in one line.
  package let message: String
  /// What to do about it, in one line.
  package let hint: String?

  /// Makes a failure.
  package init(code: String, message: String, hint: String? = nil) {
    self.code = code
    self.message = message
    self.hint = hint
  }
}
