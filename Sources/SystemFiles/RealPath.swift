// SPDX-License-Identifier: GPL-3.0-or-later

internal import Glibc

/// Where a path leads.
package enum RealPath {
  /// An absolute path without symbolic links, `.` and `..`; of what is not there, the one at which it
  /// would be if it were made.
  package static func of(_ path: String) -> String {
    let parts = path.split(separator: "/")
    for count in stride(from: parts.count, through: 0, by: -1) {
      guard let found = resolved("/" + parts[..<count].joined(separator: "/")) else { continue }
      // What is missing will be plain folders: there, `..` is what stands before it.
      let real = parts[count...].reduce(into: found.split(separator: "/")) { real, part in
        if part == ".." { _ = real.popLast() } else if part != "." { real.append(part) }
      }
      return "/" + real.joined(separator: "/")
    }
    return path
  }

  private static func resolved(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
