// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// Cuts a sentence that is too long for one passage, as evenly as its clauses and words allow.
struct SentenceCutter {
  /// The text that is cut and counted.
  let text: [UInt8]
  /// The same with what must not be cut made unsuspicious, see `SentenceMask`.
  let masked: [UInt8]
  let rules: SplitRules

  /// The pieces of `sentence`, which is so many units long: adjacent ranges that cover it.
  ///
  /// They end behind a clause, else behind a word, else between two grapheme clusters; only in a
  /// cluster larger than a whole piece between two characters.
  ///
  /// - Complexity: O(n): no piece is walked over more than twice.
  func pieces(of sentence: Range<Int>, units: Int) -> [Range<Int>] {
    let count = rules.passageCount(units: units)
    let ideal = max(1, units / count)
    var pieces: [Range<Int>] = []
    var start = sentence.lowerBound
    while start < sentence.upperBound {
      let end = pieceEnd(from: start, limit: sentence.upperBound, ideal: ideal)
      pieces.append(start..<end)
      start = end
    }
    return pieces
  }

  private func pieceEnd(from start: Int, limit: Int, ideal: Int) -> Int {
    var clauseEnd: Int?
    var wordEnd: Int?
    var units = 0
    var runLength = 0
    var offset = start
    while offset < limit {
      let (value, length) = text.scalar(at: offset)
      units += WordMeter.step(value, runLength: &runLength)
      let next = offset + length
      if units > ideal {
        return clauseEnd ?? wordEnd ?? clusterEnd(from: start, before: offset, next: next)
      }
      if units * 2 >= ideal, next < limit {
        if isClauseEnd(at: offset, value, next: next) {
          clauseEnd = next
        } else if value.isBlank, masked[offset] != UInt8(ascii: ")") {
          wordEnd = next
        }
      }
      offset = next
    }
    return limit
  }

  /// Whether a clause ends with `value`; between digits a comma is part of a number.
  private func isClauseEnd(at offset: Int, _ value: Unicode.Scalar, next: Int) -> Bool {
    switch value {
    case ",", ";", ":": masked[next] == UInt8(ascii: " ") && masked[offset] != UInt8(ascii: ")")
    case "—", "，", "；", "：", "、": true
    default: false
    }
  }

  /// The last border between grapheme clusters at or before `offset`.
  private func clusterEnd(from start: Int, before offset: Int, next: Int) -> Int {
    let window = String(decoding: text[start..<next], as: UTF8.self)
    guard let last = window.last, last.utf8.count < next - start else {
      return offset > start ? offset : next
    }
    return next - last.utf8.count
  }
}
