// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageModel
internal import Synchronization

/// The files that wait to be read, and those that are being read.
///
/// A file that was saved amid a flood goes first; what changed last goes before what changed
/// earlier. Of each place there is one job at most that counts: the latest.
struct WorkQueue {
  /// The next at the end.
  private var prompt: [PreparationJob] = []
  /// The latest batch at the end, in each the next at the end.
  ///
  /// Jobs whose ticket is not valid any
  /// more are dropped when their turn comes.
  private var batches: [[PreparationJob]] = []
  /// The jobs that wait, by place.
  private var waiting: [DocumentPlace: PreparationJob] = [:]
  /// The jobs that are being done, and whether anybody still wants what comes of them.
  private var inHand: [DocumentPlace: (job: PreparationJob, isWanted: Bool)] = [:]
  /// How many jobs of files that the index does not know have each size.
  private var newSizes: [Int64: Int] = [:]
  /// Of all queues, so that what was begun for one is not taken for another's.
  private static let lastTicket = Atomic(0)

  /// Files that wait or are being read.
  private(set) var count = 0
  /// Their bytes.
  private(set) var byteCount = 0
  /// How many of them are prompt.
  private(set) var promptCount = 0

  /// Whether a file of `size` bytes, unknown to the index, waits or is being read.
  func mayFindNew(ofSize size: Int64) -> Bool { newSizes[size] != nil }

  /// Takes the jobs of a scan, in the order in which they are to be done; they take the place of
  /// older jobs for the same places.
  mutating func add(_ jobs: [PreparationJob]) {
    var batch: [PreparationJob] = []
    var first: [PreparationJob] = []
    for var job in jobs.reversed() {
      if let (old, _) = inHand[job.place], old.state == job.state {
        // Just this is being read: a look at what is not changed must not undo that.
        inHand[job.place]?.isWanted = true
        continue
      }
      job.ticket = Self.lastTicket.add(1, ordering: .relaxed).newValue
      if let old = waiting.updateValue(job, forKey: job.place) { discount(old) }
      inHand[job.place]?.isWanted = false
      countIn(job)
      if job.isPrompt { first.append(job) } else { batch.append(job) }
    }
    if !first.isEmpty { prompt.insert(contentsOf: first, at: 0) }
    if !batch.isEmpty { batches.append(batch) }
    // A flood that is looked at again and again must not pile up.
    if batches.reduce(0, { $0 + $1.count }) > 2 * waiting.count + 1_000 {
      batches = batches.map { $0.filter(isValid) }.filter { !$0.isEmpty }
    }
  }

  /// Forgets all jobs at or below `places`, which were looked at again: what comes of those in hand
  /// is not wanted.
  mutating func supersede(within places: Set<DocumentPlace>) {
    supersede { $0.isWithin(places) }
  }

  /// Forgets all jobs at places of which `isOver` is true.
  mutating func supersede(where isOver: (DocumentPlace) -> Bool) {
    for (place, job) in waiting where isOver(place) {
      waiting[place] = nil
      discount(job)
    }
    for place in inHand.keys where isOver(place) { inHand[place]?.isWanted = false }
  }

  /// The jobs at or below `places` for files that have more names than one.
  func linkedJobs(within places: Set<DocumentPlace>) -> [PreparationJob] {
    (Array(waiting.values) + inHand.values.map(\.job)).filter { job in
      job.state.nameCount > 1 && job.place.isWithin(places)
    }
  }

  /// Takes the next job into hand.
  ///
  /// - Parameter mayTakeBulk: whether a job may be taken that is not prompt.
  /// - Returns: the job; nil if there is none that may be taken.
  mutating func next(mayTakeBulk: (PreparationJob) -> Bool) -> PreparationJob? {
    if let job = take(from: \.prompt, where: { _ in true }) { return job }
    while let last = batches.indices.last, batches[last].isEmpty { batches.removeLast() }
    for index in batches.indices.reversed() {
      if let job = take(from: \.batches[index], where: mayTakeBulk) { return job }
      // One that is refused blocks those behind it, so that a large file gets its turn.
      if batches[index].contains(where: isValid) { return nil }
    }
    return nil
  }

  /// Whether what comes of a job in hand is wanted.
  func isWanted(_ job: PreparationJob) -> Bool {
    guard let (current, isWanted) = inHand[job.place] else { return false }
    return isWanted && current.ticket == job.ticket
  }

  /// Lets others go before the job in hand for `place`.
  mutating func demote(_ place: DocumentPlace) {
    guard inHand[place]?.job.isPrompt == true else { return }
    inHand[place]?.job.isPrompt = false
    promptCount -= 1
  }

  /// Ends a job in hand.
  ///
  /// - Returns: whether what came of it is wanted.
  mutating func finish(_ job: PreparationJob) -> Bool {
    guard let (current, isWanted) = inHand[job.place], current.ticket == job.ticket else {
      return false
    }
    inHand[job.place] = nil
    discount(current)
    return isWanted
  }

  /// Takes from the end of a list the first that is valid and not in hand; drops invalid ones.
  private mutating func take(
    from list: WritableKeyPath<WorkQueue, [PreparationJob]>,
    where isAllowed: (PreparationJob) -> Bool
  ) -> PreparationJob? {
    var jobs: [PreparationJob] = []
    // Swapped, not copied: there may be very many.
    swap(&jobs, &self[keyPath: list])
    defer { swap(&jobs, &self[keyPath: list]) }
    var index = jobs.endIndex
    while index > jobs.startIndex {
      index -= 1
      let job = jobs[index]
      guard isValid(job) else {
        jobs.remove(at: index)
        continue
      }
      guard inHand[job.place] == nil else { continue }
      guard isAllowed(job) else { return nil }
      jobs.remove(at: index)
      waiting[job.place] = nil
      inHand[job.place] = (job, true)
      return job
    }
    return nil
  }

  private func isValid(_ job: PreparationJob) -> Bool {
    waiting[job.place]?.ticket == job.ticket
  }

  private mutating func countIn(_ job: PreparationJob) {
    count += 1
    byteCount += Int(job.state.size)
    if job.isPrompt { promptCount += 1 }
    if job.isNew { newSizes[job.state.size, default: 0] += 1 }
  }

  private mutating func discount(_ job: PreparationJob) {
    count -= 1
    byteCount -= Int(job.state.size)
    if job.isPrompt { promptCount -= 1 }
    guard job.isNew, let others = newSizes[job.state.size] else { return }
    newSizes[job.state.size] = others > 1 ? others - 1 : nil
  }
}
