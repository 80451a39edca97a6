// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation

/// Prints the tables of a proof, and what it found wrong.
struct OutcomeReport {
  private let outcome: ProofOutcome
  private let isVerbose: Bool

  init(_ outcome: ProofOutcome, isVerbose: Bool) {
    self.outcome = outcome
    self.isVerbose = isVerbose
  }

  /// Whether no place is wrong.
  func print() -> Bool {
    for way in ProofOutcome.Way.allCases {
      guard let tables = outcome.tables[way] else { continue }
      Swift.print("### \(way.rawValue)\n")
      let parts = [
        (tables.kinds, "text"), (tables.edits, "edit"), (tables.strengths, "strength"),
        (tables.extents, "quoted"),
      ]
      for (table, title) in parts { Swift.print(table.markdown(title), "\n") }
      let total = tables.kinds.total
      for (reason, count) in total.arguable.sorted(by: { $0.key < $1.key }) {
        Swift.print("- arguable: \(count) \(reason)")
      }
      for (reason, count) in total.wrongStates.sorted(by: { $0.key < $1.key }) {
        Swift.print("- wrong state: \(count) \(reason)")
      }
      Swift.print("- a copy was taken, while the original stands elsewhere: \(total.copyCount)\n")
    }
    for fault in outcome.faults {
      if case .wrongPlace = fault.judgement {
        Swift.print(fault)
      } else if isVerbose {
        Swift.print(fault)
      }
    }
    return outcome.wrongPlaces(.full).isEmpty
  }
}
