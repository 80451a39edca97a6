// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageIndex
package import PassageModel
package import ResultPrinting

/// Finds out how an index and its service stand, and disturbs neither.
package struct StatusReader {
  private let indexPath: String
  private let places: [String]
  private let version: String
  private let explain: (any Error) -> PrintedFailure
  private let start: ([String]) -> [String]
  private let findHolder: (String) -> LockHolder
  private let isRunning: (Int, Timestamp) -> Bool

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - indexPath: the absolute path of the index.
  ///   - places: the absolute paths of files in which a service of the index may tell how it stands.
  ///   - version: the version of the program that asks.
  ///   - explain: says why the index cannot be used.
  ///   - start: the commands that start a service which watches folders with these paths.
  ///   - findHolder: who has the right to write to the index with this path.
  ///   - isRunning: whether a process with this number is a service that has run since this time.
  package init(
    indexPath: String,
    places: [String],
    version: String,
    explain: @escaping (any Error) -> PrintedFailure,
    start: @escaping ([String]) -> [String],
    findHolder: @escaping (String) -> LockHolder = { LockHolder(ofIndexAt: $0) },
    isRunning: @escaping (Int, Timestamp) -> Bool = { ServiceProcess.isRunning($0, since: $1) }
  ) {
    self.indexPath = indexPath
    self.places = places
    self.version = version
    self.explain = explain
    self.start = start
    self.findHolder = findHolder
    self.isRunning = isRunning
  }

  /// Finds out how all stands now.
  package func report() -> StatusReport {
    var (holder, files) = look()
    if isInPassing(files, holder) { (holder, files) = look() }
    let contents = Result { try IndexContents(ofIndexAt: indexPath) }
    let index = try? contents.get()
    let service = service(files, holder, index)
    let union = FailureUnion(known: index?.failures ?? [], said: service.live?.failures ?? [])
    let failures = union.failures
    return StatusReport(
      version: version,
      path: indexPath,
      index: contents.map(\.report).mapError(explain),
      service: service,
      folders: folders(service, index),
      failures: failures,
      failureCount: max(failures.count, service.live?.failureCount ?? 0),
      notes: files.notes
    )
  }

  /// In this order: a service that ends meanwhile has said so before it is looked for in vain.
  private func look() -> (LockHolder, StatusFiles) {
    let holder = findHolder(indexPath)
    return (holder, StatusFiles(at: places, forIndex: indexPath))
  }

  /// Whether a service that runs may just have taken the lock, or let go of it.
  private func isInPassing(_ files: StatusFiles, _ holder: LockHolder) -> Bool {
    !files.statuses.contains { isLive($0.status, holder) }
      && files.statuses.contains { isThere($0.status) }
  }

  private func service(
    _ files: StatusFiles,
    _ holder: LockHolder,
    _ index: IndexContents?
  ) -> ServiceReport {
    if let live = files.statuses.first(where: { isLive($0.status, holder) }) {
      return .running(live.status, file: live.path)
    }
    let last = files.statuses.first?.status
    switch holder {
    case .process(let number, _):
      return .silent(process: number)
    case .unknown where last?.state != "ended":
      return .unknown(last: last)
    case .nobody, .missing, .unknown:
      let folders = index?.folders.map(\.path) ?? last?.folders.map(\.path) ?? []
      return .absent(last: last, start: start(folders))
    }
  }

  /// Whether who wrote this still keeps the index.
  ///
  /// Whoever has the lock does. In a container it has another number than here, but the lock file
  /// holds that other number as well. A service that cannot write the index lets go of the lock until
  /// it tries again. Who has no lock and does not say so is no service of this index.
  private func isLive(_ status: StatusObject, _ holder: LockHolder) -> Bool {
    if case .process(let number, let written) = holder,
      number == status.process || written == status.process
    {
      return true
    }
    let mayHaveNoLock = holder == .unknown || holder == .missing || status.state == "stalled"
    return mayHaveNoLock && isThere(status)
  }

  /// Whether the process that wrote this is still there.
  ///
  /// Its number may be another's now, which has begun later than the last was heard of it. When it
  /// began itself is told by a clock that may have been set since.
  private func isThere(_ status: StatusObject) -> Bool {
    status.state != "ended" && isRunning(status.process, status.updated.timestamp)
  }

  private func folders(_ service: ServiceReport, _ index: IndexContents?) -> [FolderReport] {
    let live = service.live?.folders
    let known =
      live?.map { ($0.name, $0.path) } ?? index?.folders.map { ($0.name, $0.path) }
      ?? service.last?.folders.map { ($0.name, $0.path) } ?? []
    return known.enumerated().map { place, folder in
      FolderReport(
        name: folder.0,
        path: folder.1,
        documentCount: index?.documentCount(ofFolder: folder.0),
        watching: live?[place]
      )
    }
  }
}
