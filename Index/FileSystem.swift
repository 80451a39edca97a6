// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

extension IndexError {
  /// Tells what a failed system call means, with its `errno`.
  ///
  /// `doing` says what could not be done and where, such as `read /x/XAPIANDB`.
  static func system(_ doing: String, _ number: Int32 = errno) -> IndexError {
    // See: `man 2 open`, `man 2 mkdir`, `man 2 rename`.
    let code: Code =
      switch number {
      case EACCES, EPERM, EROFS: .permissionDenied
      case ENOENT, ENOTDIR: .notFound
      default: .inputOutput
      }
    return IndexError(code: code, message: "cannot \(doing): \(String(cString: strerror(number)))")
  }
}

/// An open file.
///
/// It cannot be copied, so it is closed exactly once. Programs started meanwhile do not inherit it.
struct OpenFile: ~Copyable {
  let descriptor: Int32
  private let path: String

  /// Opens `path`; nil if there is nothing.
  init?(path: String, flags: Int32, mode: mode_t = 0o666) throws(IndexError) {
    let descriptor = open(path, flags | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      guard errno != ENOENT else { return nil }
      throw .system("open \(path)")
    }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { close(descriptor) }

  /// Up to `limit` bytes from the beginning.
  func read(limit: Int) throws(IndexError) -> [UInt8] {
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = pread(descriptor, &buffer, limit, 0)
    guard count >= 0 else { throw .system("read \(path)") }
    return Array(buffer[..<count])
  }

  /// Makes `text` the whole content.
  func replaceContent(with text: String) throws(IndexError) {
    let content = Array(text.utf8)
    guard ftruncate(descriptor, 0) == 0,
      pwrite(descriptor, content, content.count, 0) == content.count
    else { throw .system("write \(path)") }
  }

  /// Waits until what was written is on the disk.
  func synchronize() throws(IndexError) {
    guard fsync(descriptor) == 0 else { throw .system("write \(path)") }
  }
}

/// What the index asks of the file system beside opening files.
enum FileSystem {
  /// The names in a folder but `.` and `..`, in no order.
  static func names(in folder: String) throws(IndexError) -> [String] {
    guard let stream = opendir(folder) else { throw .system("read \(folder)") }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  /// Makes a folder, and those above it that are missing; there may be one.
  static func makeFolder(_ path: String, mode: UInt32) throws(IndexError) {
    guard mkdir(path, mode) != 0, errno != EEXIST else { return }
    let number = errno
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    guard number == ENOENT, !parent.isEmpty else {
      throw .system("make the folder \(path)", number)
    }
    try makeFolder(parent, mode: mode)
    guard mkdir(path, mode) == 0 || errno == EEXIST else {
      throw .system("make the folder \(path)")
    }
  }

  /// Removes a folder that holds files only; there may be none.
  ///
  /// The file `first` goes before all others.
  static func removeFolder(_ path: String, first: String) throws(IndexError) {
    guard access(path, F_OK) == 0 else { return }
    for name in [first] + (try names(in: path)) {
      guard unlink("\(path)/\(name)") == 0 || errno == ENOENT else {
        throw .system("remove \(path)/\(name)")
      }
    }
    guard rmdir(path) == 0 else { throw .system("remove \(path)") }
  }
}
