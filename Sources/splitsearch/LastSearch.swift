// SPDX-License-Identifier: GPL-3.0-or-later

import Glibc
import PassageModel
import Settings
import SystemFiles

/// The hits of the last search, so that a number stands for one of them.
///
/// A terminal has its own; whoever has none gets the user's last. It is a convenience: that it cannot
/// be kept is no reason for a search to fail.
struct LastSearch {
  /// The query as it was typed.
  let query: String
  /// The index that was asked.
  let index: String
  /// The anchors of the hits by their ranks.
  let anchors: [Int: String]

  /// No page of hits is longer.
  private static let largestFile = 16 << 20

  /// Keeps the hits of `page`, which `index` gave.
  static func keep(_ page: ResultPage, of index: String) {
    guard let folder = LastSearchPlace.folder(.current()), makeFolder(folder) else { return }
    // Line feeds part the lines, and mean nothing in a query.
    let query = page.query.map { $0.isNewline ? " " : String($0) }.joined()
    let hits = page.hits.map { "\($0.rank)\t\($0.anchor)\n" }
    let text = "\(index)\n\(query)\n" + hits.joined()
    for name in LastSearchPlace.names(terminal: terminal()) { write(text, to: folder + "/" + name) }
  }

  /// The last search of this terminal, or else of this user; nil if there was none.
  static func last() -> LastSearch? {
    guard let folder = LastSearchPlace.folder(.current()) else { return nil }
    return LastSearchPlace.names(terminal: terminal()).lazy.compactMap { name in
      BoundedFile.read(folder + "/" + name, limit: largestFile).content.flatMap(LastSearch.init)
    }.first
  }

  private init?(_ content: [UInt8]) {
    let lines = String(decoding: content, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 1 else { return nil }
    index = String(lines[0])
    query = String(lines[1])
    var anchors: [Int: String] = [:]
    for line in lines.dropFirst(2) {
      let fields = line.split(separator: "\t", maxSplits: 1)
      if fields.count == 2, let rank = Int(fields[0]) { anchors[rank] = String(fields[1]) }
    }
    self.anchors = anchors
  }

  /// The name of the terminal that the program was started from, if any.
  private static func terminal() -> String? {
    for stream in [STDIN_FILENO, STDERR_FILENO, STDOUT_FILENO] {
      if let name = ttyname(stream) { return String(cString: name) }
    }
    return nil
  }

  private static func makeFolder(_ path: String) -> Bool {
    var made = ""
    for part in path.split(separator: "/") {
      made += "/" + part
      if mkdir(made, 0o700) != 0, errno != EEXIST { return false }
    }
    return true
  }

  /// Whoever reads meanwhile sees the old or the new, whole.
  private static func write(_ text: String, to path: String) {
    let new = "\(path).\(getpid())"
    let file = open(new, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard file >= 0 else { return }
    let bytes = Array(text.utf8)
    let isWhole = Glibc.write(file, bytes, bytes.count) == bytes.count
    close(file)
    if !isWhole || rename(new, path) != 0 { unlink(new) }
  }
}
