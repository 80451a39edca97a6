// SPDX-License-Identifier: GPL-3.0-or-later

/// How an index and its service stand.
package struct StatusReport: Hashable, Sendable {
  /// The version of the program that asks.
  package let version: String
  /// The absolute path of the index.
  package let path: String
  /// What the index tells of itself, or why it cannot be used.
  package let index: Result<IndexReport, PrintedFailure>
  /// The service.
  package let service: ServiceReport
  /// The watched folders, in the order of the configuration; by their names if no service runs.
  package let folders: [FolderReport]
  /// What could not be taken in, by folder and path.
  package let failures: [StatusObject.Failure]
  /// How much could not be taken in; it may be more than is named.
  package let failureCount: Int
  /// What else the reader should know, a sentence each.
  package let notes: [String]

  /// Makes a report.
  package init(
    version: String,
    path: String,
    index: Result<IndexReport, PrintedFailure>,
    service: ServiceReport,
    folders: [FolderReport],
    failures: [StatusObject.Failure],
    failureCount: Int,
    notes: [String]
  ) {
    self.version = version
    self.path = path
    self.index = index
    self.service = service
    self.folders = folders
    self.failures = failures
    self.failureCount = failureCount
    self.notes = notes
  }

  /// Why the index cannot be used; nil if it can.
  package var error: PrintedFailure? {
    if case .failure(let error) = index { error } else { nil }
  }

  /// Whether it tells more than why the index cannot be used.
  package var tellsOfService: Bool {
    switch service {
    case .running, .silent: true
    case .absent(let last, _), .unknown(let last): last != nil
    }
  }
}
