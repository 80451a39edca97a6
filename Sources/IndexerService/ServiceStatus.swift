// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// How a service stands at a moment.
package struct ServiceStatus: Hashable, Sendable {
  /// What it is doing.
  package enum Activity: String, Hashable, Sendable {
    /// It looks into folders.
    case scanning
    /// It reads files and writes the index.
    case indexing
    /// All is done; it waits for changes.
    case watching
    /// The index cannot be written: it waits to try again.
    case stalled
    /// It has ended.
    case ended
  }

  /// How one watched folder is followed.
  package struct Folder: Hashable, Sendable {
    /// How changes are learned of.
    package enum Following: String, Hashable, Sendable {
      /// The system tells of them.
      case events
      /// All of the folder, or parts of it, are looked into now and then.
      case polling
      /// It cannot be looked into: what the index holds of it is kept.
      case away
    }

    /// Its name.
    package let name: String
    /// Its absolute path, as bytes.
    package let root: [UInt8]
    /// How changes are learned of.
    package let following: Following
    /// How many folders in it are watched.
    package let watchedCount: Int
    /// How many folders in it are looked into now and then, each with all that is below it.
    package let polledCount: Int
    /// Why it is not followed by events; nil if it is.
    package let reason: String?
  }

  /// What was done since the service began.
  package struct Counters: Hashable, Sendable {
    /// Files read.
    package var filesRead = 0
    /// Bytes of files read.
    package var bytesRead = 0
    /// Passages written.
    package var passagesWritten = 0
    /// Documents that were not in the index before.
    package var added = 0
    /// Documents whose content changed.
    package var updated = 0
    /// Documents found under another name.
    package var moved = 0
    /// Documents that are gone.
    package var removed = 0
    /// Commits.
    package var commits = 0
    /// How often the system lost events.
    package var eventLosses = 0
    /// How often the index could not be written.
    package var writeFailures = 0
    /// How often a damaged index was replaced.
    package var repairs = 0

    mutating func add(_ report: SyncReport) {
      filesRead += report.filesRead
      bytesRead += report.bytesRead
      passagesWritten += report.passagesWritten
      added += report.added
      updated += report.updated
      moved += report.moved
      removed += report.removed
    }
  }

  /// What it is doing.
  package var activity: Activity
  /// Why the index cannot be written; nil if it can.
  package var trouble: String?
  /// The revision that readers see.
  package var revision: Int
  /// Whether the index holds all that the folders hold.
  package var isComplete: Bool
  /// When it was last committed by this service, in nanoseconds since the epoch; nil before.
  package var lastCommit: Timestamp?
  /// Documents in the index.
  package var documentCount: Int
  /// Files to be read.
  package var queuedFileCount: Int
  /// Their bytes.
  package var queuedByteCount: Int
  /// Bytes read a second; nil while there is nothing to be read.
  package var bytesPerSecond: Double?
  /// Files read a second; nil while there is nothing to be read.
  package var filesPerSecond: Double?
  /// What was done.
  package var counters: Counters
  /// The watched folders.
  package var folders: [Folder]
  /// What cannot be taken in.
  package var problems: [SyncProblem]
}
