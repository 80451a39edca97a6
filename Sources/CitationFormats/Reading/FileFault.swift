// SPDX-License-Identifier: GPL-3.0-or-later

/// Why no citations can be read from a file, or none be written into it.
package struct FileFault: Error, Hashable, Sendable {
  /// What callers may want to tell apart.
  package enum Code: Hashable, Sendable {
    /// It is larger than is read.
    case tooLarge
    /// It is no text in UTF-8.
    case notText
    /// It is no JSON.
    case malformed
    /// There is no memory for it.
    case outOfMemory
    /// It is not what it was when it was read.
    case changed
    /// The system refuses to read or write it.
    case system
  }

  /// Which of them it is.
  package let code: Code
  /// What is wrong: half a sentence, whose subject is the file.
  package let reason: String
  /// On which line, counted from 1; nil if it is wrong as a whole.
  package let line: Int?
  /// In which column, in characters counted from 1; nil if it is wrong as a whole.
  package let column: Int?

  /// Makes a fault of its parts.
  package init(_ code: Code, reason: String, line: Int? = nil, column: Int? = nil) {
    self.code = code
    self.reason = reason
    self.line = line
    self.column = column
  }
}
