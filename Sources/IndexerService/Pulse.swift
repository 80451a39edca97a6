// SPDX-License-Identifier: GPL-3.0-or-later

internal import Synchronization

/// Signs of life of a service, taken by its parts.
///
/// It does not count time; who asks does. A long commit is no hang, because the engine reads and writes meanwhile; a
/// thread that waits for what never comes, or turns in a circle, does neither.
final class Pulse: Sendable {
  /// Inputs that the service has dealt with.
  private let answers = Atomic<Int>(0)
  /// Files and folders that were looked at or read.
  private let steps = Atomic<Int>(0)
  /// Whether there is anything that should be looked at or read now.
  private let isBusy = Atomic<Bool>(false)
  /// Everything that moved by the last time somebody asked.
  private let last = Mutex<Reading?>(nil)
  /// What the service's own thread has read and written, in bytes and calls.
  private let traffic: @Sendable () -> Int

  private struct Reading {
    let answers: Int
    let steps: Int
    let traffic: Int
  }

  /// Makes a pulse of a service that has done nothing yet.
  init(traffic: @escaping @Sendable () -> Int) {
    self.traffic = traffic
  }

  /// Notes that something was looked at or read.
  func step() { steps.add(1, ordering: .relaxed) }

  /// Notes that the service has dealt with an input.
  ///
  /// - Parameter isBusy: whether there is something that others should be at now.
  func answer(isBusy: Bool) {
    self.isBusy.store(isBusy, ordering: .relaxed)
    answers.add(1, ordering: .relaxed)
  }

  /// What has moved since this was last asked; the first time, everything.
  func motion() -> ServiceMotion {
    let now = Reading(
      answers: answers.load(ordering: .relaxed),
      steps: steps.load(ordering: .relaxed),
      traffic: traffic()
    )
    return last.withLock { last in
      defer { last = now }
      guard let last, now.traffic == last.traffic else { return .moving }
      guard now.answers != last.answers else { return .silent }
      return now.steps != last.steps || !isBusy.load(ordering: .relaxed) ? .moving : .waiting
    }
  }
}
