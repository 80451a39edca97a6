// SPDX-License-Identifier: GPL-3.0-or-later

/// Why the index could not do what was asked.
package struct IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What a caller can switch on.
  package enum Code: Hashable, Sendable {
    /// There is no index at the path.
    case notFound
    /// There is something at the path, but it is no index of ours.
    case notAnIndex
    /// The index was written by a newer program, in a format this one does not know.
    case unknownVersion
    /// The index was written by an older program, in a format that this one does not read: it has
    /// to be made anew.
    case outdatedVersion
    /// The index, or the folder it is to stand in, may not be read or written by this user.
    case permissionDenied
    /// Another process is writing to the index.
    case locked
    /// The revision being read has been overwritten: open afresh and run the query again.
    case revisionLost
    /// The index is damaged.
    case corrupt
    /// The operating system refused to read or write.
    case inputOutput
    /// Anything else that the engine reports.
    case engine
  }

  /// What a caller can switch on.
  package let code: Code
  /// What happened and where, in one line.
  package let message: String

  /// Makes an error.
  package init(code: Code, message: String) {
    self.code = code
    self.message = message
  }

  /// The message.
  package var description: String { message }
}
