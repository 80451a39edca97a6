// SPDX-License-Identifier: GPL-3.0-or-later

/// What is wrong with how a program was called or configured.
package struct SettingsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Who has to mend it; the raw value is the exit status.
  ///
  /// - SeeAlso: sysexits.h.
  package enum Kind: Int32, Hashable, Sendable {
    /// The command line (EX_USAGE).
    case usage = 64
    /// The configuration file or the environment (EX_CONFIG).
    case configuration = 78
  }

  /// Who has to mend it.
  package let kind: Kind
  /// What is wrong and where, in one line; it may quote what the user wrote.
  package let message: String

  /// Makes an error.
  package init(kind: Kind, message: String) {
    self.kind = kind
    self.message = message
  }

  /// The message.
  package var description: String { message }
}
