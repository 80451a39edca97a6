// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageModel

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
    let startWaiting: Duration
    var isStuck = false

    /// For how long it has been done, but for the time in which others had the processor.
    func duration(at now: ContinuousClock.Instant) -> Duration {
      let duration = now - start
      guard duration >= PreparerPool.patience else { return duration }
      return duration - (preparer.processorTime.waiting - startWaiting)
    }
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
  ///   - old: another pool, which is not used any more: what it has in hand is ended here.
  ///   - deliver: called with each result.
  init(
    _ options: SyncOptions,
    takingOver old: PreparerPool? = nil,
    deliver: @escaping @Sendable (PreparedDocument) -> Void
  ) {
    self.options = options
    self.deliver = deliver
    maximumByteCount = options.byteCountInFlight
    idle = [DocumentPreparer(options: options, isForBulk: false)]
    for _ in 0..<max(1, options.preparerCount) {
      idle.append(DocumentPreparer(options: options, isForBulk: true))
    }
    // Nobody waits for them, and their preparers go when they have delivered.
    for (place, job) in old?.work ?? [:] {
      work[place] = job
      work[place]?.isStuck = true
    }
  }

  /// So many files teach the preparers so many words that it is worth forgetting them.
  private static let restCount = 1_000

  /// Makes fresh preparers after a flood, so that what they learned takes no memory.
  mutating func rest() {
    guard preparedCount >= Self.restCount, work.isEmpty else { return }
    preparedCount = 0
    for index in idle.indices {
      idle[index] = DocumentPreparer(options: options, isForBulk: idle[index].isForBulk)
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
    let index = idle.firstIndex { $0.isForBulk != job.isPrompt } ?? idle.startIndex
    let preparer = idle.remove(at: index)
    work[job.place] = Work(
      preparer: preparer,
      job: job,
      start: now,
      startWaiting: preparer.processorTime.waiting
    )
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

  /// For how long all that is in hand, and not stuck, has had the processor.
  var effort: Duration {
    work.values.filter { !$0.isStuck }.reduce(.zero) { $0 + $1.preparer.processorTime.running }
  }

  /// How many preparers do not count any more, because they take too long.
  var stuckCount: Int { work.values.count(where: \.isStuck) }

  /// When a job that is in hand will have taken too long; nil if none is.
  var deadline: ContinuousClock.Instant? {
    guard stuckCount < Self.stuckLimit else { return nil }
    // One that waits for the processor is looked at again and again, but not more often than this.
    return work.values.filter { !$0.isStuck }.map(\.start).min().map {
      max($0 + Self.patience, .now + .seconds(1))
    }
  }

  /// Replaces preparers that take too long, as long as there are few of them.
  ///
  /// - Returns: the files they are at.
  mutating func replaceStuck(at now: ContinuousClock.Instant) -> [DocumentPlace] {
    var stuckCount = stuckCount
    var found: [DocumentPlace] = []
    for (place, job) in work where !job.isStuck && job.duration(at: now) >= Self.patience {
      guard stuckCount < Self.stuckLimit else { break }
      stuckCount += 1
      work[place]?.isStuck = true
      idle.append(DocumentPreparer(options: options, isForBulk: job.preparer.isForBulk))
      found.append(place)
    }
    return found
  }
}
