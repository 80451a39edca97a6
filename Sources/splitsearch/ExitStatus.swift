// SPDX-License-Identifier: GPL-3.0-or-later

/// What the client tells the shell.
///
/// - SeeAlso: grep(1) for the first three, sysexits.h for the others.
enum ExitStatus {
  /// Something was found, or what was asked for was done.
  static let hits: Int32 = 0
  /// Nothing was found.
  static let noHits: Int32 = 1
  /// The index or a document cannot be used.
  static let unusable: Int32 = 2
  /// The command line is wrong (EX_USAGE).
  static let usage: Int32 = 64
  /// The data given are wrong (EX_DATAERR).
  static let data: Int32 = 65
  /// A file given cannot be read (EX_NOINPUT).
  static let noInput: Int32 = 66
  /// The output cannot be written (EX_IOERR).
  static let inputOutput: Int32 = 74
}
