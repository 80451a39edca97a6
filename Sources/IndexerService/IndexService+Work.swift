// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

// What is done with each input.
extension IndexService {
  /// Begins work on an index that was just opened: with a look at everything.
  func begin() throws {
    guard let session else { return }
    folders = FolderNames.keep(
      setup.folders,
      chosen: setup.chosenNames,
      known: try session.writer.folders()
    )
    problems.forget(besides: Set(folders.map(\.name)))
    try session.register(folders)
    hasLookedEverywhere = false
    hasToForget = true
    unscouted.insert(folders.map { DirtyPlace(root: $0.root, path: []) })
    callAgain()
  }

  /// Goes on after all inputs that have come meanwhile; one call in the queue is enough.
  private func callAgain() {
    guard !isCalledAgain else { return }
    isCalledAgain = true
    inbox.yield(.goOn)
  }

  /// Deals with inputs until the end.
  func work() async throws {
    for await input in inputs {
      if case .end = input { return }
      do {
        if let stall, session == nil, stall.isOver(at: .now) { try reopen() }
        try take(input)
        try goOn()
      } catch let error as IndexError {
        try begin(Stall(error, after: stall))
      }
      showStatusIfDue()
      answer()
    }
  }

  /// Gives a sign of life.
  private func answer() {
    let isBusy = hasWorkForOthers
    let now = ContinuousClock.now
    if isBusy, now - effort.at >= .seconds(1) {
      // Those that run for a flood hardly move on a machine that is busy with something else.
      let newEffort = pool.effort
      if newEffort != effort.spent { pulse.step() }
      effort = (newEffort, now)
    }
    pulse.answer(isBusy: isBusy)
  }

  /// Whether scout or preparers should be at something now: not what preparers are stuck in, of which
  /// others are told.
  private var hasWorkForOthers: Bool {
    isScouting || (session?.queue.count ?? 0) > pool.stuckCount
  }

  private func take(_ input: Input) throws {
    switch input {
    case .changes: takeChanges()
    case .found(let findings, let changes): try take(findings, after: changes)
    case .prepared(let document): try take(document)
    case .reload(let setup): try take(setup)
    case .goOn: isCalledAgain = false
    case .end: break
    }
  }

  private func take(_ document: PreparedDocument) throws {
    pulse.step()
    pool.end(document.job)
    try session?.take(document)
    if document.job.state.nameCount > 1 {
      // While it was read it may have been changed by another name, of which this one is not told.
      watcher.lookAgain(at: dirtyPlace(document.job.place), after: RetryDelays.unsettled)
    }
  }

  private func take(_ setup: ServiceSetup) throws {
    let roots = Set(setup.folders.map(\.root))
    for folder in folders where !roots.contains(folder.root) { letGo(of: folder) }
    self.setup = setup
    pool = PreparerPool(setup.options, takingOver: pool) { [inbox] in
      inbox.yield(.prepared($0))
    }
    session?.options = setup.options
    try begin()
  }

  /// Whatever can be done now.
  private func goOn() throws {
    try sendScout()
    guard let session else { return }
    let now = ContinuousClock.now
    for place in pool.replaceStuck(at: now) {
      pulse.step()
      tell(.slow(place: "\(place.folder)/\(place.path)"))
      // Others need not wait for it to be committed.
      session.queue.demote(place)
    }
    session.beginJobs(&pool, at: now)
    if session.canStep { pulse.step() }
    try session.step()
    if busySince == nil && !session.isIdle { busySince = now }
    let isCommitted = try session.commitIfDue(
      at: now,
      isRested: !isScouting && hasLookedEverywhere,
      isWhole: hasLookedEverywhere && problems.unreadableFolders.isEmpty
    )
    if isCommitted { meter.noteCommit(session) }
    if isCommitted || session.isIdle && !isScouting { try tellNews(of: session, isCommitted) }
    // What was done may have made more possible.
    session.beginJobs(&pool, at: now)
    if session.canStep { callAgain() }
    if let deadline = pool.deadline {
      watcher.wake(after: deadline - now, for: "a preparer that is stuck")
    }
    if session.hasUncommittedChanges {
      watcher.wake(after: IndexSession.commitInterval, for: "a commit")
    }
  }

  private func tellNews(of session: IndexSession, _ isCommitted: Bool) throws {
    let report = session.takeReport()
    let changes = session.takeChanges()
    meter.counters.add(report)
    for place in changes.removed.map(\.place) where session.documents[place] == nil {
      news += problems.note(nil, at: place)
    }
    for document in changes.written {
      news += problems.note(document.problem, at: document.place)
    }
    for place in changes.missing.map({ dirtyPlace($0) }) {
      watcher.lookAgain(at: place, after: retries.next(for: place, first: RetryDelays.refused))
    }
    let now = ContinuousClock.now
    if firstReport != nil {
      firstReport?.append(report)
    } else if report.hasChanges {
      tell(.updated(report, in: now - (busySince ?? now), left: session.queue.count))
    }
    busySince = session.isIdle ? nil : now
    if session.isIdle { pool.rest() }
    if let first = firstReport, hasLookedEverywhere, session.isIdle {
      // Problems stand in the report.
      firstReport = nil
      tell(.watching(first, folderCount: watcher.watchCount))
    } else if firstReport == nil {
      for event in news { tell(event) }
    }
    news = []
    if stall != nil, isCommitted || hasLookedEverywhere && session.isIdle {
      stall = nil
      tell(.resumed)
    }
    for document in changes.removed { retries.forget(dirtyPlace(document.place)) }
    for document in changes.written { lookAgainIfUnsettled(document) }
  }

  // MARK: When the index cannot be written

  /// Lets go of the index and waits.
  func begin(_ stall: Stall) throws {
    if stall.error.code == .locked { throw stall.error }
    try? session?.writer.close()
    session = nil
    self.stall = stall
    // Everything is looked at when it is over.
    unscouted = FolderChanges()
    meter.counters.writeFailures += 1
    // At once: who has no lock and does not say why is taken for dead.
    showStatus(as: .stalled)
    tell(.stalled(stall.error, retryIn: stall.delay))
    watcher.wake(after: stall.delay, for: "another try to write")
  }

  /// Opens the index anew.
  ///
  /// What was not committed is done again: everything is looked at.
  private func reopen() throws {
    let opened = try IndexOpening.open(setup, verifying: true)
    session = opened.session
    // What is read for the old session is nothing to this one.
    pool = PreparerPool(setup.options) { [inbox] in inbox.yield(.prepared($0)) }
    if let news = opened.news {
      meter.note(news)
      tell(news)
    }
    try begin()
  }
}
