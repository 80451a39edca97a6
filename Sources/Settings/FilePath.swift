// SPDX-License-Identifier: GPL-3.0-or-later

/// Paths as text.
enum FilePath {
  /// The path made absolute against `base`, without empty and `.` components.
  ///
  /// `..` stays: what it means depends on symbolic links.
  static func absolute(_ path: String, in base: String) -> String {
    let whole = path.hasPrefix("/") ? path : base + "/" + path
    return "/" + whole.split(separator: "/").filter { $0 != "." }.joined(separator: "/")
  }

  /// The folder that a file stands in; the path is absolute.
  static func folder(of path: String) -> String {
    "/" + path.split(separator: "/").dropLast().joined(separator: "/")
  }
}
