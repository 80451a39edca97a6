// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex
package import PassageModel

/// A file or folder that could not be taken in, or not quite, and why.
package struct SyncProblem: Hashable, Sendable {
  /// How much it matters.
  package enum Severity: Comparable, Sendable {
    /// Left alone as a matter of course: a link, a pipe.
    case leftAlone
    /// A file that does not say in which encoding it is written: its bytes had to tell.
    case detectedEncoding
    /// A file in which some bytes were no text: quotations of those places are not exact.
    case damagedFile
    /// A file without passages: it will be tried again when it changes.
    case refusedFile
    /// Nothing could be learned of a folder; what the index holds of it stays.
    case unreadableFolder
  }

  /// How much it matters.
  package let severity: Severity
  /// The name of the watched folder.
  package let folder: String
  /// The place below that folder; empty for the folder itself.
  package let path: RelativePath
  /// Why, for people.
  package let reason: String
  /// Where it is, for people: the folder's name and the path below it, as in anchors; of a watched
  /// folder itself its absolute path, because its name alone would not show what was mistyped.
  package let place: String

  init(
    _ severity: Severity,
    folder: String,
    path: RelativePath,
    reason: String,
    place: String? = nil
  ) {
    self.severity = severity
    self.folder = folder
    self.path = path
    self.reason = reason
    self.place = place ?? "\(folder)/\(path)"
  }

  /// What a record says is wrong with its file; nil if nothing is.
  init?(_ record: DocumentRecord) {
    let severity: Severity
    let reason: String
    if let failure = record.failure {
      (severity, reason) = (.refusedFile, failure)
    } else if record.replacedByteCount > 0 {
      severity = .damagedFile
      reason =
        "\(record.replacedByteCount) bytes are not \(record.encoding) and were replaced by "
        + "U+FFFD"
    } else if !record.encoding.hasPrefix("UTF-") {
      (severity, reason) = (.detectedEncoding, "read as \(record.encoding), by its bytes")
    } else {
      return nil
    }
    self.init(severity, folder: record.folder, path: record.path, reason: reason)
  }
}

/// What a sync did.
package struct SyncReport: Hashable, Sendable {
  /// Documents that were not in the index before.
  package var added = 0
  /// Documents whose content changed.
  package var updated = 0
  /// Documents found again under another name.
  package var moved = 0
  /// Documents that are gone.
  package var removed = 0
  /// Documents that were not read again, because nothing about their files changed.
  package var unchanged = 0
  /// Documents that were read and found to have the content they had.
  package var sameContent = 0
  /// Files read.
  package var filesRead = 0
  /// Bytes of files read.
  package var bytesRead = 0
  /// Passages written.
  package var passagesWritten = 0
  /// Folders whose documents were removed, because they are not among the folders any more.
  package var forgottenFolders: [String] = []
  /// Everything that could not be taken in, or not quite, what was noticed earlier included.
  package var problems: [SyncProblem] = []

  /// Makes an empty report.
  package init() {}

  /// Adds what was done later.
  package mutating func append(_ later: SyncReport) {
    added += later.added
    updated += later.updated
    moved += later.moved
    removed += later.removed
    unchanged += later.unchanged
    sameContent += later.sameContent
    filesRead += later.filesRead
    bytesRead += later.bytesRead
    passagesWritten += later.passagesWritten
    forgottenFolders += later.forgottenFolders
    problems += later.problems
  }

  /// Whether any document is not what it was.
  package var hasChanges: Bool { added + updated + moved + removed > 0 }

  /// Whether a whole folder was out of reach.
  package var isIncomplete: Bool { problems.contains { $0.severity == .unreadableFolder } }
}

/// How far a sync has come.
package struct SyncProgress: Hashable, Sendable {
  /// Files that were to be looked into.
  package var fileCount: Int
  /// Files that are done.
  package var filesDone: Int
  /// Their size in bytes, all together.
  package var byteCount: Int
  /// The bytes of the files that are done.
  package var bytesDone: Int
  /// Passages written so far.
  package var passagesWritten: Int
}
