// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
package import PassageIndex
internal import PassageModel

/// Brings an index up to date with its folders, once.
///
/// New and changed files are read, split and analyzed by several preparers side by side; one
/// writer takes the results. Files about which nothing changed are not opened.
package struct FolderSync {
  let writer: IndexWriter
  let options: SyncOptions
  let reportProgress: (SyncProgress) -> Void
  var report = SyncReport()
  var progress: SyncProgress
  var uncommittedByteCount = 0
  /// The records of files that are prepared again.
  let known: [DocumentPlace: DocumentRecord]
  /// Documents that are gone, by digest: a new file of the same content is one of them, moved.
  var gone: [String: [DocumentRecord]]
  /// What became of the records, if anybody wants to know.
  var changes: RecordChanges?

  /// Brings the index of `writer` up to date with `folders`; when it returns, all is committed.
  ///
  /// - Parameters:
  ///   - folders: the folders; documents of any other folder are removed from the index.
  ///   - writer: the index.
  ///   - excluded: absolute paths, as bytes, that are passed over wherever they lie.
  ///   - options: limits.
  ///   - progress: called after each file.
  /// - Returns: what was done.
  /// - Throws: an `IndexError` when the index cannot be written.
  package static func run(
    _ folders: [WatchedFolder],
    into writer: IndexWriter,
    excluding excluded: [[UInt8]] = [],
    options: SyncOptions = SyncOptions(),
    progress: @escaping (SyncProgress) -> Void = { _ in }
  ) async throws -> SyncReport {
    let preparers = try DocumentPreparer.several(options)
    let look = FolderLook(excluding: excluded)
    return try await run(
      folders,
      into: writer,
      looking: look,
      by: preparers,
      options: options,
      progress: progress
    )
  }

  /// The same, with a look of the caller's own, by preparers of the caller's own.
  ///
  /// - Throws: `CancellationError` too, with all committed that was done by then.
  static func run(
    _ folders: [WatchedFolder],
    into writer: IndexWriter,
    looking look: FolderLook,
    by preparers: [DocumentPreparer],
    options: SyncOptions,
    progress: @escaping (SyncProgress) -> Void
  ) async throws -> SyncReport {
    let records = try writer.documents()
    let plan = SyncPlan(for: folders, holding: records, looking: look, options: options)
    try register(folders, forgettingOthers: !plan.isFolderMissing, in: writer)
    var sync = FolderSync(plan, into: writer, options: options, progress: progress)
    // Until the first build is all in, a reader is told that there is more to come.
    if records.isEmpty && !plan.jobs.isEmpty { try writer.setComplete(false) }
    try await sync.carryOut(plan, by: preparers)
    try writer.setComplete(!sync.report.isIncomplete)
    try writer.commit()
    return sync.report
  }

  /// Does what `plan` says, and leaves it to the caller to commit the end of it.
  ///
  /// - Returns: what was done, and to which records.
  static func carryOut(
    _ plan: SyncPlan,
    into writer: IndexWriter,
    by preparers: [DocumentPreparer],
    options: SyncOptions
  ) async throws -> (SyncReport, RecordChanges) {
    var sync = FolderSync(plan, into: writer, options: options) { _ in }
    sync.changes = RecordChanges()
    try await sync.carryOut(plan, by: preparers)
    return (sync.report, sync.changes ?? RecordChanges())
  }

  private mutating func carryOut(_ plan: SyncPlan, by preparers: [DocumentPreparer]) async throws {
    try await prepare(plan.jobs, by: preparers)
    if Task.isCancelled {
      // What is gone may be about to be found again: that is left for the next time.
      try writer.commit()
      throw CancellationError()
    }
    try removeGone()
  }

  private init(
    _ plan: SyncPlan,
    into writer: IndexWriter,
    options: SyncOptions,
    progress: @escaping (SyncProgress) -> Void
  ) {
    self.writer = writer
    self.options = options
    reportProgress = progress
    known = plan.known
    gone = Dictionary(grouping: plan.gone, by: \.digest)
    report.unchanged = plan.unchangedCount
    report.problems = plan.problems
    report.forgottenFolders = plan.forgottenFolders
    self.progress = SyncProgress(
      fileCount: plan.jobs.count,
      filesDone: 0,
      byteCount: plan.jobs.reduce(0) { $0 + Int($1.state.size) },
      bytesDone: 0,
      passagesWritten: 0
    )
  }

  private static func register(
    _ folders: [WatchedFolder],
    forgettingOthers: Bool,
    in writer: IndexWriter
  ) throws {
    var stale = try writer.folders()
    for folder in folders where stale.removeValue(forKey: folder.name) != folder.root {
      try writer.setFolder(folder.name, root: folder.root)
    }
    for name in stale.keys where forgettingOthers { try writer.setFolder(name, root: nil) }
  }

  // MARK: Preparing

  /// About what a record costs in a transaction, so that a million tiny files are not one of them.
  static let byteCountOfARecord = 1_024
  /// Files whose sizes add up to more are not prepared at the same time: bytes.
  private static let maximumByteCountInFlight = 64 * 1_048_576

  private mutating func prepare(
    _ jobs: [PreparationJob],
    by preparers: [DocumentPreparer]
  ) async throws {
    guard !jobs.isEmpty else { return }
    var idle = preparers
    try await withThrowingTaskGroup(
      of: (DocumentPreparer, PreparedDocument).self
    ) { group in
      var waiting = jobs[...]
      var bytesInFlight = 0
      var countInFlight = 0
      while true {
        while !Task.isCancelled, let job = waiting.first, !idle.isEmpty,
          countInFlight == 0 || bytesInFlight + Int(job.state.size) <= Self.maximumByteCountInFlight
        {
          let preparer = idle.removeLast()
          waiting = waiting.dropFirst()
          bytesInFlight += Int(job.state.size)
          countInFlight += 1
          group.addTask { (preparer, await preparer.prepare(job)) }
        }
        guard let (preparer, document) = try await group.next() else { return }
        idle.append(preparer)
        bytesInFlight -= Int(document.job.state.size)
        countInFlight -= 1
        try write(document)
      }
    }
  }
}
