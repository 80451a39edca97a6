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
    var steps = [Step](repeating: .stop, count: (old.count + 1) * width)
    let (bestRow, bestColumn) = Self.fill(&steps, old, new)
    var matches: [TokenAlignment.Match] = []
    var (row, column) = (bestRow, bestColumn)
    walk: while row > 0, column > 0 {
      switch steps[row * width + column] {
      case .match:
        matches.append(
          TokenAlignment.Match(old: old.startIndex + row - 1, new: new.startIndex + column - 1)
        )
        (row, column) = (row - 1, column - 1)
      case .old: row -= 1
      case .new: column -= 1
      case .stop: break walk
      }
    }
    self.matches = matches.reversed()
  }

  /// Fills the table; returns where the best alignment ends.
  ///
  /// Most of the time of a comparison goes by here, which is why indices are not checked.
  private static func fill(
    _ steps: inout [Step],
    _ old: ArraySlice<Int32>,
    _ new: ArraySlice<Int32>
  ) -> (row: Int, column: Int) {
    var (best, bestRow, bestColumn): (Int32, Int, Int) = (0, 0, 0)
    // The row above, overwritten from the left.
    var scores = [Int32](repeating: 0, count: new.count)
    steps.withUnsafeMutableBufferPointer { steps in
      new.withUnsafeBufferPointer { new in
        scores.withUnsafeMutableBufferPointer { scores in
          for (row, word) in old.enumerated() {
            let line = (row + 1) * (new.count + 1) + 1
            var (diagonal, left): (Int32, Int32) = (0, 0)
            for column in 0..<new.count {
              let above = scores[column]
              var (score, step): (Int32, Step) = (0, .stop)
              if word == new[column], word >= 0 { (score, step) = (diagonal + matchScore, .match) }
              if above - gapScore > score { (score, step) = (above - gapScore, .old) }
              if left - gapScore > score { (score, step) = (left - gapScore, .new) }
              scores[column] = score
              steps[line + column] = step
              if score > best { (best, bestRow, bestColumn) = (score, row + 1, column + 1) }
              (diagonal, left) = (above, score)
            }
          }
        }
      }
    }
    return (bestRow, bestColumn)
  }
}
