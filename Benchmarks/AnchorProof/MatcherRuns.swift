// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation

/// Proves the matcher alone, on texts in memory.
struct MatcherRuns {
  private let options: ProofOptions
  private static let quotationsPerDocument = 32

  init(_ options: ProofOptions) { self.options = options }

  /// Prints what was found; whether no place is wrong.
  func prove() async -> Bool {
    guard let kinds = try? options.kinds(), !kinds.isEmpty else {
      print("anchor-proof: no texts")
      return false
    }
    let perDocument =
      Self.quotationsPerDocument * EditKind.allCases.count * EditStrength.allCases.count
    let runCount = max(1, options.count / perDocument)
    let (seed, quotationCount) = (options.seed, Self.quotationsPerDocument)
    let outcome = await withTaskGroup(of: ProofOutcome.self) { group in
      var outcome = ProofOutcome()
      for run in 0..<runCount {
        if run >= ProcessInfo.processInfo.activeProcessorCount, let done = await group.next() {
          outcome.add(done)
        }
        let kind = kinds[run % kinds.count]
        group.addTask {
          MatcherProof(
            kind,
            seed: seed &+ UInt64(run / kinds.count),
            quotationCount: quotationCount,
            baselines: true
          ).run()
        }
      }
      for await done in group { outcome.add(done) }
      return outcome
    }
    return OutcomeReport(outcome, isVerbose: options.isVerbose).print()
  }
}
