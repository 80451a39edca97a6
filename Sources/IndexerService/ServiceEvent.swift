// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageIndex

/// What a service has to tell while it runs.
package enum ServiceEvent: Sendable {
  /// From now on no change is missed; so many files, of so many bytes, are to be read first.
  case seeing(folderCount: Int, fileCount: Int, byteCount: Int)
  /// The first sync is done and committed, and so many folders are watched.
  case watching(SyncReport, folderCount: Int)
  /// Changes were taken in and committed; so many files are still to be read.
  case updated(SyncReport, in: Duration, left: Int)
  /// What could not be taken in came up, or is another problem than before.
  case problem(SyncProblem)
  /// Something that could not be read can be read again.
  case recovered(SyncProblem)
  /// The system lost events: everything is looked at.
  case eventsLost
  /// A folder cannot be watched, for the reason given: it is looked into now and then.
  case polling(place: String, reason: String)
  /// A file takes very long to be read; the others go on.
  case slow(place: String)
  /// The index cannot be written; it is opened anew after so long.
  case stalled(IndexError, retryIn: Duration)
  /// The index can be written again.
  case resumed
  /// The end, with all written that was taken in, or with an index that could not be written.
  case ended(isWritten: Bool)
  /// The index was of an older format: it is made anew.
  case outdated(String)
  /// The index was damaged: it was moved aside and is made anew.
  case repaired(damage: String)
}
