// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// How a service stands, as its status file tells it.
///
/// - SeeAlso: Documentation/status-file.md.
package struct StatusObject: Encodable {
  /// The index.
  package struct Index: Encodable {
    let path: String
    let revision: Int
    let complete: Bool
    @Nullable var committed: String?

    /// Makes an index of its path, its newest revision and when that was committed.
    package init(path: String, revision: Int, complete: Bool, committed: Timestamp?) {
      self.path = path
      self.revision = revision
      self.complete = complete
      _committed = Nullable(wrappedValue: committed?.internetTime)
    }
  }

  /// What is to be done, or is done in a second.
  package struct Amount: Encodable {
    let files: Double
    let bytes: Double

    /// Makes an amount.
    package init(files: Double, bytes: Double) {
      self.files = files
      self.bytes = bytes
    }
  }

  /// One watched folder.
  package struct Folder: Encodable {
    let name: String
    let path: String
    let watching: String
    let watchedFolders: Int
    let polledFolders: Int
    @Nullable var reason: String?

    /// Makes a folder.
    package init(
      name: String,
      path: String,
      watching: String,
      watchedFolders: Int,
      polledFolders: Int,
      reason: String?
    ) {
      self.name = name
      self.path = path
      self.watching = watching
      self.watchedFolders = watchedFolders
      self.polledFolders = polledFolders
      _reason = Nullable(wrappedValue: reason)
    }
  }

  /// Something that could not be taken in.
  package struct Failure: Encodable {
    let folder: String
    let path: String
    let reason: String

    /// Makes a failure.
    package init(folder: String, path: RelativePath, reason: String) {
      self.folder = folder
      self.path = path.description
      self.reason = reason
    }
  }

  private let schema = 1
  private let version: String
  private let process: Int
  private let started: String
  private let updated: String
  private let state: String
  @Nullable private var trouble: String?
  private let index: Index
  private let queue: Amount
  @Nullable private var rate: Amount?
  @Nullable private var secondsLeft: Int?
  private let counters: [String: Int]
  private let folders: [Folder]
  private let failures: [Failure]
  private let failureCount: Int

  /// So many failures are named; the rest is counted.
  private static let failureLimit = 100

  /// Makes a status; the time left is reckoned from queue and rate.
  package init(
    version: String,
    process: Int,
    started: Timestamp,
    updated: Timestamp,
    state: String,
    trouble: String?,
    index: Index,
    queue: Amount,
    rate: Amount?,
    counters: [String: Int],
    folders: [Folder],
    failures: [Failure]
  ) {
    self.version = version
    self.process = process
    self.started = started.internetTime
    self.updated = updated.internetTime
    self.state = state
    _trouble = Nullable(wrappedValue: trouble)
    self.index = index
    self.queue = queue
    _rate = Nullable(wrappedValue: rate)
    let left = rate.flatMap { $0.bytes > 0 ? Int((queue.bytes / $0.bytes).rounded(.up)) : nil }
    _secondsLeft = Nullable(wrappedValue: left)
    self.counters = counters
    self.folders = folders
    self.failures = Array(failures.prefix(Self.failureLimit))
    failureCount = failures.count
  }
}
