// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

@testable import FolderWatch

/// A tree with ignore files, the same for git and for us.
struct IgnoredTree {
  /// The ignore files, by the paths of their folders.
  private(set) var ignoreFiles: [[UInt8]: [UInt8]] = [:]
  /// All files but these.
  private(set) var files: Set<[UInt8]> = []

  /// Makes one at random, of few letters, so that patterns match often.
  init(using random: inout some RandomNumberGenerator) {
    var folders: [[UInt8]] = [[]]
    for _ in 0..<6 {
      let folder = folders.randomElement(using: &random) ?? []
      let path = joined(folder, Self.name(using: &random))
      if !folders.contains(path) { folders.append(path) }
    }
    for _ in 0..<16 {
      let folder = folders.randomElement(using: &random) ?? []
      let path = joined(folder, Self.name(using: &random))
      if !folders.contains(path) { files.insert(path) }
    }
    for folder in folders.shuffled(using: &random).prefix(2) + [[]] {
      ignoreFiles[folder] = Self.ignoreFile(using: &random)
    }
  }

  private static func name(using random: inout some RandomNumberGenerator) -> [UInt8] {
    let letters: [[UInt8]] = ["a", "a", "a", "b", "b", "c", "B", "1", "é", " ", "]", "-", "!"]
      .map { Array($0.utf8) }
    let oddities: [[UInt8]] = [[0xFF], [0x5C], [0x2A], [0x0B]]
    var name: [UInt8] = []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let isOdd = Int.random(in: 0..<40, using: &random) == 0
      name += (isOdd ? oddities : letters).randomElement(using: &random) ?? []
    }
    return name
  }

  private static func ignoreFile(using random: inout some RandomNumberGenerator) -> [UInt8] {
    let pieces = [
      "a", "a", "a", "b", "b", "c", "/", "/", "/", "*", "*", "*", "**", "**/", "/**", "/**/", "?",
      "?", "[ab]", "[!a]", "[^b]", "[a-c]", "[]a]", "[]-a]", "[a-]", "[[:alpha:]]",
      "[^[:space:][:digit:]]", "[[:upper:]b]", "[[:foo:]]", "[[:a]", "[", "]", "\\", "\\a", "\\ ",
      " ", "!", "#", "-", "é", "***", "[\\]a]", "[a/b]", "\\/", "[a-\\c]", "[:alpha:]", "\u{0}",
    ]
    let count = Int.random(in: 1...4, using: &random)
    let lines = (0..<count).map { _ -> [UInt8] in
      let start = ["", "", "", "/", "!", "!", "!/", "\\!", "#", "\\#"].randomElement(using: &random)
      let middle = (0..<Int.random(in: 0...5, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }
      let end = ["", "", "", "", "/", " ", "  ", "\\ ", "\r", " \r"].randomElement(using: &random)
      var line = Array(((start ?? "") + middle.joined() + (end ?? "")).utf8)
      if Int.random(in: 0..<30, using: &random) == 0 { line.append(0xFF) }
      return line
    }
    let mark: [UInt8] = Int.random(in: 0..<20, using: &random) == 0 ? [0xEF, 0xBB, 0xBF] : []
    let end: [UInt8] = Bool.random(using: &random) ? [0x0A] : []
    return mark + lines.joined(separator: [0x0A]) + end
  }

  /// Makes it below `folder`, with its ignore files under both names.
  func make(in folder: [UInt8]) {
    for (path, bytes) in ignoreFiles {
      Self.write(bytes, to: joined(joined(folder, path), IgnoreFile.name))
      Self.write(bytes, to: joined(joined(folder, path), Array(".gitignore".utf8)))
    }
    for path in files { Self.write([], to: joined(folder, path)) }
  }

  /// Foundation writes no names that are not UTF-8.
  private static func write(_ bytes: [UInt8], to path: [UInt8]) {
    for index in path.indices.dropFirst() where path[index] == UInt8(ascii: "/") {
      _ = withPath(Array(path[..<index])) { mkdir($0, 0o700) }
    }
    guard let file = withPath(path, { fopen($0, "w") }) else { return }
    fwrite(bytes, 1, bytes.count, file)
    fclose(file)
  }
}
