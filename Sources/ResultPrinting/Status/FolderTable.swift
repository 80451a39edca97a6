// SPDX-License-Identifier: GPL-3.0-or-later

/// The watched folders of a status: a line each where there is room for it.
struct FolderTable {
  private let folders: [FolderReport]
  /// The width; nil for any.
  private let room: Int?

  init(_ folders: [FolderReport], room: Int?) {
    self.folders = folders
    self.room = room
  }

  private static let gap = 2

  /// The row; nil if there is no folder.
  var row: StatusRow? {
    guard !folders.isEmpty else { return nil }
    let names = folders.map { TerminalText.sanitize($0.name) }
    let paths = folders.map { TerminalText.sanitize($0.path) }
    let facts = folders.map(Self.facts)
    let nameWidth = (names.map(\.columns).max() ?? 0) + Self.gap
    let pathWidth = (paths.map(\.columns).max() ?? 0) + Self.gap
    var lines: [StatusLine] = []
    for (index, folder) in folders.enumerated() {
      let head = Self.pad(names[index], to: nameWidth)
      let isShort = room.map { nameWidth + pathWidth + facts[index].columns <= $0 } ?? true
      let style = folder.watching?.watching == "away" ? TextStyle.match : nil
      if facts[index].isEmpty {
        lines.append(.whole(head + paths[index]))
      } else if isShort {
        var line = StatusLine(head + Self.pad(paths[index], to: pathWidth) + facts[index])
        (line.canWrap, line.style) = (false, style)
        lines.append(line)
      } else {
        lines.append(.whole(head + paths[index]))
        lines.append(StatusLine(facts[index], style: style, indent: nameWidth))
      }
      if let advice = folder.advice { lines.append(StatusLine("→ \(advice)", indent: nameWidth)) }
    }
    return StatusRow(label: "folders", lines: lines)
  }

  /// What there is to say of a folder.
  private static func facts(_ folder: FolderReport) -> String {
    var facts: [String] = []
    if let count = folder.documentCount { facts.append(StatusPrinter.count(count, "document")) }
    if let watching = folder.watching { facts.append(self.facts(watching)) }
    return facts.joined(separator: " · ")
  }

  private static func facts(_ folder: StatusObject.Folder) -> String {
    let reason = folder.reason.map { ": \($0)" } ?? ""
    switch folder.watching {
    case "events":
      return "watched (\(StatusPrinter.count(folder.watchedFolders, "folder")))"
    case "polling":
      let places = folder.polledFolders > 1 ? "\(Amount.grouped(folder.polledFolders)) places " : ""
      return "\(places)looked into every few seconds\(reason)"
    case "away":
      return "away\(reason)"
    case let other:
      return other + reason
    }
  }

  private static func pad(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.columns))
  }
}
