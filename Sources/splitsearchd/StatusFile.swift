// SPDX-License-Identifier: GPL-3.0-or-later

internal import FolderWatch
internal import Glibc
internal import IndexerService
internal import PassageModel
internal import ResultPrinting
internal import Settings

/// Writes how the service stands into a file, for others to read.
///
/// Whoever reads it finds the old content or the new, never a part. It is not made to outlast a
/// crash of the machine: it tells nothing then.
struct StatusFile: Sendable {
  private let path: String
  private let indexPath: String
  private let started = Timestamp.now()

  init(_ settings: ServiceSettings) {
    path = settings.statusPath
    indexPath = settings.indexPath
    // The index makes its folder itself.
    guard let slash = path.lastIndex(of: "/"), path[..<slash] != indexPath else { return }
    mkdir(String(path[..<slash]), 0o700)
  }

  /// Writes `status`; if that is not possible the last stays: the log says what matters.
  func write(_ status: ServiceStatus) {
    guard let line = try? JSONLine.encode(object(status)) else { return }
    let new = path + ".new"
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard file >= 0 else { return }
    let bytes = Array((line + "\n").utf8)
    let isWhole = Glibc.write(file, bytes, bytes.count) == bytes.count
    close(file)
    guard isWhole, rename(new, path) == 0 else {
      unlink(new)
      return
    }
  }

  private func object(_ status: ServiceStatus) -> StatusObject {
    StatusObject(
      version: Release.version,
      process: Int(getpid()),
      started: started,
      updated: .now(),
      state: status.activity.rawValue,
      trouble: status.trouble,
      index: StatusObject.Index(
        path: indexPath,
        revision: status.revision,
        complete: status.isComplete,
        committed: status.lastCommit
      ),
      queue: StatusObject.Amount(
        files: Double(status.queuedFileCount),
        bytes: Double(status.queuedByteCount)
      ),
      rate: status.bytesPerSecond.map {
        StatusObject.Amount(files: status.filesPerSecond ?? 0, bytes: $0)
      },
      counters: counters(status.counters),
      folders: status.folders.map { folder in
        StatusObject.Folder(
          name: folder.name,
          path: String(decoding: folder.root, as: UTF8.self),
          watching: folder.following.rawValue,
          watchedFolders: folder.watchedCount,
          polledFolders: folder.polledCount,
          reason: folder.reason
        )
      },
      failures: status.problems.map {
        StatusObject.Failure(folder: $0.folder, path: $0.path, reason: $0.reason)
      }
    )
  }

  private func counters(_ counters: ServiceStatus.Counters) -> [String: Int] {
    [
      "filesRead": counters.filesRead,
      "bytesRead": counters.bytesRead,
      "passagesWritten": counters.passagesWritten,
      "added": counters.added,
      "updated": counters.updated,
      "moved": counters.moved,
      "removed": counters.removed,
      "commits": counters.commits,
      "eventLosses": counters.eventLosses,
      "writeFailures": counters.writeFailures,
      "repairs": counters.repairs,
    ]
  }
}

extension Timestamp {
  /// The time by the system's clock.
  fileprivate static func now() -> Timestamp { Timestamp(nanoseconds: FileState.now()) }
}
