// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex

/// A time in which the index cannot be written, and why.
struct Stall {
  private static let firstDelay = Duration.seconds(1)
  private static let longestDelay = Duration.seconds(60)

  let error: IndexError
  /// How long to wait: twice as long each time, as long as nothing comes of it.
  let delay: Duration
  private let end: ContinuousClock.Instant

  /// Begins to wait, after `last` if that has not helped.
  init(_ error: IndexError, after last: Stall?) {
    self.error = error
    delay = last.map { min($0.delay * 2, Self.longestDelay) } ?? Self.firstDelay
    end = .now + delay
  }

  func isOver(at now: ContinuousClock.Instant) -> Bool { now >= end }
}
