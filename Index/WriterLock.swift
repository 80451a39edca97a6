// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc

/// The right to write to an index, held by one process at a time.
///
/// The lock is the kernel's (`flock`) and ends with its holder, so it is never stale. The file's
/// content is the holder's process number, which names it to others.
struct WriterLock: ~Copyable {
  /// Nil once released.
  private var file: OpenFile?

  /// Takes the lock of `folder` or throws `locked` at once.
  init(of folder: IndexFolder) throws(IndexError) {
    let path = folder.lockPath
    guard let file = try OpenFile(path: path, flags: O_RDWR | O_CREAT) else {
      throw .system("open \(path)", ENOENT)
    }
    guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0 else {
      guard errno == EWOULDBLOCK else { throw .system("lock \(path)") }
      let content = String(decoding: try file.read(limit: 32), as: UTF8.self)
      let holder = Int(content.prefix { $0.isNumber }).map { "process \($0)" } ?? "another process"
      throw IndexError(code: .locked, message: "\(folder.path) is being written by \(holder)")
    }
    try file.replaceContent(with: "\(getpid())\n")
    self.file = consume file
  }

  /// Lets others write.
  mutating func release() {
    file = nil
  }
}
