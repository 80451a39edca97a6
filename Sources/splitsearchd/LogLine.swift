// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import ResultPrinting
internal import StandardStreams

/// A line of the service's log, on standard error.
///
/// The journal gets with each line how much it matters, and knows by itself who says it.
enum LogLine {
  /// How much a line matters; the raw value is syslog's.
  ///
  /// - SeeAlso: sd-daemon(3), syslog(3).
  enum Weight: Int {
    /// Something does not work until somebody does something about it.
    case error = 3
    /// Something is not as it should be, and the rest goes on.
    case warning = 4
    /// Worth knowing.
    case notice = 5
    /// All is well.
    case information = 6
  }

  /// Writes `text` as one line, with nothing in it that could control a terminal.
  static func write(_ text: String, _ weight: Weight) {
    let begin = isJournal ? "<\(weight.rawValue)>" : "splitsearchd: "
    // There is nobody left to tell if this fails.
    try? StandardStream.error.write(begin + TerminalText.sanitize(text) + "\n")
  }

  /// Whether standard error is what systemd connected to the journal, and not a file or terminal
  /// that was put in its place since.
  ///
  /// - SeeAlso: systemd.exec(5), `$JOURNAL_STREAM`.
  private static let isJournal: Bool = {
    guard let variable = getenv("JOURNAL_STREAM") else { return false }
    var status = stat()
    guard fstat(STDERR_FILENO, &status) == 0 else { return false }
    return String(cString: variable) == "\(status.st_dev):\(status.st_ino)"
  }()
}
