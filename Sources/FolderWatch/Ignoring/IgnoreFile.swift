// SPDX-License-Identifier: GPL-3.0-or-later

/// What is written in a folder's ignore file, in the syntax of `.gitignore`.
struct IgnoreFile: Hashable, Sendable {
  /// The name of such files.
  static let name = Array(".splitsearchignore".utf8)
  /// Larger ones are refused.
  static let maximumByteCount = 1_048_576

  /// The last one that matches decides.
  private let patterns: [IgnorePattern]

  /// Takes the bytes of a file.
  init(_ bytes: [UInt8]) {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let text = bytes.dropFirst(bytes.starts(with: byteOrderMark) ? byteOrderMark.count : 0)
    patterns = text.split(separator: UInt8(ascii: "\n")).compactMap { line in
      // A file without a line end at its end is read as if it had one.
      IgnorePattern(line: line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
    }
  }

  /// Reads the ignore file of the folder at `folder`; nil if it has none.
  ///
  /// - Throws: why what it says is not known. A link is not followed, as nowhere in the folder.
  static func read(in folder: [UInt8]) throws(FileContent.Failure) -> IgnoreFile? {
    do {
      let path = joined(folder, name)
      return IgnoreFile(try FileContent.read(path, maximumByteCount: maximumByteCount).bytes)
    } catch {
      if case .system(let error) = error, error.isNotFound { return nil }
      throw error
    }
  }

  /// Whether it leaves out what lies at `path`, a path from its folder; nil if it says nothing.
  func leavesOut(_ path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool? {
    let last = patterns.last { $0.matches(path, name: name, isFolder: isFolder) }
    return last.map { !$0.isReincluding }
  }
}
