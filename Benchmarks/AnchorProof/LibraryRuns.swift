// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation

/// Proves all of it: real files, a real index, quotations cited and verified as a user would.
struct LibraryRuns {
  private let options: ProofOptions
  private static let editCount = 4
  private static let quotationCount = 24

  init(_ options: ProofOptions) { self.options = options }

  /// Prints what was found; whether no place is wrong.
  func prove() async throws -> Bool {
    let kinds = try options.kinds()
    let perRound = kinds.count * 2 * Self.quotationCount * Self.editCount
    let roundCount = max(1, options.count / perRound)
    let seed = options.seed
    let outcome = try await withThrowingTaskGroup(of: ProofOutcome.self) { group in
      var outcome = ProofOutcome()
      for round in 0..<roundCount {
        if round >= ProcessInfo.processInfo.activeProcessorCount,
          let done = try await group.next()
        {
          outcome.add(done)
        }
        group.addTask {
          try await LibraryRound(
            kinds,
            seed: seed &+ UInt64(round),
            editCount: Self.editCount,
            quotationCount: Self.quotationCount
          ).run()
        }
      }
      for try await done in group { outcome.add(done) }
      return outcome
    }
    return OutcomeReport(outcome, isVerbose: options.isVerbose).print()
  }
}
