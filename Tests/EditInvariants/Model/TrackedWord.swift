// SPDX-License-Identifier: GPL-3.0-or-later

/// A word of a document that is edited, with where it comes from.
package struct TrackedWord: Sendable {
  /// What stands there, without blanks.
  var text: String
  /// The blanks before it, where it is not the first of its paragraph.
  var gap: String
  /// Which typed word it is: it goes with it wherever it is moved or copied.
  let lineage: Int32
  /// The word that it was typed after, if somebody wrote something like an older text.
  var model: Int32?
  /// The word that stood there, if somebody wrote something else in its stead.
  var heirOf: Int32?
  /// Whether it came by copying, while its original stayed where it was.
  var isCopy = false
  /// Whether it was written over since it was typed.
  var isEdited = false

  var hasDigit: Bool { text.utf8.contains { $0 >= 0x30 && $0 <= 0x39 } }
}

/// Numbers typed words.
struct Lineages: Sendable {
  private(set) var count: Int32 = 0

  mutating func next() -> Int32 {
    defer { count += 1 }
    return count
  }
}
