// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

/// Keeps what a service's status tells of the past.
struct StatusMeter {
  /// How often the status is shown at most.
  static let interval = Duration.seconds(1)

  var counters = ServiceStatus.Counters()
  private(set) var revision = 0
  private(set) var isComplete = false
  private(set) var lastCommit: Timestamp?
  /// When the status was last shown, and as what.
  private(set) var shown: (status: ServiceStatus, at: ContinuousClock.Instant)?
  /// When reading began, and what had been read by then.
  private var readingSince: (ContinuousClock.Instant, ServiceStatus.Counters)?

  /// Counts what became of the index when it was opened.
  mutating func note(_ news: ServiceEvent) {
    if case .repaired = news { counters.repairs += 1 }
  }

  mutating func noteCommit(_ session: IndexSession) {
    counters.commits += 1
    note(session)
    lastCommit = Timestamp(nanoseconds: FileState.now())
  }

  mutating func note(_ session: IndexSession) {
    revision = session.writer.revision
    isComplete = session.isComplete
  }

  mutating func noteShown(_ status: ServiceStatus, at now: ContinuousClock.Instant) {
    shown = (status, now)
  }

  /// Files and bytes a second, since there has been something to be read.
  mutating func rate(
    isReading: Bool,
    _ counters: ServiceStatus.Counters,
    at now: ContinuousClock.Instant
  ) -> (files: Double, bytes: Double)? {
    guard isReading else {
      readingSince = nil
      return nil
    }
    guard let (start, old) = readingSince else {
      readingSince = (now, counters)
      return nil
    }
    let seconds = (now - start) / .seconds(1)
    guard seconds >= 0.5 else { return nil }
    return (
      Double(counters.filesRead - old.filesRead) / seconds,
      Double(counters.bytesRead - old.bytesRead) / seconds
    )
  }
}
