// SPDX-License-Identifier: GPL-3.0-or-later

/// The longest common subsequence of two short texts.
struct CommonTable {
  let matches: [TokenAlignment.Match]

  init(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) {
    let width = new.count + 1
    var lengths = [Int32](repeating: 0, count: (old.count + 1) * width)
    for row in stride(from: old.count - 1, through: 0, by: -1) {
      let word = old[old.startIndex + row]
      for column in stride(from: new.count - 1, through: 0, by: -1) {
        let cell = row * width + column
        if word >= 0, word == new[new.startIndex + column] {
          lengths[cell] = lengths[cell + width + 1] + 1
        } else {
          lengths[cell] = max(lengths[cell + width], lengths[cell + 1])
        }
      }
    }
    var matches: [TokenAlignment.Match] = []
    var (row, column) = (0, 0)
    while row < old.count, column < new.count {
      let (oldIndex, newIndex) = (old.startIndex + row, new.startIndex + column)
      if old[oldIndex] >= 0, old[oldIndex] == new[newIndex] {
        matches.append(TokenAlignment.Match(old: oldIndex, new: newIndex))
        (row, column) = (row + 1, column + 1)
      } else if lengths[(row + 1) * width + column] >= lengths[row * width + column + 1] {
        row += 1
      } else {
        column += 1
      }
    }
    self.matches = matches
  }
}

/// The best local alignment of two short texts.
///
/// - SeeAlso: T. F. Smith, M. S. Waterman: Identification of Common Molecular Subsequences.
struct LocalTable {
  let matches: [TokenAlignment.Match]

  private static let matchScore: Int32 = 2
  private static let gapScore: Int32 = 1

  private enum Step: UInt8 {
    case stop, match, old, new
  }

  init(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) {
    let width = new.count + 1
    var above = [Int32](repeating: 0, count: width)
    var current = above
    var steps = [UInt8](repeating: Step.stop.rawValue, count: (old.count + 1) * width)
    var (best, bestRow, bestColumn): (Int32, Int, Int) = (0, 0, 0)
    for row in 1...max(1, old.count) where !old.isEmpty {
      let word = old[old.startIndex + row - 1]
      for column in 1...max(1, new.count) where !new.isEmpty {
        var (score, step): (Int32, Step) = (0, .stop)
        if word >= 0, word == new[new.startIndex + column - 1] {
          (score, step) = (above[column - 1] + Self.matchScore, .match)
        }
        let fromOld = above[column] - Self.gapScore
        if fromOld > score { (score, step) = (fromOld, .old) }
        let fromNew = current[column - 1] - Self.gapScore
        if fromNew > score { (score, step) = (fromNew, .new) }
        current[column] = score
        steps[row * width + column] = step.rawValue
        if score > best { (best, bestRow, bestColumn) = (score, row, column) }
      }
      swap(&above, &current)
    }
    var matches: [TokenAlignment.Match] = []
    var (row, column) = (bestRow, bestColumn)
    walk: while row > 0, column > 0 {
      switch Step(rawValue: steps[row * width + column]) {
      case .match:
        matches.append(
          TokenAlignment.Match(old: old.startIndex + row - 1, new: new.startIndex + column - 1)
        )
        (row, column) = (row - 1, column - 1)
      case .old: row -= 1
      case .new: column -= 1
      case .stop, nil: break walk
      }
    }
    self.matches = matches.reversed()
  }
}
