// SPDX-License-Identifier: GPL-3.0-or-later

internal import FoundationEssentials
package import PassageModel

/// How a service stands, as its status file tells it: the one description of that file for the
/// program that writes it and for the one that reads it.
///
/// - SeeAlso: Documentation/status-file.md.
package struct StatusObject: Codable, Hashable, Sendable {
  /// The index.
  package struct Index: Codable, Hashable, Sendable {
    /// Its absolute path, as the service knows it.
    package let path: String
    /// The newest revision.
    package let revision: Int
    /// Whether it holds all that the folders hold.
    package let complete: Bool
    /// When this process last committed.
    @Nullable package var committed: InternetTime?

    /// Makes an index of its path, its newest revision and when that was committed.
    package init(path: String, revision: Int, complete: Bool, committed: Timestamp?) {
      self.path = path
      self.revision = revision
      self.complete = complete
      _committed = Nullable(wrappedValue: committed.map { InternetTime($0) })
    }
  }

  /// What is to be done, or is done in a second.
  package struct Amount: Codable, Hashable, Sendable {
    /// Files.
    package let files: Double
    /// Bytes.
    package let bytes: Double

    /// Makes an amount.
    package init(files: Double, bytes: Double) {
      self.files = files
      self.bytes = bytes
    }
  }

  /// One watched folder.
  package struct Folder: Codable, Hashable, Sendable {
    /// Its name.
    package let name: String
    /// Its absolute path.
    package let path: String
    /// `events`, `polling` or `away`.
    package let watching: String
    /// How many folders in it are watched.
    package let watchedFolders: Int
    /// How many folders in it are looked into now and then.
    package let polledFolders: Int
    /// Why it is not `events`.
    @Nullable package var reason: String?

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
  package struct Failure: Codable, Hashable, Sendable {
    /// The name of the watched folder.
    package let folder: String
    /// The place below it; empty for the folder itself.
    package let path: String
    /// Why.
    package let reason: String

    /// Makes a failure.
    package init(folder: String, path: RelativePath, reason: String) {
      self.folder = folder
      self.path = path.description
      self.reason = reason
    }
  }

  /// The version of the description, of which this is the first.
  static let schema = 1

  private let schema: Int
  /// The version of the program.
  package let version: String
  /// Its process number.
  package let process: Int
  /// When it began.
  package let started: InternetTime
  /// When this was written.
  package let updated: InternetTime
  /// `scanning`, `indexing`, `watching`, `stalled` or `ended`.
  package let state: String
  /// Why the index cannot be written.
  @Nullable package var trouble: String?
  /// The index.
  package let index: Index
  /// What is to be read.
  package let queue: Amount
  /// What is read in a second.
  @Nullable package var rate: Amount?
  /// How long reading will take.
  @Nullable package var secondsLeft: Int?
  /// What was done since it began.
  package let counters: [String: Int]
  /// The watched folders.
  package let folders: [Folder]
  /// What could not be taken in, a limited number of it.
  package let failures: [Failure]
  /// How much could not be taken in.
  package let failureCount: Int

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
    schema = Self.schema
    self.version = version
    self.process = process
    self.started = InternetTime(started)
    self.updated = InternetTime(updated)
    self.state = state
    _trouble = Nullable(wrappedValue: trouble)
    self.index = index
    self.queue = queue
    _rate = Nullable(wrappedValue: rate)
    let left = rate.flatMap {
      $0.bytes > 0 ? Int(clamping: (queue.bytes / $0.bytes).rounded(.up)) : nil
    }
    _secondsLeft = Nullable(wrappedValue: left)
    self.counters = counters
    self.folders = folders
    self.failures = Array(failures.prefix(Self.failureLimit))
    failureCount = failures.count
  }

  /// Reads what a service wrote.
  ///
  /// Keys of later versions are passed over.
  package init(parsing content: [UInt8]) throws(StatusFileError) {
    let decoder = JSONDecoder()
    let data = Data(content)
    do {
      let schema = try decoder.decode(Schema.self, from: data).schema
      guard schema <= Self.schema else { throw StatusFileError.unknownSchema(schema) }
      self = try decoder.decode(StatusObject.self, from: data)
    } catch let error as StatusFileError {
      throw error
    } catch {
      throw .malformed
    }
  }

  /// What all versions have in common.
  private struct Schema: Decodable {
    let schema: Int
  }
}
