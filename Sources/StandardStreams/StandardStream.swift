// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Nobody reads any more what a program writes: it may end, and that is no error.
package struct BrokenPipe: Error {}

/// What a program writes cannot be written.
package struct OutputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What the system said.
  package let reason: String

  /// One line about it.
  package var description: String { "the output cannot be written: \(reason)" }
}

/// Where a program writes to, without a buffer: what belongs together is written in one piece.
package struct StandardStream: Sendable {
  private let descriptor: Int32

  /// Standard output: the answer.
  package static let output = StandardStream(descriptor: STDOUT_FILENO)
  /// Standard error: what there is to say about it.
  package static let error = StandardStream(descriptor: STDERR_FILENO)

  /// Makes writing to a stream that nobody reads fail, instead of killing the program.
  package static func ignoreBrokenPipes() {
    signal(SIGPIPE, SIG_IGN)
  }

  /// Writes all of `text`.
  package func write(_ text: String) throws {
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno == EPIPE {
        throw BrokenPipe()
      } else if errno != EINTR {
        throw OutputError(reason: String(cString: strerror(errno)))
      }
    }
  }

  /// Whether it is a terminal.
  package var isTerminal: Bool { isatty(descriptor) == 1 }

  /// How many columns the terminal has; nil if it is none.
  package var columns: Int? {
    guard isTerminal else { return nil }
    var size = winsize()
    let status = ioctl(descriptor, UInt(TIOCGWINSZ), &size)
    // Serial lines and some emulators do not know.
    return status == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
  }
}
