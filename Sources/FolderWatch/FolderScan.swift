// SPDX-License-Identifier: GPL-3.0-or-later

/// A file found below a folder.
package struct FoundFile: Hashable, Sendable {
  /// The bytes of its path below the folder.
  package let path: [UInt8]
  /// What the file system says of it.
  package let state: FileState

  /// Makes a found file.
  package init(path: [UInt8], state: FileState) {
    self.path = path
    self.state = state
  }
}

/// Something below a folder that was not taken, and why.
package struct LeftAlone: Hashable, Sendable {
  /// The bytes of its path below the folder.
  package let path: [UInt8]
  /// Why, for people.
  package let reason: String

  /// Makes a note of something left alone.
  package init(path: [UInt8], reason: String) {
    self.path = path
    self.reason = reason
  }
}

/// All that was found below one folder.
package struct FolderScan: Hashable, Sendable {
  /// The files, in the order of their paths' bytes.
  package var files: [FoundFile] = []
  /// Links, pipes, devices, and names that cannot be looked at.
  package var leftAlone: [LeftAlone] = []
  /// Folders that could not be listed: nothing is known of what is in them.
  package var unreadable: [LeftAlone] = []
  /// Which folders there were, by their paths below the folder, as long as there was something in
  /// them: the folder itself (the empty path), and those that were listed and are mount points.
  ///
  /// To be remembered for the next scan, beside what is remembered already.
  package var identities: [[UInt8]: FolderIdentity] = [:]

  /// Whether the scan could have seen `path`, so that its absence means it is gone.
  package func couldSee(_ path: [UInt8]) -> Bool {
    !unreadable.contains { folder in
      path.starts(with: folder.path)
        && (folder.path.isEmpty || path.count == folder.path.count
          || path[folder.path.count] == UInt8(ascii: "/"))
    }
  }
}
