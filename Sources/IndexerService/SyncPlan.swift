// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

/// What has to be done to make an index equal to its folders: what the folders hold, set against
/// what the index holds, before any file is opened.
struct SyncPlan {
  /// Files that are new or changed, in the order of their folders and paths.
  private(set) var jobs: [PreparationJob] = []
  /// What the index holds for the files of `jobs`.
  private(set) var known: [DocumentPlace: DocumentRecord] = [:]
  /// What the index holds for files that are seen to be gone.
  var gone: [DocumentRecord] { unmet.values + duplicates }
  /// How many files need not be opened.
  private(set) var unchangedCount = 0
  /// What cannot be taken in.
  private(set) var problems: [SyncProblem] = []

  /// Folders that the index holds documents of and that are not among the folders any more.
  private(set) var forgottenFolders: [String] = []
  /// Whether one of the folders is not there, or cannot be listed.
  private(set) var isFolderMissing = false

  /// Records of a place that another record has too.
  private var duplicates: [DocumentRecord] = []
  /// What the index holds and no scan has met yet.
  private var unmet: [DocumentPlace: DocumentRecord] = [:]

  /// Looks into `folders` and sets them against `records`, all that the index holds.
  init(
    for folders: [WatchedFolder],
    holding records: [DocumentRecord],
    looking look: FolderLook,
    options: SyncOptions
  ) {
    self.init(
      places: folders.map { ($0, [[]]) },
      holding: records,
      looking: look,
      options: options
    )
    let names = Set(folders.map(\.name))
    if isFolderMissing {
      // A folder that is not where it was said to be may be a slip: nothing is forgotten for it.
      unmet = unmet.filter { names.contains($0.key.folder) }
    } else {
      forgottenFolders = Set(unmet.keys.map(\.folder)).subtracting(names).sorted()
    }
  }

  /// Looks at some places of folders and sets them against `records`, what the index holds of these
  /// places and of what is below them.
  init(
    places: [(folder: WatchedFolder, paths: [[UInt8]])],
    holding records: [DocumentRecord],
    looking look: FolderLook,
    options: SyncOptions
  ) {
    for record in records {
      // A defect if there is one: the older record would stay for ever.
      if let other = unmet.updateValue(record, forKey: DocumentPlace(record)) {
        duplicates.append(other)
      }
    }
    for (folder, paths) in places {
      do {
        take(try look.scan(folder, paths), of: folder, options: options)
      } catch {
        note(.unreadableFolder, folder, [], "cannot be listed: \(error)")
        keep(in: folder) { _ in true }
        isFolderMissing = true
      }
    }
  }

  private mutating func take(_ scan: FolderScan, of folder: WatchedFolder, options: SyncOptions) {
    for entry in scan.leftAlone { note(.leftAlone, folder, entry.path, entry.reason) }
    for entry in scan.unreadable { note(.unreadableFolder, folder, entry.path, entry.reason) }
    for file in scan.files {
      let path = RelativePath(bytes: file.path)
      let place = DocumentPlace(folder: folder.name, path: path)
      let record = unmet.removeValue(forKey: place)
      let processing = DocumentPreparer.processing(
        forByteCount: file.state.size,
        options: options
      )
      let isProcessed = record?.processing == processing
      if let record, isProcessed, record.checkpoint == Checkpoint(file.state, isSettled: true) {
        unchangedCount += 1
        if let problem = SyncProblem(record) { problems.append(problem) }
        continue
      }
      known[place] = record
      jobs.append(
        PreparationJob(
          folder: folder.name,
          path: path,
          absolutePath: folder.root + [UInt8(ascii: "/")] + file.path,
          state: file.state,
          knownDigest: isProcessed ? record?.digest : nil
        )
      )
    }
    keep(in: folder) { !scan.couldSee($0.path.bytes) }
  }

  /// Only what a scan could have seen is gone.
  private mutating func keep(in folder: WatchedFolder, where isKept: (DocumentRecord) -> Bool) {
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
        reason: reason
      )
    )
  }
}
