// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Glibc
import Testing

/// A service that runs beside the test, and the lines it writes to standard error; killed when
/// nothing refers to it any more.
final class RunningDaemon {
  private let process: Process
  private let lines: AsyncStream<String>

  /// Starts the service of a desk.
  init(at desk: Desk, _ arguments: String...) throws {
    process = try desk.daemon.process(["--documents", desk.documents.path] + arguments)
    let errors = Pipe()
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    let (lines, continuation) = AsyncStream<String>.makeStream()
    self.lines = lines
    try process.run()
    let handle = errors.fileHandleForReading
    // Of its own, because it waits: the tests' threads are as few as the processors.
    DispatchQueue(label: "splitsearch.RunningDaemon").async {
      var rest: [UInt8] = []
      while let byte = try? handle.read(upToCount: 1)?.first {
        if byte == UInt8(ascii: "\n") {
          continuation.yield(String(decoding: rest, as: UTF8.self))
          rest = []
        } else {
          rest.append(byte)
        }
      }
      continuation.finish()
    }
  }

  deinit {
    if process.isRunning { kill(number, SIGKILL) }
  }

  /// Its process number.
  var number: pid_t { process.processIdentifier }

  /// Waits for a line that holds `text`; the test's time limit ends it if there is none.
  @discardableResult
  func line(
    with text: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) async throws -> String {
    var seen: [String] = []
    for await line in lines {
      if line.contains(text) { return line }
      seen.append(line)
    }
    return try #require(
      nil as String?,
      "it ended without it, and said: \(seen)",
      sourceLocation: sourceLocation
    )
  }

  /// Sends `signal` and waits for the end.
  ///
  /// - Returns: its exit status; -1 if the signal killed it.
  func end(by signal: Int32 = SIGTERM) -> Int32 {
    kill(number, signal)
    process.waitUntilExit()
    return process.terminationReason == .exit ? process.terminationStatus : -1
  }
}
