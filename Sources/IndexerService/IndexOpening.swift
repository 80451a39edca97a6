// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageIndex

/// Opens an index so that it can be relied upon.
enum IndexOpening {
  /// Opens the index at `path` for writing; one that is damaged is moved aside, and a new one is
  /// begun in its place.
  ///
  /// - Parameters:
  ///   - path: where it is.
  ///   - verifying: whether all of it is read first: after a write has failed nobody knows what has
  ///     reached the disk.
  /// - Returns: the writer, and what was wrong with the index if it is a new one.
  /// - Throws: why it cannot be opened, if it is not for damage.
  static func open(
    _ path: String,
    verifying: Bool
  ) throws(IndexError) -> (writer: IndexWriter, damage: String?) {
    do throws(IndexError) {
      return try openSound(path, verifying: verifying)
    } catch {
      guard error.code == .corrupt else { throw error }
      return (try IndexWriter(path: path, opening: .replacingDamaged), error.message)
    }
  }

  private static func openSound(
    _ path: String,
    verifying: Bool
  ) throws(IndexError) -> (IndexWriter, String?) {
    let writer = try IndexWriter(path: path)
    guard verifying, let finding = try IndexCheck.run(path: path).first else {
      return (writer, nil)
    }
    try writer.close()
    throw IndexError(code: .corrupt, message: finding)
  }
}
