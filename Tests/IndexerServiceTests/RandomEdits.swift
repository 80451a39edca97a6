// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import TestSupport

/// Edits a library at random, as people and programs do.
struct RandomEdits {
  private let shelves: Library
  /// The files that are there.
  private(set) var names: Set<String> = []

  init(_ shelves: Library) {
    self.shelves = shelves
  }

  /// Makes one edit.
  mutating func edit(_ random: inout SeededGenerator) throws {
    func fresh() -> String {
      "\(["", "a/", "a/b/"].randomElement(using: &random) ?? "")\(random.next() % 1_000_000)"
        + ([".txt", ".md", ".html"].randomElement(using: &random) ?? "")
    }
    let old = names.sorted().randomElement(using: &random)
    let other = names.sorted().randomElement(using: &random)
    switch (Int.random(in: 0..<11, using: &random), old) {
    case (5, let old?) where other != old:
      // Two names change places.
      try shelves.move(old, to: "between")
      try shelves.move(other ?? "", to: old)
      try shelves.move("between", to: other ?? "")
    case (6, let old?) where other != old:
      // One takes the other's name.
      try shelves.remove(other ?? "")
      try shelves.move(old, to: other ?? "")
      names.remove(old)
    case (7, let old?):
      // A folder takes a file's name.
      try shelves.move(old, to: "aside")
      try shelves.move("aside", to: "\(old)/inside.txt")
      names.remove(old)
      names.insert("\(old)/inside.txt")
    case (9, _):
      try moveFolder(&random)
    case (8, let old?):
      // Moved and edited at once.
      let new = fresh()
      try shelves.remove(old)
      try write(sampleText(&random), to: new, in: shelves.documents)
      names.remove(old)
      names.insert(new)
    case (0, let old?):
      try shelves.remove(old)
      names.remove(old)
    case (1, let old?):
      let new = fresh()
      try shelves.move(old, to: new)
      names.remove(old)
      names.insert(new)
    case (2, let old?):
      try write(sampleText(&random), to: old, in: shelves.documents)
    default:
      let new = fresh()
      try write(sampleText(&random), to: new, in: shelves.documents)
      names.insert(new)
    }
  }

  /// Moves a folder with all that is in it, or deletes it.
  private mutating func moveFolder(_ random: inout SeededGenerator) throws {
    let folder = names.sorted().compactMap { name in
      name.lastIndex(of: "/").map { String(name[..<$0]) }
    }.randomElement(using: &random)
    guard let folder else { return }
    let inside = names.filter { $0.hasPrefix(folder + "/") }
    names.subtract(inside)
    if random.next() % 4 == 0 { return try shelves.remove(folder) }
    let target = "moved-\(random.next() % 1_000_000)"
    try shelves.move(folder, to: target)
    names.formUnion(inside.map { target + $0.dropFirst(folder.count) })
  }

  private func sampleText(_ random: inout SeededGenerator) -> String {
    let sentences = [
      "The treaty was signed in Moscow.[1]", "Aid remained modest.", "Über 600,000 rifles!",
      "Sino-Soviet relations cooled.[2][3]", "Мир и война.", "See the notes.",
    ]
    let paragraphs = (0..<Int.random(in: 0...6, using: &random)).map { index in
      index % 3 == 1
        ? "## Heading \(random.next() % 9)"
        : (0..<Int.random(in: 1...20, using: &random))
          .map { _ in sentences.randomElement(using: &random) ?? "" }.joined(separator: " ")
    }
    return "# A title\n\n" + paragraphs.joined(separator: "\n\n") + "\n"
  }
}
