// SPDX-License-Identifier: GPL-3.0-or-later

/// Measures how far the reading of a queue has come.
struct ProgressMeter {
  private let fileCount: Int
  private let byteCount: Int

  /// Begins with what is in `queue`.
  init(_ queue: WorkQueue) {
    fileCount = queue.count
    byteCount = queue.byteCount
  }

  /// How far it has come.
  func progress(of session: IndexSession) -> SyncProgress {
    SyncProgress(
      fileCount: fileCount,
      filesDone: fileCount - session.queue.count,
      byteCount: byteCount,
      bytesDone: byteCount - session.queue.byteCount,
      passagesWritten: session.report.passagesWritten
    )
  }
}
