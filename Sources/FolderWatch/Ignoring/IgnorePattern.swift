// SPDX-License-Identifier: GPL-3.0-or-later

/// One line of an ignore file.
struct IgnorePattern: Hashable, Sendable {
  /// What has to match.
  private enum Subject: Hashable, Sendable {
    /// The name, however deep it lies.
    case name(NamePattern)
    /// The path from the folder of the ignore file: these bytes, and then this.
    case path([UInt8], PathPattern)
  }

  /// Whether what matches is taken in after all: the line begins with `!`.
  let isReincluding: Bool
  /// Whether only folders match: the line ends with `/`.
  private let isOfFolders: Bool
  private let subject: Subject

  /// Takes a line without its end; nil if it can match nothing, as blank lines and comments.
  init?(line: ArraySlice<UInt8>) {
    guard line.first != UInt8(ascii: "#") else { return nil }
    // git takes lines for strings of C.
    var text = Self.withoutSpacesAtEnd(line.prefix { $0 != 0 })
    isReincluding = text.first == UInt8(ascii: "!")
    if isReincluding { text = text.dropFirst() }
    isOfFolders = text.last == UInt8(ascii: "/")
    if isOfFolders { text = text.dropLast() }
    guard !text.isEmpty else { return nil }
    if !text.contains(UInt8(ascii: "/")) {
      // Without a `/` there is one part, or it is `**`, whose first part is `*`: the same for names.
      guard case .name(let pattern)? = PatternParser.parts(of: text)?.first else { return nil }
      subject = .name(pattern)
      return
    }
    if text.first == UInt8(ascii: "/") { text = text.dropFirst() }
    // Not only for speed: git compares what comes before the first special character and parses the
    // rest by itself, so that the stars of `a**/b` stand at a beginning.
    let literal = text.prefix { !Array("*?[\\".utf8).contains($0) }
    guard let parts = PatternParser.parts(of: text.dropFirst(literal.count)) else { return nil }
    subject = .path(Array(literal), PathPattern(parts))
  }

  /// Whether it speaks of the file or folder at `path`, a path from the folder of the ignore file.
  func matches(_ path: ArraySlice<UInt8>, name: ArraySlice<UInt8>, isFolder: Bool) -> Bool {
    guard isFolder || !isOfFolders else { return false }
    switch subject {
    case .name(let pattern): return pattern.matches(name)
    case .path(let literal, let pattern):
      return path.starts(with: literal) && pattern.matches(path.dropFirst(literal.count))
    }
  }

  /// Without spaces at the end, but for those behind a `\`.
  private static func withoutSpacesAtEnd(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var end = line.startIndex
    var index = line.startIndex
    while index < line.endIndex {
      let byteCount = line[index] == UInt8(ascii: "\\") ? 2 : 1
      if line[index] != UInt8(ascii: " ") { end = min(index + byteCount, line.endIndex) }
      index += byteCount
    }
    return line[..<end]
  }
}
