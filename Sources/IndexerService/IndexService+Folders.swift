// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

// What is looked at, and when again.
extension IndexService {
  /// How often a folder that cannot be listed is tried again.
  private static let unreadableInterval = Duration.seconds(3)

  func takeChanges() {
    unscouted.append(watcher.takeChanges())
    let losses = watcher.overflowCount
    guard losses != meter.counters.eventLosses else { return }
    meter.counters.eventLosses = losses
    tell(.eventsLost)
  }

  /// Sends a scout to all that changed, unless one is out.
  func sendScout() throws {
    guard !isScouting, let session, !unscouted.isEmpty else { return }
    let changes = unscouted.outermost()
    let places = folders.map { folder in
      (folder: folder, paths: changes.places.filter { $0.root == folder.root }.map(\.path))
    }.filter { !$0.paths.isEmpty }
    // May fail: before anything is forgotten.
    let marks = try Dictionary(
      uniqueKeysWithValues: places.map { ($0.folder.name, try session.marks(of: $0.folder)) }
    )
    // What is left is in folders that are watched no more.
    unscouted = FolderChanges()
    guard !places.isEmpty else { return }
    isScouting = true
    Task.detached { [scout, inbox] in
      inbox.yield(.found(await scout.look(at: places, knowing: marks), after: changes))
    }
  }

  /// Takes what a scout found.
  func take(_ all: [FolderFinding], after changes: FolderChanges) throws {
    isScouting = false
    pulse.step()
    // The configuration may have changed since the scout went out, and it has set watches since.
    for finding in all where !folders.contains(where: { $0.root == finding.folder.root }) {
      letGo(of: finding.folder)
    }
    let findings = all.filter { folders.contains($0.folder) }
    for finding in findings {
      for (place, reason) in polled.take(finding) {
        tell(.polling(place: finding.folder.describe(place.path), reason: reason))
      }
    }
    defer { lookAgainAtFolders() }
    guard let session else { return }
    let plan = SyncPlan(
      for: findings,
      holding: session.documents,
      after: changes,
      options: setup.options
    )
    for finding in findings { try session.keepMarks(of: finding) }
    lookAtOtherNames(of: plan, findings, session)
    let pending = Set(plan.jobs.map(\.place))
    news += problems.take(plan.problems, at: plan.looked) { pending.contains($0) }
    try session.take(plan)
    let isEverything = findings.map(\.folder) == folders && findings.allSatisfy { $0.paths == [[]] }
    try forgetOthers(session, isEverything: isEverything)
    guard isEverything else { return }
    guard !hasLookedEverywhere else { return }
    hasLookedEverywhere = true
    tell(
      .seeing(
        folderCount: watcher.watchCount,
        fileCount: session.queue.count,
        byteCount: session.queue.byteCount
      )
    )
  }

  /// Removes the documents of folders that are not among the folders any more.
  ///
  /// A folder that is not where it was said to be may be a slip: as long as there is one, nothing is
  /// forgotten.
  private func forgetOthers(_ session: IndexSession, isEverything: Bool) throws {
    guard hasToForget, hasLookedEverywhere || isEverything,
      !problems.unreadableFolders.contains(where: \.path.bytes.isEmpty)
    else { return }
    try session.forgetFolders(besides: Set(folders.map(\.name)))
    hasToForget = false
  }

  /// Takes no more notice of a folder.
  func letGo(of folder: WatchedFolder) {
    watcher.forget(folder.root)
    polled.forget(folder.root)
  }

  /// A change within the same tick of the clock could not be seen; what cannot be read may be
  /// readable later.
  func lookAgainIfUnsettled(_ document: KnownDocument) {
    let place = dirtyPlace(document.place)
    guard !document.checkpoint.isSettled else { return retries.forget(place) }
    let isRefused = document.problem?.severity == .refusedFile
    let first = isRefused ? RetryDelays.refused : RetryDelays.unsettled
    watcher.lookAgain(at: place, after: retries.next(for: place, first: first))
  }

  /// Has the other names of files looked at that changed by one of their names.
  private func lookAtOtherNames(
    of plan: SyncPlan,
    _ findings: [FolderFinding],
    _ session: IndexSession
  ) {
    let inodes = linkedFiles.inodesToLookAt(
      after: plan,
      of: findings,
      holding: session.documents,
      in: session.queue
    )
    guard !inodes.isEmpty else { return }
    let places = Set(plan.jobs.map(\.place)).union(plan.gone.map(\.place))
    for document in session.documents.all
    where inodes.contains(document.checkpoint.inode) && !places.contains(document.place) {
      watcher.lookAgain(at: dirtyPlace(document.place), after: .zero)
    }
  }

  private func lookAgainAtFolders() {
    for place in problems.unreadableFolders {
      for folder in folders where folder.name == place.folder {
        let dirty = DirtyPlace(root: folder.root, path: place.path.bytes)
        watcher.lookAgain(at: dirty, after: Self.unreadableInterval)
      }
    }
    for place in polled.reasons.keys { watcher.lookAgain(at: place, after: polled.interval) }
  }

  /// A place as the watcher knows it.
  func dirtyPlace(_ place: DocumentPlace) -> DirtyPlace {
    let root = folders.first { $0.name == place.folder }?.root ?? []
    return DirtyPlace(root: root, path: place.path.bytes)
  }
}
