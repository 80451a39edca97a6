// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that can be pasted into a shell.
enum ShellWord {
  /// The word that the shell takes for `text`.
  ///
  /// - SeeAlso: POSIX.1-2017, Shell Command Language, section 2.2 (quoting).
  static func quote(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        true
      default:
        "_@%+=:,./-".utf8.contains(byte)
      }
    }
    if isPlain, !text.isEmpty { return text }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }
}
