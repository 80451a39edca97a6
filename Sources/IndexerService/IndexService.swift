// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
package import PassageIndex
internal import PassageModel

/// Keeps an index equal to its folders for as long as it runs.
///
/// It syncs once, with each folder watched before it is listed, so that no change is missed; then
/// it looks only at places that changed. It is the only one to use its writer.
package actor IndexService {
  private let folders: [WatchedFolder]
  private let writer: IndexWriter
  private let excluded: [[UInt8]]
  private let options: SyncOptions
  private let tell: @Sendable (ServiceEvent) -> Void
  private let watcher: FolderWatcher
  private let clock = ContinuousClock()

  private var preparers: [DocumentPreparer] = []
  private var records = RecordTree([])
  private var retries = RetryDelays()
  private var unwatched = UnwatchedFolders()
  private var problems = KnownProblems()
  /// How many losses of events were told.
  private var overflowCount = 0

  /// Makes a service of an index that nobody else writes.
  ///
  /// - Parameters:
  ///   - folders: the folders; documents of any other folder are removed from the index.
  ///   - writer: the index.
  ///   - excluded: absolute paths, as bytes, that are passed over wherever they lie.
  ///   - options: limits.
  ///   - tell: called for each event of note.
  /// - Throws: what the system says if nothing can be watched.
  package init(
    _ folders: [WatchedFolder],
    into writer: sending IndexWriter,
    excluding excluded: [[UInt8]] = [],
    options: SyncOptions = SyncOptions(),
    tell: @escaping @Sendable (ServiceEvent) -> Void
  ) throws {
    self.folders = folders
    self.writer = writer
    self.excluded = excluded
    self.options = options
    self.tell = tell
    watcher = try FolderWatcher()
  }

  /// Runs until the task is cancelled; when it returns, what was done is committed and the index
  /// is closed.
  ///
  /// - Parameter progress: called after each file of the first sync.
  /// - Throws: an `IndexError` when the index cannot be written: then nothing half-done is in it.
  package func run(progress: @escaping @Sendable (SyncProgress) -> Void = { _ in }) async throws {
    defer { watcher.stop() }
    do {
      preparers = try DocumentPreparer.several(options)
      try await syncAll(progress)
      for await _ in watcher.signals {
        try await update(watcher.takeDirtyPlaces())
      }
    } catch is CancellationError {}
    try writer.commit()
    try writer.close()
  }

  // MARK: The first sync

  private func syncAll(_ progress: @escaping @Sendable (SyncProgress) -> Void) async throws {
    let report = try await FolderSync.run(
      folders,
      into: writer,
      looking: look(),
      by: preparers,
      options: options,
      progress: progress
    )
    records = RecordTree(try writer.documents())
    let everywhere = folders.map { DocumentPlace(folder: $0.name, path: RelativePath("")) }
    _ = problems.take(report.problems, at: Set(everywhere))
    tell(.watching(report, folderCount: watcher.watchCount))
    for record in records.all { lookAgainIfUnsettled(record) }
    lookAgainAtFolders()
  }

  // MARK: Changes

  private func update(_ dirty: Set<DirtyPlace>) async throws {
    guard !dirty.isEmpty else { return }
    let start = clock.now
    if watcher.overflowCount != overflowCount {
      overflowCount = watcher.overflowCount
      tell(.eventsLost)
    }
    let places = folders.map { folder in
      (folder: folder, paths: dirty.filter { $0.root == folder.root }.map(\.path))
    }.filter { !$0.paths.isEmpty }
    let looked = Set(
      places.flatMap { folder, paths in
        paths.map { DocumentPlace(folder: folder.name, path: RelativePath(bytes: $0)) }
      }
    )
    let plan = SyncPlan(
      places: places,
      holding: looked.flatMap { records.records(within: $0) },
      looking: look(),
      options: options
    )
    unwatched.noteLook(at: dirty, took: clock.now - start)
    let (report, changes) = try await FolderSync.carryOut(
      plan,
      into: writer,
      by: preparers,
      options: options
    )
    lookAtOtherNames(of: plan)
    records.apply(changes)
    let news = problems.take(report.problems, at: looked)
    try writer.setComplete(problems.unreadableFolders.isEmpty)
    try writer.commit()
    if report.hasChanges { tell(.updated(report, in: clock.now - start)) }
    for event in news { tell(event) }
    for record in changes.removed { retries.forget(place(of: record)) }
    for record in changes.written { lookAgainIfUnsettled(record) }
    lookAgainAtFolders()
  }

  // MARK: Looking, and looking again

  private func look() -> FolderLook {
    FolderLook(excluding: excluded) { [watcher] folder in
      watcher.isUnmounted(folder.root)
    } willList: { folder, path in
      self.watch(folder, path)
    }
  }

  private func watch(_ folder: WatchedFolder, _ path: [UInt8]) {
    let place = DirtyPlace(root: folder.root, path: path)
    do {
      try watcher.watch(place)
      unwatched.remove(place)
    } catch {
      // Of what is gone or cannot be listed the scan has more to say.
      guard !error.isNotFound, !error.isPermission, unwatched.insert(place) else { return }
      let reason =
        error.isWatchLimit
        ? "not watched: the system's limit of watches (fs.inotify.max_user_watches) is reached"
        : "not watched: \(error)"
      tell(.polling(folder: folder.name, path: RelativePath(bytes: path), reason: reason))
    }
  }

  /// A change within the same tick of the clock could not be seen; what cannot be read may be
  /// readable later.
  private func lookAgainIfUnsettled(_ record: DocumentRecord) {
    let place = place(of: record)
    guard !record.checkpoint.isSettled else { return retries.forget(place) }
    let first = record.failure == nil ? RetryDelays.unsettled : RetryDelays.refused
    watcher.lookAgain(at: place, after: retries.next(for: place, first: first))
  }

  /// A change by one name of a file is told of no other name of it.
  private func lookAtOtherNames(of plan: SyncPlan) {
    let changed = plan.jobs.filter { job in
      let place = DocumentPlace(folder: job.folder, path: job.path)
      return job.state.nameCount > 1
        && plan.known[place]?.checkpoint.changed.nanoseconds != job.state.changed
    }
    guard !changed.isEmpty else { return }
    let inodes = Set(changed.map(\.state.inode))
    for record in records.all where inodes.contains(record.checkpoint.inode) {
      watcher.lookAgain(at: place(of: record), after: .zero)
    }
  }

  private func lookAgainAtFolders() {
    for place in problems.unreadableFolders {
      for folder in folders where folder.name == place.folder {
        let dirty = DirtyPlace(root: folder.root, path: place.path.bytes)
        watcher.lookAgain(at: dirty, after: Self.interval)
      }
    }
    for place in unwatched.places { watcher.lookAgain(at: place, after: unwatched.interval) }
  }

  /// How often a folder that cannot be listed is tried again.
  private static let interval = Duration.seconds(3)

  private func place(of record: DocumentRecord) -> DirtyPlace {
    let root = folders.first { $0.name == record.folder }?.root ?? []
    return DirtyPlace(root: root, path: record.path.bytes)
  }
}
