// SPDX-License-Identifier: GPL-3.0-or-later

internal import Dispatch
internal import Glibc
internal import Synchronization

/// Runs an actor on a thread of its own, which ends with the actor.
///
/// For actors that wait for disks: on the shared threads, which are as few as the processors, two
/// files that cannot be read would keep the whole process from going on.
final class ThreadExecutor: SerialExecutor {
  /// How much the system lets a thread get in the way of others.
  enum Urgency: Sendable {
    /// Somebody may be waiting for it.
    case prompt
    /// It gets the processor when nobody else wants it.
    case idle
  }

  private let jobs = JobQueue()

  /// Starts a thread.
  ///
  /// - Parameters:
  ///   - name: what `ps -L` and `top -H` show; at most 15 bytes.
  ///   - urgency: when it gets the processor.
  init(_ name: String, _ urgency: Urgency = .prompt) {
    jobs.start(name, urgency)
  }

  deinit { jobs.end() }

  /// The system's number of the thread; 0 until it runs.
  var threadNumber: Int { jobs.threadNumber.load(ordering: .relaxed) }

  func enqueue(_ job: consuming ExecutorJob) {
    let executor = asUnownedSerialExecutor()
    jobs.add(UnownedJob(job), on: executor)
  }
}

/// What a thread has to do; it outlives the executor until the thread has seen the end.
private final class JobQueue: Sendable {
  private struct State {
    var jobs: [(job: UnownedJob, executor: UnownedSerialExecutor)] = []
    var isEnded = false
  }

  let threadNumber = Atomic<Int>(0)
  private let state = Mutex(State())
  private let bell = DispatchSemaphore(value: 0)

  func start(_ name: String, _ urgency: ThreadExecutor.Urgency) {
    let body = Unmanaged.passRetained(ThreadBody(queue: self, name: name, urgency: urgency))
    var thread = pthread_t()
    let status = pthread_create(&thread, nil, runThread, body.toOpaque())
    precondition(status == 0, "no thread can be started: \(String(cString: strerror(status)))")
    pthread_detach(thread)
  }

  func add(_ job: UnownedJob, on executor: UnownedSerialExecutor) {
    state.withLock { $0.jobs.append((job, executor)) }
    bell.signal()
  }

  func end() {
    state.withLock { $0.isEnded = true }
    bell.signal()
  }

  /// Does jobs until the end.
  func run() {
    threadNumber.store(CurrentThread.number ?? 0, ordering: .relaxed)
    while true {
      bell.wait()
      let jobs = state.withLock { state in
        defer { state.jobs = [] }
        return state.jobs
      }
      for (job, executor) in jobs { job.runSynchronously(on: executor) }
      // The end comes with the last reference, so after the last job.
      if state.withLock({ $0.isEnded && $0.jobs.isEmpty }) { return }
    }
  }
}

/// What a thread begins with.
private final class ThreadBody: Sendable {
  let queue: JobQueue
  let name: String
  let urgency: ThreadExecutor.Urgency

  init(queue: JobQueue, name: String, urgency: ThreadExecutor.Urgency) {
    self.queue = queue
    self.name = name
    self.urgency = urgency
  }
}

private func runThread(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
  guard let argument else { return nil }
  let body = Unmanaged<ThreadBody>.fromOpaque(argument).takeRetainedValue()
  CurrentThread.setName(body.name)
  if body.urgency == .idle { CurrentThread.yieldToAllOthers() }
  body.queue.run()
  return nil
}
