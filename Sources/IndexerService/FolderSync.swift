// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
package import PassageIndex
internal import PassageModel

/// Brings an index up to date with its folders, once.
///
/// New and changed files are read, split and analyzed by several preparers side by side; one
/// writer takes the results. Files about which nothing changed are not opened.
package enum FolderSync {
  /// Brings the index of `writer` up to date with `folders`; when it returns, all is committed.
  ///
  /// - Parameters:
  ///   - folders: the folders; documents of any other folder are removed from the index.
  ///   - writer: the index.
  ///   - excluded: absolute paths, as bytes, that are passed over wherever they lie.
  ///   - options: limits.
  ///   - progress: called after each file.
  /// - Returns: what was done.
  /// - Throws: an `IndexError` when the index cannot be written; `CancellationError`, with all
  ///   committed that was done by then.
  package static func run(
    _ folders: [WatchedFolder],
    into writer: IndexWriter,
    excluding excluded: [[UInt8]] = [],
    options: SyncOptions = SyncOptions(),
    progress: @escaping (SyncProgress) -> Void = { _ in }
  ) async throws -> SyncReport {
    let session = try IndexSession(writer, options: options)
    let look = FolderLook(excluding: excluded)
    let findings = try folders.map { look.at($0, [[]], knowing: try session.marks(of: $0)) }
    try Task.checkCancellation()
    let plan = SyncPlan(
      for: findings,
      holding: session.documents,
      after: FolderChanges(),
      options: options
    )
    // Until a first build is all in, a reader is told that there is more to come.
    if session.documents.count == 0 && !plan.jobs.isEmpty { try writer.setComplete(false) }
    try session.register(folders)
    for finding in findings { try session.keepMarks(of: finding) }
    try session.take(plan)
    // A folder that is not where it was said to be may be a slip: nothing is forgotten for it.
    let isWhole = !session.report.isIncomplete
    if findings.allSatisfy(\.isThere) {
      try session.forgetFolders(besides: Set(folders.map(\.name)))
    }

    let meter = ProgressMeter(session.queue)
    let (results, delivery) = AsyncStream<PreparedDocument>.makeStream()
    var pool = PreparerPool(options) { delivery.yield($0) }
    while !session.isIdle {
      if Task.isCancelled {
        try session.commit()
        throw CancellationError()
      }
      session.beginJobs(&pool, at: .now)
      if !session.canStep && session.queue.count > 0 {
        guard let document = await results.first(where: { _ in true }) else { continue }
        pool.end(document.job)
        try session.take(document)
        progress(meter.progress(of: session))
      }
      try session.step()
      _ = try session.commitIfDue(at: .now, isWhole: isWhole)
    }
    _ = try session.commitIfDue(at: .now, isWhole: isWhole)
    return session.report
  }
}
