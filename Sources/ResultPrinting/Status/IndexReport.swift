// SPDX-License-Identifier: GPL-3.0-or-later

package import PassageModel

/// What an index tells of itself.
package struct IndexReport: Hashable, Sendable {
  /// The version of its format.
  package let format: Int
  /// Its newest revision.
  package let revision: Int
  /// Whether it held all that its folders held when it was last brought up to date.
  package let isComplete: Bool
  /// What it takes of the disk.
  package let byteCount: Int
  /// When it was last committed.
  package let written: Timestamp
  /// How many documents it holds.
  package let documentCount: Int
  /// How many passages it holds.
  package let passageCount: Int
  /// How many files it knows that could not be read.
  package let refusedCount: Int

  /// Makes a report.
  package init(
    format: Int,
    revision: Int,
    isComplete: Bool,
    byteCount: Int,
    written: Timestamp,
    documentCount: Int,
    passageCount: Int,
    refusedCount: Int
  ) {
    self.format = format
    self.revision = revision
    self.isComplete = isComplete
    self.byteCount = byteCount
    self.written = written
    self.documentCount = documentCount
    self.passageCount = passageCount
    self.refusedCount = refusedCount
  }
}
