// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc
internal import PassageIndex
internal import PassageModel

/// Tells whether a document's file is still the one that was indexed, without opening it.
struct FileWitness {
  /// What the file system says of a file.
  enum Testimony {
    /// Nothing shows that it was changed.
    case current
    /// It is not the file that was indexed, or is gone.
    case behind
    /// This user cannot see it: the index is all there is to go by.
    case hidden
  }

  /// Looks at the file of a document.
  ///
  /// - Parameters:
  ///   - path: where its file is.
  ///   - record: what was seen of it when it was indexed.
  /// - Returns: what it says.
  static func testimony(_ path: [UInt8], on record: DocumentRecord) -> Testimony {
    var status = stat()
    let result = path.withUnsafeBufferPointer { bytes in
      // The path has no zero byte: none has.
      withUnsafeTemporaryAllocation(of: CChar.self, capacity: bytes.count + 1) { buffer in
        for (index, byte) in bytes.enumerated() {
          buffer.initializeElement(at: index, to: CChar(bitPattern: byte))
        }
        buffer.initializeElement(at: bytes.count, to: 0)
        return buffer.baseAddress.map { stat($0, &status) } ?? -1
      }
    }
    guard result == 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .behind : .hidden
    }
    let modified = Int64(status.st_mtim.tv_sec) &* 1_000_000_000 &+ Int64(status.st_mtim.tv_nsec)
    let isSame =
      status.st_ino == record.checkpoint.inode && Int64(status.st_size) == record.checkpoint.size
      && modified == record.checkpoint.modified.nanoseconds
    return isSame ? .current : .behind
  }
}
