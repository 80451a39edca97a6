// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex

/// Opens an index so that it can be relied upon.
enum IndexOpening {
  /// Opens the index of `setup` for writing; in the place of one that is damaged, which is moved
  /// aside, or of an older format, which no reader of today could read, a new one is begun.
  ///
  /// - Parameters:
  ///   - setup: where it is, and limits of the work on it.
  ///   - verifying: whether all of it is read first: after a write has failed nobody knows what has
  ///     reached the disk.
  /// - Returns: the work on it, and if it is a new one what there is to tell.
  /// - Throws: why it cannot be opened, if it is not for these.
  static func open(
    _ setup: ServiceSetup,
    verifying: Bool
  ) throws(IndexError) -> (session: IndexSession, news: ServiceEvent?) {
    do throws(IndexError) {
      return (try openSound(setup, verifying: verifying), nil)
    } catch {
      switch error.code {
      case .corrupt:
        let writer = try newWriter(setup, .replacingDamaged)
        let session = try IndexSession(writer, options: setup.options)
        return (session, .repaired(damage: error.message))
      case .outdatedVersion:
        let writer = try newWriter(setup, .rebuilding)
        try writer.publishGeneration()
        return (try IndexSession(writer, options: setup.options), .outdated(error.message))
      default:
        throw error
      }
    }
  }

  private static func newWriter(
    _ setup: ServiceSetup,
    _ opening: IndexWriter.Opening
  ) throws(IndexError) -> IndexWriter {
    try IndexWriter(path: setup.indexPath, mode: setup.indexMode, opening: opening)
  }

  private static func openSound(
    _ setup: ServiceSetup,
    verifying: Bool
  ) throws(IndexError) -> IndexSession {
    let writer = try newWriter(setup, .existing)
    if verifying, let finding = try IndexCheck.run(path: setup.indexPath).first {
      throw IndexError(code: .corrupt, message: finding)
    }
    // Reads all records: damage among them shows here.
    return try IndexSession(writer, options: setup.options)
  }
}
