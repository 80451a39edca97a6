// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex

/// Opens an index so that it can be relied upon.
enum IndexOpening {
  /// Opens the index of `setup` for writing; one that is damaged is moved aside, and a new one is
  /// begun in its place.
  ///
  /// - Parameters:
  ///   - setup: where it is, and limits of the work on it.
  ///   - verifying: whether all of it is read first: after a write has failed nobody knows what has
  ///     reached the disk.
  /// - Returns: the work on it, and what was wrong with the index if it is a new one.
  /// - Throws: why it cannot be opened, if it is not for damage.
  static func open(
    _ setup: ServiceSetup,
    verifying: Bool
  ) throws(IndexError) -> (session: IndexSession, damage: String?) {
    do throws(IndexError) {
      return (try openSound(setup, verifying: verifying), nil)
    } catch {
      guard error.code == .corrupt else { throw error }
      let writer = try IndexWriter(
        path: setup.indexPath,
        mode: setup.indexMode,
        opening: .replacingDamaged
      )
      return (try IndexSession(writer, options: setup.options), error.message)
    }
  }

  private static func openSound(
    _ setup: ServiceSetup,
    verifying: Bool
  ) throws(IndexError) -> IndexSession {
    let writer = try IndexWriter(path: setup.indexPath, mode: setup.indexMode)
    if verifying, let finding = try IndexCheck.run(path: setup.indexPath).first {
      throw IndexError(code: .corrupt, message: finding)
    }
    // Reads all records: damage among them shows here.
    return try IndexSession(writer, options: setup.options)
  }
}
