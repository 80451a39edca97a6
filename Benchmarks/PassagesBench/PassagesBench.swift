// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation

/// How much of the answers stands in the first words found, depending on where passages are cut.
///
/// All else is the same: reading, terms, titles, headings, search.
@main
enum PassagesBench {
  /// How many of the returned words a reader looks at.
  private static let wordLimits = [300, 600]

  static func main() throws {
    guard CommandLine.arguments.count == 2, let path = CommandLine.arguments.last else {
      print("usage: passages-bench SET")
      exit(64)
    }
    let set = try QuestionSet(path: path)
    let heads = wordLimits.map { "\($0) words" } + ["passages", "words each"]
    print(row("", heads))
    var results: [[Double]] = []
    for splitting in Splitting.all {
      let index = try ScratchIndex(of: set.documents, splitBy: splitting.split)
      let found = try shares(of: set, in: index)
      let share = found.map { String(format: "%.4f", $0) }
      let size = String(format: "%.0f", index.meanWordCount)
      print(row(splitting.name, share + ["\(index.passageCount)", size]))
      results.append(found)
    }
    print(
      "\(set.questions.count) questions; the share of their answers' characters in the first words"
    )
    let isBest = results.dropFirst().allSatisfy { zip(results[0], $0).allSatisfy { $0 > $1 } }
    guard isBest else {
      print("passages-bench: the passages of splitsearch are not the best")
      exit(1)
    }
  }

  /// The mean share of the questions at each limit.
  private static func shares(of set: QuestionSet, in index: ScratchIndex) throws -> [Double] {
    var sums = wordLimits.map { _ in 0.0 }
    for question in set.questions {
      let hits = try index.hits(for: question.text)
      for (place, limit) in wordLimits.enumerated() {
        sums[place] += question.share(in: hits, wordLimit: limit)
      }
    }
    return sums.map { $0 / Double(max(1, set.questions.count)) }
  }

  private static func row(_ name: String, _ cells: [String]) -> String {
    let padded = cells.map { String(repeating: " ", count: max(0, 12 - $0.count)) + $0 }
    return name.padding(toLength: 22, withPad: " ", startingAt: 0) + padded.joined()
  }
}
