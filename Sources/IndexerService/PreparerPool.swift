// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch

/// The preparers: who is at work on what, and who is free.
///
/// One more than bulk work may have, so that a prompt file never waits for a large one.
struct PreparerPool {
  /// A preparer that takes longer for one file does not count any more: another takes its place.
  private static let patience = Duration.seconds(20)
  /// So many preparers at the most may be stuck.
  private static let stuckLimit = 8
  /// Files whose sizes add up to more are not prepared at the same time, unless they are prompt.
  private let maximumByteCount: Int

  private struct Work {
    let preparer: DocumentPreparer
    let job: PreparationJob
    let start: ContinuousClock.Instant
    var isStuck = false
  }

  private let options: SyncOptions
  private let deliver: @Sendable (PreparedDocument) -> Void
  private var idle: [DocumentPreparer]
  /// How many files were prepared since the preparers were made.
  private var preparedCount = 0
  private var work: [DocumentPlace: Work] = [:]

  /// Makes a pool.
  ///
  /// - Parameters:
  ///   - options: how many preparers there are, and their limits.
  ///   - deliver: called with each result.
  /// - Throws: if the analyzer does not know its language.
  init(
    _ options: SyncOptions,
    deliver: @escaping @Sendable (PreparedDocument) -> Void
  ) throws {
    self.options = options
    self.deliver = deliver
    maximumByteCount = options.byteCountInFlight
    idle = [try DocumentPreparer(options: options, isIdle: false)]
    for _ in 0..<max(1, options.preparerCount) {
      idle.append(try DocumentPreparer(options: options, isIdle: true))
    }
  }

  /// So many files teach the preparers so many words that it is worth forgetting them.
  private static let restCount = 1_000

  /// Makes fresh preparers after a flood, so that what they learned takes no memory.
  mutating func rest() throws {
    guard preparedCount >= Self.restCount, work.isEmpty else { return }
    preparedCount = 0
    for index in idle.indices {
      idle[index] = try DocumentPreparer(options: options, isIdle: idle[index].isIdle)
    }
  }

  /// Whether there is anybody to take a job.
  var isFree: Bool { !idle.isEmpty }

  /// Whether a job may be begun that is not prompt.
  func mayBegin(_ job: PreparationJob) -> Bool {
    let moving = work.values.filter { !$0.isStuck && !$0.job.isPrompt }
    let byteCount = moving.reduce(Int(job.state.size)) { $0 + Int($1.job.state.size) }
    return moving.isEmpty
      || moving.count < options.preparerCount && byteCount <= maximumByteCount
  }

  /// Gives a job to a free preparer.
  mutating func begin(_ job: PreparationJob, at now: ContinuousClock.Instant) {
    let index = idle.firstIndex { $0.isIdle != job.isPrompt } ?? idle.startIndex
    let preparer = idle.remove(at: index)
    work[job.place] = Work(preparer: preparer, job: job, start: now)
    Task.detached { [deliver] in deliver(await preparer.prepare(job)) }
  }

  /// Notes that a job was delivered.
  mutating func end(_ job: PreparationJob) {
    guard let done = work[job.place], done.job.ticket == job.ticket else { return }
    work[job.place] = nil
    preparedCount += 1
    // Where another took its place, it is not needed any more.
    let movingCount = work.values.count { !$0.isStuck }
    if idle.count + movingCount <= options.preparerCount { idle.append(done.preparer) }
  }

  /// How many preparers do not count any more, because they take too long.
  var stuckCount: Int { work.values.count(where: \.isStuck) }

  /// When a job that is in hand will have taken too long; nil if none is.
  var deadline: ContinuousClock.Instant? {
    guard stuckCount < Self.stuckLimit else { return nil }
    return work.values.filter { !$0.isStuck }.map(\.start).min().map { $0 + Self.patience }
  }

  /// Replaces preparers that take too long, as long as there are few of them.
  ///
  /// - Returns: the files they are at.
  mutating func replaceStuck(at now: ContinuousClock.Instant) throws -> [DocumentPlace] {
    var stuckCount = stuckCount
    var found: [DocumentPlace] = []
    for (place, job) in work where !job.isStuck && now - job.start >= Self.patience {
      guard stuckCount < Self.stuckLimit else { break }
      stuckCount += 1
      work[place]?.isStuck = true
      idle.append(try DocumentPreparer(options: options, isIdle: job.preparer.isIdle))
      found.append(place)
    }
    return found
  }
}
