// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Nobody reads any more: the client ends, and that is no error.
struct BrokenPipe: Error {}

/// Where the client writes to, without a buffer: an answer is written in one piece.
struct Output {
  private let descriptor: Int32

  static let standard = Output(descriptor: STDOUT_FILENO)
  static let error = Output(descriptor: STDERR_FILENO)

  /// Writes all of `text`.
  func write(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        throw BrokenPipe()
      } else if errno != EINTR {
        throw Failure(
          status: ExitStatus.inputOutput,
          code: "input-output",
          message: "the output cannot be written: \(String(cString: strerror(errno)))"
        )
      }
    }
  }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal has; nil if it is none.
  var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    let status = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    // Serial lines and some emulators do not know.
    return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
