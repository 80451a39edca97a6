// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Puts new bytes in the place of a file's, so that at any time either the old or the new are there.
///
/// What is not kept: other names (hard links) of the file, its owner if another user writes, extended
/// attributes.
package enum FileReplacement {
  /// Replaces what is in the file at `path`.
  ///
  /// A new file is written beside it, with its permissions, and takes its name once it is on the disk.
  /// Symbolic links are followed: the file they lead to is replaced, and they stay.
  ///
  /// - Parameters:
  ///   - old: what was read from the file.
  ///   - new: what is to stand in it.
  ///   - path: of the file, which is a regular one.
  /// - Throws: `changed` if it does not hold `old` any more, `system` if it cannot be written; then
  ///   it is as it was, and nothing is left beside it.
  package static func replace(
    _ old: [UInt8],
    by new: [UInt8],
    at path: String
  ) throws(FileFault) {
    let place = try realPath(path)
    let state = try look(at: place, holding: old)
    guard old != new else { return }
    // Who may write into the folder could replace a file that is protected.
    guard access(place, W_OK) == 0 else { throw fault("it must not be written") }
    var name = Array("\(place).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw fault("no file can be made beside it") }
    let temporary = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    do throws(FileFault) {
      try write(new, with: state, to: descriptor)
      // What was changed meanwhile must not be lost.
      _ = try look(at: place, holding: old)
      guard rename(temporary, place) == 0 else { throw fault("the new one cannot take its name") }
    } catch {
      unlink(temporary)
      throw error
    }
    try syncFolder(of: place)
  }

  private static func realPath(_ path: String) throws(FileFault) -> String {
    guard let resolved = realpath(path, nil) else { throw fault("it is not to be found") }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Looks whether the file is a regular one and holds `old`.
  private static func look(at path: String, holding old: [UInt8]) throws(FileFault) -> stat {
    // A pipe without a writer would hold us up.
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw fault("it cannot be read") }
    defer { close(descriptor) }
    var state = stat()
    guard fstat(descriptor, &state) == 0 else { throw fault("it cannot be looked at") }
    guard state.st_mode & S_IFMT == S_IFREG else {
      throw FileFault(.system, reason: "it is no regular file")
    }
    guard try holds(old, descriptor, size: Int(state.st_size)) else {
      throw FileFault(.changed, reason: "it was changed by somebody else meanwhile")
    }
    return state
  }

  private static func holds(
    _ old: [UInt8],
    _ descriptor: CInt,
    size: Int
  ) throws(FileFault) -> Bool {
    guard size == old.count else { return false }
    var rest = old[...]
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(descriptor, &room, room.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw fault("it cannot be read") }
      if count == 0 { return rest.isEmpty }
      guard rest.prefix(count).elementsEqual(room[..<count]) else { return false }
      rest = rest.dropFirst(count)
    }
  }

  /// Fills the new file and ends it, with the permissions of the old.
  private static func write(
    _ bytes: [UInt8],
    with state: stat,
    to descriptor: CInt
  ) throws(FileFault) {
    var reason = fill(descriptor, with: bytes)
    // Only the superuser may give a file away; then its group, if we are in it.
    if reason == nil, fchown(descriptor, state.st_uid, state.st_gid) != 0 {
      _ = fchown(descriptor, uid_t.max, state.st_gid)
    }
    if reason == nil, fchmod(descriptor, state.st_mode & 0o7777) != 0 || fsync(descriptor) != 0 {
      reason = fault("the new one cannot be written")
    }
    if close(descriptor) != 0, reason == nil { reason = fault("the new one cannot be written") }
    if let reason { throw reason }
  }

  private static func fill(_ descriptor: CInt, with bytes: [UInt8]) -> FileFault? {
    bytes.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { return fault("the new one cannot be written") }
        written += count
      }
      return nil
    }
  }

  /// A name is on the disk when its folder is.
  private static func syncFolder(of path: String) throws(FileFault) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex
    let folder = path[..<slash]
    let descriptor = open(folder.isEmpty ? "/" : String(folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    // Some file systems know no such thing; the file is replaced all the same.
    fsync(descriptor)
  }

  private static func fault(_ reason: String) -> FileFault {
    FileFault(.system, reason: "\(reason): \(String(cString: strerror(errno)))")
  }
}
