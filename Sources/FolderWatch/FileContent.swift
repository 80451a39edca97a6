// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// The bytes of a file and the state of it that they belong to.
package struct FileContent: Sendable {
  /// All bytes of the file.
  package let bytes: [UInt8]
  /// What the file system said of the file, the same before and after it was read.
  package let state: FileState
  /// Whether a later change would be sure to show in `state`.
  package let isSettled: Bool

  /// Why a file could not be read.
  package enum Failure: Error, Hashable, Sendable {
    /// The system refused.
    case system(SystemError)
    /// It is no regular file any more.
    case notAFile
    /// It is larger than allowed.
    case tooLarge(FileState)
  }

  /// Reads the file at `path`.
  ///
  /// - Parameters:
  ///   - path: an absolute path, as bytes; a symbolic link at its end is refused.
  ///   - maximumByteCount: a larger file is not read.
  /// - Returns: all bytes of the file.
  /// - Throws: why there are none.
  /// - Note: A file that is being written while it is read is read as it then is, and marked as not
  ///   settled.
  package static func read(
    _ path: [UInt8],
    maximumByteCount: Int
  ) throws(Failure) -> FileContent {
    // O_NONBLOCK: opening a pipe that took the file's place must not wait for its writer.
    let descriptor = withPath(path) { open($0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw errno == ELOOP ? .notAFile : .system(.last)
    }
    defer { close(descriptor) }
    let now = FileState.now()
    let before = try state(of: descriptor)
    guard before.kind == .file else { throw .notAFile }
    guard before.size <= maximumByteCount else { throw .tooLarge(before) }
    let bytes = try readAll(descriptor, about: Int(before.size), atMost: maximumByteCount)
    guard let bytes else { throw .tooLarge(try state(of: descriptor)) }
    let after = try state(of: descriptor)
    return FileContent(
      bytes: bytes,
      state: after,
      isSettled: after == before && Int(after.size) == bytes.count && after.isSettled(at: now)
    )
  }

  private static func state(of descriptor: Int32) throws(Failure) -> FileState {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(.last) }
    return FileState(status)
  }

  /// All bytes, or nil if there are more than `limit`: the file may grow while it is read.
  private static func readAll(
    _ descriptor: Int32,
    about size: Int,
    atMost limit: Int
  ) throws(Failure) -> [UInt8]? {
    var bytes: [UInt8] = []
    var capacity = size + 1
    while true {
      var failure: SystemError?
      let chunk = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        let result = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        if result < 0 { failure = .last }
        count = max(result, 0)
      }
      if let failure {
        guard failure.number == EINTR else { throw .system(failure) }
        continue
      }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      if bytes.count > limit { return nil }
      capacity = max(size + 1 - bytes.count, 65_536)
    }
  }
}
