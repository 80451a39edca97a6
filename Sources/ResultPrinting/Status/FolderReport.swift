// SPDX-License-Identifier: GPL-3.0-or-later

/// What is known of a watched folder.
package struct FolderReport: Hashable, Sendable {
  /// Its name.
  package let name: String
  /// Its absolute path.
  package let path: String
  /// How many documents the index holds of it; nil if the index cannot be read.
  package let documentCount: Int?
  /// What the service says of it; nil if none runs.
  package let watching: StatusObject.Folder?

  /// Makes a report.
  package init(
    name: String,
    path: String,
    documentCount: Int?,
    watching: StatusObject.Folder?
  ) {
    self.name = name
    self.path = path
    self.documentCount = documentCount
    self.watching = watching
  }

  /// What to do about how it is watched; nil if there is nothing.
  var advice: String? {
    guard let watching, let reason = watching.reason else { return nil }
    return watching.watching == "away"
      ? FailureAdvice(reason).advice : FailureAdvice.ofWatching(reason)
  }
}
