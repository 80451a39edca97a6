// SPDX-License-Identifier: GPL-3.0-or-later

internal import CServiceManager
internal import Glibc
internal import IndexerService
internal import ResultPrinting

/// What started the service and wants to know how it goes: systemd, or nobody.
///
/// - SeeAlso: sd_notify(3), for what is told and when.
enum ServiceManager {
  /// Whether anybody listens.
  static var isListening: Bool { getenv("NOTIFY_SOCKET") != nil }

  /// How often signs of life are expected; nil if nobody waits for them.
  static var watchdogInterval: Duration? {
    var microseconds: UInt64 = 0
    guard sd_watchdog_enabled(0, &microseconds) > 0 else { return nil }
    return .microseconds(Int64(clamping: microseconds))
  }

  /// All is as it was asked for: at the start, and after settings were read again.
  static func tellReady() { tell("READY=1") }

  /// Settings are being read again.
  static func tellReloading() {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    tell("RELOADING=1\nMONOTONIC_USEC=\(time.tv_sec * 1_000_000 + time.tv_nsec / 1_000)")
  }

  /// The end has begun.
  static func tellStopping() { tell("STOPPING=1") }

  /// The service moves.
  static func tellAlive() { tell("WATCHDOG=1") }

  /// The start takes its time, but goes on: it may take so long from now.
  static func askForTime(_ time: Duration) {
    tell("EXTEND_TIMEOUT_USEC=\(time.microseconds)")
  }

  /// How things stand, in a line.
  static func tell(_ status: ServiceStatus) {
    tell("STATUS=" + TerminalText.sanitize(StatusSummary.line(for: status)))
  }

  private static func tell(_ message: String) { outbox.send(message) }

  /// Sees to it that what was told last is not lost with the process.
  static func finish() { outbox.finish() }

  private static let outbox = NotifyOutbox()
}
