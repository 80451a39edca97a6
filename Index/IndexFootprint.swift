// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
package import PassageModel

/// What an index takes of the disk, and when it was last written.
package struct IndexFootprint: Hashable, Sendable {
  /// What its folder takes of the disk in bytes, earlier generations included.
  package let byteCount: Int
  /// When the current generation was last committed.
  package let written: Timestamp

  /// Looks at the index in the folder `path`.
  ///
  /// Throws `notFound`, `notAnIndex`, `permissionDenied`, `corrupt` or `inputOutput`.
  package init(ofIndexAt path: String) throws(IndexError) {
    let folder = IndexFolder(path: path)
    guard let generation = try folder.currentGeneration() else {
      throw IndexError(code: .notFound, message: "there is no index in \(path)")
    }
    // Xapian replaces this file at each commit.
    let file = "\(folder.path(of: generation))/iamglass"
    var status = stat()
    guard stat(file, &status) == 0 else { throw .system("look at \(file)") }
    written = Timestamp(
      nanoseconds: Int64(status.st_mtim.tv_sec) * 1_000_000_000 + Int64(status.st_mtim.tv_nsec)
    )
    byteCount = try Self.byteCount(ofItemAt: path)
  }

  /// What is there, with all that is in it; 0 if it went away meanwhile.
  private static func byteCount(ofItemAt path: String) throws(IndexError) -> Int {
    var status = stat()
    guard lstat(path, &status) == 0 else { return 0 }
    var count = Int(status.st_blocks) * 512
    guard status.st_mode & S_IFMT == S_IFDIR else { return count }
    do throws(IndexError) {
      for name in try FileSystem.names(in: path) {
        count += try byteCount(ofItemAt: "\(path)/\(name)")
      }
    } catch  where error.code == .notFound {
      // A generation that is not needed any more may go while it is looked at.
    }
    return count
  }
}
