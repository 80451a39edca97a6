// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

/// The work on one open index: from plans and from files that were read to commits.
///
/// It begins with what the index holds and ends with the first error of its writer: whoever goes on
/// then opens another.
final class IndexSession {
  /// After so long what was read of a flood is committed, so that it can be searched.
  static let commitInterval = Duration.seconds(10)
  /// About what a record costs in a transaction, so that a million tiny files are not one of them.
  static let byteCountOfARecord = 1_024
  /// So many documents are removed at a time.
  private static let removalCount = 100

  let writer: IndexWriter
  var options: SyncOptions

  /// What the index holds, uncommitted changes included, but for what is gone or to be removed.
  var documents: DocumentTree
  /// What is still to be read.
  var queue = WorkQueue()
  var gone = GoneDocuments()
  var removals: [KnownDocument] = []
  /// A document that is being written in parts.
  var large: LargeDocument?
  /// What was read and cannot be written before the large one is.
  var waiting: [PreparedDocument] = []

  /// Whether readers were last told that nothing is missing.
  private(set) var isComplete = false
  /// What was done, until somebody takes it.
  var report = SyncReport()
  /// To which documents, until somebody takes it.
  private var changes = DocumentChanges()

  private var uncommittedByteCount = 0
  var hasPromptChanges = false
  private var lastCommit = ContinuousClock.now

  /// Begins work on the index of `writer`.
  init(_ writer: IndexWriter, options: SyncOptions) throws(IndexError) {
    self.writer = writer
    self.options = options
    documents = DocumentTree()
    for record in try writer.documents() {
      let document = KnownDocument(record)
      // A defect if there is one: it would stay for ever.
      if let other = documents[document.place] { removals.append(other) }
      documents.insert(document)
    }
  }

  /// Whether nothing is left to be done but to commit.
  var isIdle: Bool { queue.count == 0 && removals.isEmpty && gone.isEmpty }

  private var hasRemovals: Bool { !removals.isEmpty }

  /// Whether a commit would publish anything that may be published by now.
  var hasUncommittedChanges: Bool { writer.hasUncommittedChanges && large?.isBegun != true }

  /// Whether `step()` has something to do without anything being read or committed.
  var canStep: Bool {
    // A large document is in a transaction of its own, so that it can be given up alone.
    let isFree = !writer.hasUncommittedChanges
    return hasRemovals
      || large.map { $0.isBegun || isFree } ?? (isLargeNext ? isFree : !waiting.isEmpty)
  }

  // MARK: What is to be done

  /// Takes what has to be done: moves at once, files to be read into the queue.
  func take(_ plan: SyncPlan) throws {
    queue.supersede(within: plan.looked)
    if !plan.moves.isEmpty { try interruptLarge() }
    try move(plan.moves)
    for document in plan.gone where documents[document.place]?.number == document.number {
      documents.remove(document)
      gone.insert(document)
    }
    queue.add(plan.jobs)
    report.unchanged += plan.unchangedCount
    report.problems += plan.problems
    releaseGone()
  }

  /// By what a folder and the mount points in it were known when something was last in them.
  func marks(of folder: WatchedFolder) throws -> [[UInt8]: FolderIdentity] {
    Dictionary(
      try writer.marks(of: folder.name).map { mark in
        let identity = FolderIdentity(
          inode: mark.inode,
          fileSystem: mark.fileSystem,
          isMountPoint: mark.isMountPoint
        )
        return (mark.path, identity)
      }
    ) { first, _ in first }
  }

  /// Keeps by what a folder and the mount points in it are known since they were looked at.
  func keepMarks(of finding: FolderFinding) throws {
    guard let seen = try? finding.result.get().identities, !seen.isEmpty else { return }
    let known = try marks(of: finding.folder)
    let marks = known.merging(seen) { _, new in new }
    guard marks != known else { return }
    try interruptLarge()
    let records = marks.map { path, identity in
      FolderMark(
        path: path,
        inode: identity.inode,
        fileSystem: identity.fileSystem,
        isMountPoint: identity.isMountPoint
      )
    }
    try writer.setMarks(records, of: finding.folder.name)
  }

  /// Keeps where folders are, under their names.
  func register(_ folders: [WatchedFolder]) throws {
    try interruptLarge()
    let known = try writer.folders()
    for folder in folders where known[folder.name] != folder.root {
      try writer.setFolder(folder.name, root: folder.root)
    }
  }

