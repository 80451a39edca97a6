// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// Reads a file or standard input line by line, as far as it has been written.
struct LineReader: ~Copyable {
  private let path: String
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isFirst = true

  /// No query is longer.
  private static let longestLine = 1 << 20

  /// Opens the file at `path`; `-` is standard input.
  init(path: String) throws(Failure) {
    self.path = path
    descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Self.unreadable(path) }
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
  }

  /// The next line without its end, which may be CR LF; nil after the last.
  mutating func next() throws(Failure) -> String? {
    var searched = start
    while true {
      if let end = buffer[searched...].firstIndex(of: UInt8(ascii: "\n")) {
        defer { start = end + 1 }
        return line(buffer[start..<end])
      }
      if isAtEnd {
        defer { start = buffer.count }
        return start < buffer.count ? line(buffer[start...]) : nil
      }
      buffer.removeSubrange(..<start)
      start = 0
      searched = buffer.count
      guard searched <= Self.longestLine else {
        throw Failure(
          status: ExitStatus.data,
          code: "malformed-line",
          message: "\(path): a line is longer than \(Self.longestLine) bytes"
        )
      }
      try fill()
    }
  }

  private mutating func line(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    if isFirst, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    isFirst = false
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func fill() throws(Failure) {
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var count: Int
    repeat { count = read(descriptor, &chunk, chunk.count) } while count < 0 && errno == EINTR
    guard count >= 0 else { throw Self.unreadable(path) }
    isAtEnd = count == 0
    buffer += chunk[..<count]
  }

  private static func unreadable(_ path: String) -> Failure {
    Failure(
      status: ExitStatus.noInput,
      code: "input-output",
      message: "\(path): cannot be read: \(String(cString: strerror(errno)))"
    )
  }
}
