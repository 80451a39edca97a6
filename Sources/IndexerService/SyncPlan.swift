// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

/// What has to be done to make an index equal to what was found: it is set against what the index
/// holds before any file is opened.
struct SyncPlan {
  /// Files that are new or changed, in the order in which they are to be read.
  private(set) var jobs: [PreparationJob] = []
  /// Documents that are known to have moved, without their files being read.
  private(set) var moves: [DocumentMove] = []
  /// Documents whose files are seen to be gone.
  private(set) var gone: [KnownDocument] = []
  /// How many files need not be opened.
  private(set) var unchangedCount = 0
  /// What cannot be taken in.
  private(set) var problems: [SyncProblem] = []
  /// The places that were looked at.
  private(set) var looked: Set<DocumentPlace> = []

  /// What the index holds and no scan has met yet.
  private var unmet: [DocumentPlace: KnownDocument] = [:]
  /// What the index holds at places where something else was moved to.
  private var displaced: [KnownDocument] = []

  /// Sets `findings` against `documents`.
  ///
  /// - Parameters:
  ///   - findings: what was found, of each folder once at the most.
  ///   - documents: what the index holds.
  ///   - changes: what had been told of the places, moves among it.
  ///   - options: limits.
  init(
    for findings: [FolderFinding],
    holding documents: DocumentTree,
    after changes: FolderChanges,
    options: SyncOptions
  ) {
    for finding in findings {
      looked.formUnion(finding.looked)
      for place in finding.looked {
        for document in documents.documents(within: place) { unmet[document.place] = document }
      }
    }
    let roots = Dictionary(findings.map { ($0.folder.root, $0.folder.name) }) { first, _ in first }
    func origin(of path: [UInt8], in folder: WatchedFolder) -> KnownDocument? {
      guard let place = changes.origin(of: DirtyPlace(root: folder.root, path: path)),
        let name = roots[place.root]
      else { return nil }
      return documents[DocumentPlace(folder: name, path: RelativePath(bytes: place.path))]
    }
    for finding in findings {
      switch finding.result {
      case .success(let scan):
        take(scan, of: finding.folder, options: options) { origin(of: $0, in: finding.folder) }
      case .failure(let error):
        let reason = error == .unmounted ? "\(error)" : "cannot be listed: \(error)"
        note(.unreadableFolder, finding.folder, [], reason)
        keep(in: finding.folder) { _ in true }
      }
    }
    takeReplaced(documents, options: options)
    let moved = Set(moves.map(\.document.number))
    gone = (unmet.values + displaced).filter { !moved.contains($0.number) }
    jobs = ReadingOrder.sorted(jobs)
  }

  private mutating func take(
    _ scan: FolderScan,
    of folder: WatchedFolder,
    options: SyncOptions,
    origin: ([UInt8]) -> KnownDocument?
  ) {
    for entry in scan.leftAlone { note(.leftAlone, folder, entry.path, entry.reason) }
    for entry in scan.unreadable { note(.unreadableFolder, folder, entry.path, entry.reason) }
    for file in scan.files {
      let place = DocumentPlace(folder: folder.name, path: RelativePath(bytes: file.path))
      let known = unmet.removeValue(forKey: place)
      let processing = Processing(
        ofByteCount: file.state.size,
        folderLanguage: folder.language,
        options: options
      )
      if let known, processing.isCurrent(known.processing),
        known.checkpoint == Checkpoint(file.state, isSettled: true)
      {
        unchangedCount += 1
        if let problem = known.problem { problems.append(problem) }
        continue
      }
      if let document = origin(file.path), document.number != known?.number,
        processing.isCurrent(document.processing),
        let move = DocumentMove(document, to: place, as: file.state)
      {
        moves.append(move)
        if let known { displaced.append(known) }
        continue
      }
      jobs.append(
        PreparationJob(
          place: place,
          absolutePath: folder.root + [UInt8(ascii: "/")] + file.path,
          state: file.state,
          isNew: known == nil,
          language: folder.language
        )
      )
    }
    keep(in: folder) { !scan.couldSee($0.place.path.bytes) }
  }

  /// Finds the documents that moved while another file came to the place where they were.
  ///
  /// Nobody has to have seen them move: their files are found elsewhere, and in their place is
  /// another file. Otherwise the new one would be taken for them, edited.
  private mutating func takeReplaced(_ documents: DocumentTree, options: SyncOptions) {
    var replaced: [UInt64: KnownDocument] = [:]
    for job in jobs {
      guard let known = documents[job.place], known.checkpoint.inode != job.state.inode else {
        continue
      }
      replaced[known.checkpoint.inode] = known
    }
    guard !replaced.isEmpty else { return }
    let taken = Set(moves.map(\.document.number))
    jobs.removeAll { job in
      let processing = Processing(
        ofByteCount: job.state.size,
        folderLanguage: job.language,
        options: options
      )
      guard let document = replaced[job.state.inode], !taken.contains(document.number),
        processing.isCurrent(document.processing),
        let move = DocumentMove(document, to: job.place, as: job.state)
      else { return false }
      moves.append(move)
      if let known = documents[job.place] { displaced.append(known) }
      return true
    }
  }

  /// Only what a scan could have seen is gone.
  private mutating func keep(in folder: WatchedFolder, where isKept: (KnownDocument) -> Bool) {
    unmet = unmet.filter { $0.key.folder != folder.name || !isKept($0.value) }
  }

  private mutating func note(
    _ severity: SyncProblem.Severity,
    _ folder: WatchedFolder,
    _ path: [UInt8],
    _ reason: String
  ) {
    problems.append(
      SyncProblem(
        severity,
        folder: folder.name,
        path: RelativePath(bytes: path),
        reason: reason,
        place: folder.describe(path)
      )
    )
  }
}
