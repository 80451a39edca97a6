// SPDX-License-Identifier: GPL-3.0-or-later

/// What a service is to keep equal to what.
package struct ServiceSetup: Sendable {
  /// The folders, each with the name it would have in a new index; documents of any other folder are
  /// removed from the index.
  package var folders: [WatchedFolder]
  /// The names among them that were asked for: they stay as they are.
  package var chosenNames: Set<String>
  /// The absolute path of the index.
  package let indexPath: String
  /// The permissions of the index's folder if it is made, less the process's umask.
  package let indexMode: UInt32
  /// Limits.
  package var options: SyncOptions

  /// Makes a setup.
  package init(
    folders: [WatchedFolder],
    chosenNames: Set<String> = [],
    indexPath: String,
    indexMode: UInt32 = 0o700,
    options: SyncOptions = SyncOptions()
  ) {
    self.folders = folders
    self.chosenNames = chosenNames
    self.indexPath = indexPath
    self.indexMode = indexMode
    self.options = options
  }
}
