// SPDX-License-Identifier: GPL-3.0-or-later

internal import IndexerService
internal import ResultPrinting
internal import StandardStreams
internal import Synchronization

/// Tells how far a sync has come: a line that is rewritten in place on a terminal, a plain line now
/// and then elsewhere.
final class ProgressLine: Sendable {
  private let isTerminal = StandardStream.error.isTerminal
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  /// When it was last shown, and whether it stands on the terminal.
  private let state: Mutex<(lastShown: ContinuousClock.Instant, isShown: Bool)>

  init() {
    start = clock.now
    state = Mutex((start, false))
  }

  /// Often enough to be seen to move, or seldom enough not to fill a log.
  private var interval: Duration { isTerminal ? .milliseconds(200) : .seconds(10) }

  /// Shows how far a service has come with what it has to read, if that is much.
  func show(_ status: ServiceStatus) {
    guard isTerminal, status.queuedFileCount > 0, let rate = status.bytesPerSecond else {
      return clear()
    }
    state.withLock { state in
      var line = "\(Amount.count(status.queuedFileCount, "file")) left"
      line += ", \(Amount.bytes(Int(rate)))/s"
      if rate > 0 {
        let left = Double(status.queuedByteCount) / rate
        line += ", \(Amount.duration(seconds: left)) left"
      }
      write("\r\u{1B}[K" + line)
      state.isShown = true
    }
  }

  /// Shows how far a sync has come.
  func show(_ progress: SyncProgress) {
    state.withLock { state in
      let now = clock.now
      guard now - state.lastShown >= interval else { return }
      state.lastShown = now
      let line = Self.describe(progress, after: now - start)
      write(isTerminal ? "\r\u{1B}[K" + line : line + "\n")
      state.isShown = isTerminal
    }
  }

  /// Takes the line away, so that what follows begins on a clean one.
  func clear() {
    state.withLock { state in
      if state.isShown { write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func write(_ text: String) {
    // Progress that nobody reads is no reason to stop.
    try? StandardStream.error.write(text)
  }

  private static func describe(_ progress: SyncProgress, after elapsed: Duration) -> String {
    let seconds = max(elapsed / .seconds(1), 0.001)
    let rate = Double(progress.bytesDone) / seconds
    var line =
      "\(progress.filesDone) of \(progress.fileCount) files, \(progress.passagesWritten) passages"
      + ", \(Amount.bytes(Int(rate)))/s"
    if progress.bytesDone > 0, rate > 0 {
      let left = Double(progress.byteCount - progress.bytesDone) / rate
      line += ", \(Amount.duration(seconds: left)) left"
    }
    return line
  }
}
