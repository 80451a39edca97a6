// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
package import PassageIndex
internal import PassageModel

/// Brings an index up to date with its folders, once.
///
/// New and changed files are read, split and analyzed by several preparers side by side; one
/// writer takes the results. Files about which nothing changed are not opened.
package struct FolderSync {
  private let writer: IndexWriter
  private let options: SyncOptions
  private let reportProgress: (SyncProgress) -> Void
  private var report = SyncReport()
  private var progress: SyncProgress
  private var uncommittedByteCount = 0
  /// The records of files that are prepared again.
  private let known: [DocumentPlace: DocumentRecord]
  /// Documents that are gone, by digest: a new file of the same content is one of them, moved.
  private var gone: [String: [DocumentRecord]]

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
    let records = try writer.documents()
    let plan = SyncPlan(for: folders, holding: records, excluding: excluded, options: options)
    try register(folders, forgettingOthers: !plan.isFolderMissing, in: writer)
    var sync = FolderSync(plan, into: writer, options: options, progress: progress)
    // Until the first build is all in, a reader is told that there is more to come.
    if records.isEmpty && !plan.jobs.isEmpty { try writer.setComplete(false) }
    try await sync.prepare(plan.jobs)
    try sync.removeGone()
    try writer.setComplete(!sync.report.isIncomplete)
    try writer.commit()
    return sync.report
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
  private static let byteCountOfARecord = 1_024
  /// Files whose sizes add up to more are not prepared at the same time: bytes.
  private static let maximumByteCountInFlight = 64 * 1_048_576

  private mutating func prepare(_ jobs: [PreparationJob]) async throws {
    guard !jobs.isEmpty else { return }
    var idle: [DocumentPreparer] = []
    for _ in 0..<max(1, options.preparerCount) {
      idle.append(try DocumentPreparer(options: options))
    }
    try await withThrowingTaskGroup(
      of: (DocumentPreparer, PreparedDocument).self
    ) { group in
      var waiting = jobs[...]
      var bytesInFlight = 0
      var countInFlight = 0
      while true {
        while let job = waiting.first, !idle.isEmpty,
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

  // MARK: Writing

  private mutating func write(_ document: PreparedDocument) throws {
    report.bytesRead += document.byteCount
    let place = DocumentPlace(folder: document.job.folder, path: document.job.path)
    let old = known[place]
    switch document.content {
    case .gone:
      if let old { gone[old.digest, default: []].append(old) }
    case .known:
      guard var record = old else { break }
      record.checkpoint = document.checkpoint
      try writer.update(record)
      report.sameContent += 1
      note(record)
    case .refused(let reason):
      try refuse(document, reason, replacing: old)
    case .passages(let summary, let passages):
      if old == nil, let moved = takeGone(like: document, as: summary.mediaType) {
        try move(moved, to: document)
      } else {
        try replace(old, with: document, summary, passages)
      }
    }
    try finish(document, replacing: old?.length.bytes ?? 0)
  }

  private mutating func replace(
    _ old: DocumentRecord?,
    with document: PreparedDocument,
    _ summary: DocumentSummary,
    _ passages: [AnalyzedPassage]
  ) throws {
    let record = DocumentRecord(
      number: try old?.number ?? writer.nextDocumentNumber(),
      folder: document.job.folder,
      path: document.job.path,
      checkpoint: document.checkpoint,
      digest: document.digest,
      processing: document.processing,
      mediaType: summary.mediaType.rawValue,
      title: summary.title,
      authors: summary.authors,
      language: summary.language,
      date: summary.date,
      encoding: summary.encoding,
      length: summary.length,
      replacedByteCount: summary.replacedByteCount,
      passageCount: passages.count,
      references: summary.references
    )
    try writer.replace(record, passages: passages)
    note(record)
    if old == nil { report.added += 1 } else { report.updated += 1 }
    report.passagesWritten += passages.count
  }

  private mutating func refuse(
    _ document: PreparedDocument,
    _ reason: String,
    replacing old: DocumentRecord?
  ) throws {
    let record = DocumentRecord(
      number: try old?.number ?? writer.nextDocumentNumber(),
      folder: document.job.folder,
      path: document.job.path,
      checkpoint: document.checkpoint,
      digest: document.digest,
      processing: document.processing,
      failure: reason
    )
    try writer.replace(record, passages: [])
    note(record)
  }

  private mutating func note(_ record: DocumentRecord) {
    if let problem = SyncProblem(record) { report.problems.append(problem) }
  }

  private mutating func move(_ record: DocumentRecord, to document: PreparedDocument) throws {
    var record = record
    record.folder = document.job.folder
    record.path = document.job.path
    record.checkpoint = document.checkpoint
    try writer.update(record)
    report.moved += 1
  }

  /// A document that is gone and was just what the new file is.
  private mutating func takeGone(
    like document: PreparedDocument,
    as mediaType: MediaType
  ) -> DocumentRecord? {
    let index = gone[document.digest]?.firstIndex {
      $0.processing == document.processing && $0.mediaType == mediaType.rawValue
    }
    guard let index else { return nil }
    return gone[document.digest]?.remove(at: index)
  }

  private mutating func removeGone() throws {
    for record in gone.values.joined() {
      try writer.remove(record.number)
      report.removed += 1
      try commitIfDue(after: record.length.bytes)
    }
  }

  /// What is taken out of the index costs memory as what is put in does.
  private mutating func commitIfDue(after byteCount: Int) throws {
    uncommittedByteCount += byteCount + Self.byteCountOfARecord
    guard uncommittedByteCount >= options.commitByteCount else { return }
    try writer.commit()
    uncommittedByteCount = 0
  }

  private mutating func finish(
    _ document: PreparedDocument,
    replacing oldByteCount: Int
  ) throws {
    try commitIfDue(after: max(document.byteCount, oldByteCount))
    progress.filesDone += 1
    progress.bytesDone += Int(document.job.state.size)
    progress.passagesWritten = report.passagesWritten
    reportProgress(progress)
  }
}
