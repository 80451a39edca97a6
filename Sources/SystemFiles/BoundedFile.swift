// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// What came of reading a file that may be anything.
package enum BoundedFile: Hashable, Sendable {
  /// All of it.
  case read([UInt8])
  /// There is none.
  case missing
  /// Why not, for people, as it stands behind the name of the file.
  case refused(String)

  /// Reads the file at `path` if it is a regular one of at most `limit` bytes; waits for nobody.
  package static func read(_ path: String, limit: Int) -> BoundedFile {
    // A pipe would be waited for otherwise.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .missing : .refused(reason())
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return .refused(reason()) }
    guard status.st_mode & S_IFMT == S_IFREG else { return .refused("it is no file") }
    var content: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while content.count <= limit {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return .refused(reason()) }
      if count == 0 { return .read(content) }
      content += buffer[..<count]
    }
    return .refused("it is larger than \(limit >> 20) MiB")
  }

  /// All of it, if it could be read.
  package var content: [UInt8]? {
    if case .read(let content) = self { content } else { nil }
  }

  private static func reason() -> String {
    "it cannot be read: \(String(cString: strerror(errno)).lowercased())"
  }
}
