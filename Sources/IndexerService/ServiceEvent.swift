// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What a service has to tell while it runs.
package enum ServiceEvent: Sendable {
  /// The first sync is done and committed, and so many folders are watched from then on.
  case watching(SyncReport, folderCount: Int)
  /// Changes were taken in and committed.
  case updated(SyncReport, in: Duration)
  /// What could not be taken in came up, or is another problem than before.
  case problem(SyncProblem)
  /// Something that could not be read can be read again.
  case recovered(folder: String, path: RelativePath)
  /// The system lost events: everything is looked at.
  case eventsLost
  /// A folder cannot be watched, for the reason given: it is looked into now and then.
  case polling(folder: String, path: RelativePath, reason: String)
}
