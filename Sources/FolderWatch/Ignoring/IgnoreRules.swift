// SPDX-License-Identifier: GPL-3.0-or-later

/// The ignore files that apply in a folder: its own, and those of the folders above it.
struct IgnoreRules: Sendable {
  /// An ignore file and how long the path of its folder is, with the `/` behind it.
  private struct Source {
    let file: IgnoreFile
    let prefixByteCount: Int
  }

  /// From the outermost to the innermost.
  private var sources: [Source] = []

  /// The rules with the ignore file of the folder at `folder` below them, if it has one.
  func adding(_ file: IgnoreFile?, of folder: [UInt8]) -> IgnoreRules {
    guard let file else { return self }
    var rules = self
    let prefixByteCount = folder.isEmpty ? 0 : folder.count + 1
    rules.sources.append(Source(file: file, prefixByteCount: prefixByteCount))
    return rules
  }

  /// Whether the file or folder at `path` is left out, as long as no folder above it is.
  func leaveOut(_ path: [UInt8], isFolder: Bool) -> Bool {
    guard !sources.isEmpty else { return false }
    let name = lastName(of: path)
    for source in sources.reversed() {
      let path = path.dropFirst(source.prefixByteCount)
      if let decision = source.file.leavesOut(path, name: name, isFolder: isFolder) {
        return decision
      }
    }
    return false
  }
}
