// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import QuoteMatching
import TestSupport
import Testing

@Suite
struct `Word differences` {
  @Test
  func `one word in the middle`() {
    #expect(
      WordDifference.changes(from: "the old man sat", to: "the young man sat") == [
        .kept("the "), .removed("old "), .added("young "), .kept("man sat"),
      ]
    )
  }

  @Test
  func `nothing in common`() {
    #expect(WordDifference.changes(from: "a b", to: "c") == [.removed("a b"), .added("c")])
    #expect(WordDifference.changes(from: "", to: "c") == [.added("c")])
    #expect(WordDifference.changes(from: "a", to: "") == [.removed("a")])
  }

  @Test
  func `what was kept and added is the new text, what was kept and removed has the old words`() {
    var random = SeededGenerator(seed: 7)
    let words = ["a", "b", "c", "d,", "e.", "中", "文", "Ö", "12"]
    for _ in 0..<500 {
      let old = (0..<Int.random(in: 0..<30, using: &random)).map { _ in
        words.randomElement(using: &random) ?? ""
      }
      var new = old
      for _ in 0..<Int.random(in: 0..<6, using: &random) where !new.isEmpty {
        let index = Int.random(in: 0..<new.count, using: &random)
        if Bool.random(using: &random) {
          new.remove(at: index)
        } else {
          new.insert(words.randomElement(using: &random) ?? "", at: index)
        }
      }
      let (oldText, newText) = (old.joined(separator: " "), new.joined(separator: " "))
      let changes = WordDifference.changes(from: oldText, to: newText)
      let rebuilt = changes.map { change in
        switch change {
        case .kept(let text), .added(let text): text
        case .removed: ""
        }
      }
      #expect(rebuilt.joined() == newText)
      let kept: [String] = changes.flatMap { change -> [String] in
        switch change {
        case .kept(let text), .removed(let text): text.split(separator: " ").map(String.init)
        case .added: []
        }
      }
      #expect(kept == old)
    }
  }

  @Test
  func `long texts are compared in bounded time`() {
    let old = (0..<60_000).map { "w\($0 % 977)" }.joined(separator: " ")
    let new = (0..<60_000).map { "w\($0 % 983)" }.joined(separator: " ")
    #expect(!WordDifference.changes(from: old, to: new).isEmpty)
  }
}
