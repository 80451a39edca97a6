// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the bytes of a file could not be read as a document.
package struct ReadingError: Error, Hashable, Sendable {
  /// What callers can act on.
  package enum Code: Hashable, Sendable {
    /// The bytes are no text.
    case binary
    /// No reader for this format or encoding.
    case unsupportedFormat
    /// More bytes than can be counted (2^31 - 1).
    case tooLarge
    /// A bibliography is not written as its format wants it.
    case malformed
  }

  /// The kind of failure.
  package let code: Code
  /// One line for people; it names no path.
  package let message: String

  /// Makes an error.
  package init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// Something in `line` is not as `format` wants it.
  static func malformed(_ format: String, line: Int, _ what: String) -> ReadingError {
    malformed(format, "line \(line): \(what)")
  }

  /// Something is not as `format` wants it.
  static func malformed(_ format: String, _ what: String) -> ReadingError {
    ReadingError(code: .malformed, message: "no \(format): \(what)")
  }
}
