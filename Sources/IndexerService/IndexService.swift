// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel
internal import ServiceLifecycle

/// Keeps an index equal to its folders for as long as it runs.
///
/// All that happens comes in as one stream of inputs: changes of folders, what scouts found, files
/// that were read, times that have come. Nobody but this actor touches the writer.
package actor IndexService: Service {
  /// What the service deals with, one after the other.
  enum Input: Sendable {
    case changes
    case found([FolderFinding], after: FolderChanges)
    case prepared(PreparedDocument)
    case reload(ServiceSetup)
    case goOn
    case end
  }

  let tell: @Sendable (ServiceEvent) -> Void
  let show: @Sendable (ServiceStatus) -> Void
  let watcher: FolderWatcher
  let scout: FolderScout
  let inputs: AsyncStream<Input>
  let inbox: AsyncStream<Input>.Continuation
  /// Whether it moves.
  nonisolated let pulse: Pulse
  private let executor: ThreadExecutor

  /// A thread of its own, because it waits for disks.
  package nonisolated var unownedExecutor: UnownedSerialExecutor {
    executor.asUnownedSerialExecutor()
  }

  var setup: ServiceSetup
  /// The folders, under the names that the index has for them.
  var folders: [WatchedFolder] = []
  /// Nil while the index cannot be written.
  var session: IndexSession?
  /// What keeps the index from being written, until something was written again.
  var stall: Stall?
  var pool: PreparerPool
  /// For how long preparers had the processor when that was last looked at.
  var effort = (spent: Duration.zero, at: ContinuousClock.now)
  /// Whether a call to go on is among the inputs.
  var isCalledAgain = false

  /// Changes that no scout was sent to look at yet.
  var unscouted = FolderChanges()
  var isScouting = false
  /// Whether documents of folders that are none any more are still to be removed.
  var hasToForget = false
  /// Whether every folder has been looked into since the index was opened.
  var hasLookedEverywhere = false
  var retries = RetryDelays()
  var linkedFiles = LinkedFiles()
  var polled = PolledFolders()
  var problems = KnownProblems()

  /// What the first sync did; nil after its end was told.
  var firstReport: SyncReport? = SyncReport()
  /// Events that are told when what they tell of is committed.
  var news: [ServiceEvent] = []
  /// Since when there has been something to do that was not told yet.
  var busySince: ContinuousClock.Instant?
  var meter = StatusMeter()

  /// Makes a service and opens its index.
  ///
  /// - Parameters:
  ///   - setup: which folders and which index.
  ///   - tell: called for each event of note.
  ///   - show: called with how things stand, at most about once a second, and always after the last
  ///     change.
  /// - Throws: an `IndexError` if the index cannot be opened, what the system says if nothing can
  ///   be watched.
  package init(
    _ setup: ServiceSetup,
    tell: @escaping @Sendable (ServiceEvent) -> Void,
    show: @escaping @Sendable (ServiceStatus) -> Void = { _ in }
  ) throws {
    self.setup = setup
    self.tell = tell
    self.show = show
    let watcher = try FolderWatcher()
    self.watcher = watcher
    let executor = ThreadExecutor("pipeline")
    let pulse = Pulse { executor.traffic }
    (self.executor, self.pulse) = (executor, pulse)
    scout = FolderScout(excluding: [Array(setup.indexPath.utf8)], watching: watcher) {
      pulse.step()
    }
    let (inputs, inbox) = AsyncStream<Input>.makeStream()
    (self.inputs, self.inbox) = (inputs, inbox)
    pool = PreparerPool(setup.options) { inbox.yield(.prepared($0)) }
    let opened = try IndexOpening.open(setup, verifying: false)
    session = opened.session
    if let news = opened.news {
      meter.note(news)
      tell(news)
    }
  }

  /// Keeps the index equal to the folders of `setup` from now on; its index must be the same.
  package nonisolated func reload(_ setup: ServiceSetup) {
    inbox.yield(.reload(setup))
  }

  /// Whether the service has moved since this was last asked, or had no reason to.
  ///
  /// For a watchdog, which asks now and then, and takes a service for hung that has not moved for
  /// long. Everybody is asked for a sign of life: the sign goes from the watcher's thread by way
  /// of the inputs to this actor.
  package nonisolated func motion() -> ServiceMotion {
    defer { watcher.wake(after: .zero, for: "a sign of life") }
    return pulse.motion()
  }

  /// Runs until a graceful shutdown or until the task is cancelled; when it returns, what was done is
  /// committed and the index is closed.
  ///
  /// - Throws: an `IndexError` when what was done last cannot be committed, or when another process
  ///   has taken the index over.
  package func run() async throws {
    defer { watcher.stop() }
    let forwarding = Task { [watcher, inbox] in
      for await _ in watcher.signals { inbox.yield(.changes) }
    }
    defer { forwarding.cancel() }
    do {
      try begin()
    } catch let error as IndexError {
      try begin(Stall(error, after: nil))
    }
    try await withTaskCancellationOrGracefulShutdownHandler {
      try await work()
    } onCancelOrGracefulShutdown: { [inbox] in
      inbox.yield(.end)
    }
    try session?.commit()
    try session?.writer.close()
    showStatus(as: .ended)
    tell(.ended(isWritten: session != nil))
  }
}