  /// Removes all documents of folders that are not among `names`.
  func forgetFolders(besides names: Set<String>) throws {
    queue.supersede { !names.contains($0.folder) }
    let stale = Set(documents.all.map(\.place.folder)).subtracting(names)
    for name in stale.sorted() {
      let place = DocumentPlace(folder: name, path: RelativePath(""))
      for document in documents.documents(within: place) {
        documents.remove(document)
        gone.insert(document)
      }
    }
    report.forgottenFolders += stale.sorted()
    for name in try writer.folders().keys where !names.contains(name) {
      try interruptLarge()
      try writer.setFolder(name, root: nil)
    }
    releaseGone()
  }

  /// Gives files to free preparers.
  func beginJobs(_ pool: inout PreparerPool, at now: ContinuousClock.Instant) {
    // What is read while a large document is written would have to wait in memory.
    let mayTakeBulk = large == nil && waiting.isEmpty
    while pool.isFree, var job = queue.next(mayTakeBulk: { mayTakeBulk && pool.mayBegin($0) }) {
      let processing = Processing(
        ofByteCount: job.state.size,
        folderLanguage: job.language,
        options: options
      )
      let known = documents[job.place].flatMap { processing.isCurrent($0.processing) ? $0 : nil }
      job.knownDigest = known?.digest
      pool.begin(job, at: now)
    }
  }

  /// Does some of what can be done without anything being read.
  func step() throws {
    if hasRemovals {
      try interruptLarge()
      return try removeSome()
    }
    guard canStep else { return }
    if large != nil { return try stepLarge() }
    if isLargeNext {
      try beginLarge(waiting.removeFirst())
    } else {
      try write(waiting.removeFirst())
    }
  }

  private func removeSome() throws {
    for document in removals.suffix(Self.removalCount) {
      try remove(document)
      report.removed += 1
    }
    removals.removeLast(min(Self.removalCount, removals.count))
    if removals.isEmpty { hasPromptChanges = true }
  }

  /// Commits if it is time: all is done, what is prompt is in, or there is much.
  ///
  /// - Parameters:
  ///   - now: the time.
  ///   - isRested: whether nobody looks for more to do.
  ///   - isWhole: whether nothing is out of reach.
  /// - Returns: whether anything was committed.
  /// - Throws: an `IndexError` when the index cannot be written.
  func commitIfDue(
    at now: ContinuousClock.Instant,
    isRested: Bool = true,
    isWhole: Bool
  ) throws -> Bool {
    // Half a document must not be published.
    guard large?.isBegun != true else { return false }
    let isDone = isIdle && isRested
    let isDue =
      isDone || hasPromptChanges && queue.promptCount == 0
      || (large != nil || isLargeNext) && queue.promptCount == 0
      || uncommittedByteCount >= options.byteCountOfACommit
      || writer.hasUncommittedChanges && now - lastCommit >= Self.commitInterval
    guard isDue else { return false }
    isComplete = isDone && isWhole
    try writer.setComplete(isComplete)
    guard writer.hasUncommittedChanges else { return false }
    try commit()
    return true
  }

  /// What was done since it was last taken.
  func takeReport() -> SyncReport {
    defer { report = SyncReport() }
    return report
  }

  /// To which documents, since it was last taken.
  func takeChanges() -> DocumentChanges {
    defer { changes = DocumentChanges() }
    return changes
  }

  /// Whether what is written next is a large document.
  private var isLargeNext: Bool {
    if case .large = waiting.first?.content { true } else { false }
  }

  /// Commits all that was done, but for half a document.
  func commit() throws {
    if large?.isBegun == true { try writer.discardChanges() }
    if !isIdle && writer.hasUncommittedChanges { try writer.setComplete(false) }
    try writer.commit()
    uncommittedByteCount = 0
    hasPromptChanges = false
    lastCommit = .now
  }

  /// Documents that nothing which waits can be are to be removed.
  func releaseGone() {
    guard !gone.isEmpty else { return }
    removals += gone.takeAll { !queue.mayFindNew(ofSize: $0) }
  }

  /// The same of those of one size only.
  func releaseGone(ofSize size: Int64) {
    guard !gone.isEmpty, !queue.mayFindNew(ofSize: size) else { return }
    removals += gone.takeAll(ofSize: size)
  }
}

// MARK: - What was read

extension IndexSession {
  /// Takes what became of a file into the index, now or as soon as that is possible.
  func take(_ document: PreparedDocument) throws {
    if case .large = document.content {
      queue.demote(document.job.place)
      return waiting.append(document)
    }
    guard let large else { return try write(document) }
    guard document.job.isPrompt else { return waiting.append(document) }
    guard large.yields else { return waiting.insert(document, at: 0) }
    try interruptLarge()
    try write(document)
  }

