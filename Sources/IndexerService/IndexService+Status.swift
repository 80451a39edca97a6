// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import PassageIndex
internal import PassageModel

// What is shown of how things stand.
extension IndexService {
  /// Shows how things stand if they have changed, and not more often than is of use.
  func showStatusIfDue() {
    let now = ContinuousClock.now
    if let shown = meter.shown, now - shown.at < StatusMeter.interval {
      watcher.wake(after: StatusMeter.interval - (now - shown.at), for: "the status")
      return
    }
    let status = status(at: now)
    guard status != meter.shown?.status else { return }
    meter.noteShown(status, at: now)
    show(status)
  }

  /// Shows how things stand at once.
  func showStatus(as activity: ServiceStatus.Activity) {
    var status = status(at: .now)
    status.activity = activity
    show(status)
  }

  private func status(at now: ContinuousClock.Instant) -> ServiceStatus {
    if let session { meter.note(session) }
    var counters = meter.counters
    // What was done since the last commit counts, too.
    if let report = session?.report { counters.add(report) }
    let queue = session?.queue
    let rate = meter.rate(isReading: (queue?.count ?? 0) > 0, counters, at: now)
    return ServiceStatus(
      activity: activity,
      trouble: stall?.error.message,
      revision: meter.revision,
      isComplete: meter.isComplete,
      lastCommit: meter.lastCommit,
      documentCount: (session?.documents.count ?? 0) - (session?.documents.refusedCount ?? 0),
      queuedFileCount: queue?.count ?? 0,
      queuedByteCount: queue?.byteCount ?? 0,
      bytesPerSecond: rate?.bytes,
      filesPerSecond: rate?.files,
      counters: counters,
      folders: (folders.isEmpty ? setup.folders : folders).map { describe($0) },
      problems: problems.all
    )
  }

  private var activity: ServiceStatus.Activity {
    guard let session else { return .stalled }
    guard session.isIdle else { return .indexing }
    let isLooking = isScouting || !hasLookedEverywhere || watcher.holdsChanges
    return isLooking ? .scanning : .watching
  }

  private func describe(_ folder: WatchedFolder) -> ServiceStatus.Folder {
    let reasons = polled.reasons(in: folder.root)
    let away = problems.problem(
      at: DocumentPlace(folder: folder.name, path: RelativePath(bytes: []))
    )
    return ServiceStatus.Folder(
      name: folder.name,
      root: folder.root,
      following: away != nil ? .away : reasons.isEmpty ? .events : .polling,
      watchedCount: watcher.watchCount(in: folder.root),
      polledCount: reasons.count,
      reason: away?.reason ?? reasons.first
    )
  }
}
