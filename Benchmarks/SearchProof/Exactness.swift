// SPDX-License-Identifier: GPL-3.0-or-later

internal import Foundation
internal import PassageSearch
internal import SearchInvariants
internal import TestSupport

/// Compares the answers from one index with a plain scan of its passages.
struct Exactness {
  private let path: String
  private let scan: PassageScan

  init(_ path: String) throws {
    self.path = path
    scan = try PassageScan(indexPath: path)
  }

  /// Prints a line for each kind of query; whether all is as it should be.
  func prove() throws -> Bool {
    let seed = ProcessInfo.processInfo.environment["SEED"].flatMap(UInt64.init) ?? 1
    var proof = ExactnessProof(
      scan,
      Searcher(indexPath: path),
      random: SeededGenerator(seed: seed)
    )
    // Trees are evaluated passage by passage, and fields hold of many.
    let treeCount = max(20, min(500, 1_500_000 / max(1, scan.count)))
    print("\(URL(filePath: path).lastPathComponent): \(scan.count) passages")
    var isGood = true
    func show(_ name: String, _ outcome: ExactnessProof<SeededGenerator>.Outcome) {
      let skipped = outcome.skippedCount > 0 ? ", \(outcome.skippedCount) skipped" : ""
      print(
        name.padding(toLength: 22, withPad: " ", startingAt: 0),
        "\(outcome.queryCount) queries\(skipped), \(outcome.hitCount) hits,",
        "\(outcome.markedCount) marked, \(outcome.faults.count) faults"
      )
      for fault in outcome.faults.prefix(5) { print("  ", fault) }
      fflush(nil)
      isGood = isGood && outcome.faults.isEmpty
    }
    for kind in QuerySource<SeededGenerator>.PhraseKind.allCases {
      let count = kind == .words ? 250 : 50
      show("phrases: \(kind.rawValue)", try proof.phrases(kind, count: count))
    }
    show("wildcards", try proof.wildcards(count: 100))
    show("words", try proof.words(count: 50))
    show("fields", try proof.fields(count: treeCount / 4))
    show("trees", try proof.trees(count: treeCount, depth: 4))
    return isGood
  }
}