  func write(_ document: PreparedDocument) throws {
    let size = document.job.state.size
    defer { releaseGone(ofSize: size) }
    guard queue.finish(document.job) else { return }
    noteRead(document)
    // Two records of one place must not be published.
    while removals.contains(where: { $0.place == document.job.place }) { try removeSome() }
    let old = documents[document.job.place] ?? gone.take(at: document.job.place)
    switch document.content {
    case .gone:
      // What was mounted may have gone with it: only a look at the folder tells.
      guard let old else { break }
      if documents[old.place] == nil { gone.insert(old) }
      changes.missing.append(old.place)
      return
    case .known:
      guard let old, old.digest == document.digest else {
        // The document moved away meanwhile.
        if let old, documents[old.place] == nil { gone.insert(old) }
        return queue.add([document.job])
      }
      try setCheckpoint(document.checkpoint, of: old)
      report.sameContent += 1
    case .refused(let reason):
      if let old, old.problem?.reason == reason, old.checkpoint == document.checkpoint {
        changes.written.append(old)
        break
      }
      try write(Self.record(of: document, refusedFor: reason, as: number(old)))
    case .passages(let summary, let passages, let gaps):
      guard try old != nil || !relocateGone(to: document, summary) else { break }
      try write(Self.record(of: document, summary, as: number(old)), passages, gaps)
      if old == nil { report.added += 1 } else { report.updated += 1 }
      report.passagesWritten += passages.count
    case .large: preconditionFailure("large documents are written in parts")
    }
    count(max(document.byteCount, old?.textByteCount ?? 0))
    if document.job.isPrompt { hasPromptChanges = true }
  }

  func noteRead(_ document: PreparedDocument) {
    report.filesRead += document.byteCount > 0 ? 1 : 0
    report.bytesRead += document.byteCount
  }

  /// Finds a document that is gone to be the one at hand, moved.
  ///
  /// - Returns: whether there is one.
  func relocateGone(to document: PreparedDocument, _ summary: DocumentSummary) throws -> Bool {
    let moved = gone.take(like: document, as: summary.mediaType.rawValue)
    guard let moved else { return false }
    try relocate(moved, to: document.job.place, document.checkpoint)
    return true
  }

  func number(_ old: KnownDocument?) throws -> DocumentNumber {
    try old?.number ?? writer.nextDocumentNumber()
  }

  private func write(
    _ record: DocumentRecord,
    _ passages: [AnalyzedPassage] = [],
    _ gaps: DocumentGaps = .none
  ) throws {
    try writer.replace(record, passages: passages, gaps: gaps)
    note(record)
  }

  func note(_ record: DocumentRecord) {
    let document = KnownDocument(record)
    documents.insert(document)
    changes.written.append(document)
    if let problem = document.problem { report.problems.append(problem) }
  }

  /// What is taken out of the index costs memory as what is put in does.
  func count(_ byteCount: Int) {
    uncommittedByteCount += byteCount + Self.byteCountOfARecord
  }

  private func setCheckpoint(_ checkpoint: Checkpoint, of document: KnownDocument) throws {
    guard var record = try writer.document(document.number) else { return }
    record.checkpoint = checkpoint
    try writer.update(record)
    note(record)
  }

  private func relocate(
    _ document: KnownDocument,
    to place: DocumentPlace,
    _ checkpoint: Checkpoint
  ) throws {
    guard var record = try writer.document(document.number) else { return }
    record.folder = place.folder
    record.path = place.path
    record.checkpoint = checkpoint
    try writer.update(record)
    changes.removed.append(document)
    note(record)
    report.moved += 1
    count(0)
  }

  private func move(_ moves: [DocumentMove]) throws {
    guard !moves.isEmpty else { return }
    let moved = Set(moves.map(\.document.number))
    // All out before any is in: two may have changed places.
    for move in moves { documents.remove(move.document) }
    for move in moves {
      if let other = documents[move.target], !moved.contains(other.number) {
        documents.remove(other)
        removals.append(other)
      }
      if let other = gone.take(at: move.target) { removals.append(other) }
      try relocate(move.document, to: move.target, move.checkpoint)
    }
    // Two records of one place must not be published.
    while hasRemovals { try removeSome() }
    hasPromptChanges = true
  }

  private func remove(_ document: KnownDocument) throws {
    try writer.remove(document.number)
    changes.removed.append(document)
    count(document.textByteCount)
  }
}
