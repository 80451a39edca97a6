// SPDX-License-Identifier: GPL-3.0-or-later

internal import EditInvariants
internal import Foundation

/// Prints the tables of a proof on standard output, and on standard error what it found wrong.
struct OutcomeReport {
  private let outcome: ProofOutcome
  private let isVerbose: Bool

  init(_ outcome: ProofOutcome, isVerbose: Bool) {
    self.outcome = outcome
    self.isVerbose = isVerbose
  }

  /// Whether no place is wrong.
  func print() -> Bool {
    printTotals()
    for way in ProofOutcome.Way.allCases {
      guard let tables = outcome.tables[way] else { continue }
      Swift.print("**\(way.rawValue)**\n")
      Swift.print(tables.kinds.markdown("text"), "\n")
      if way == .full {
        Swift.print(tables.edits.markdown("edit"), "\n")
        Swift.print(tables.strengths.markdown("edited"), "\n")
        Swift.print(tables.extents.markdown("quoted"), "\n")
      }
      printReasons(tables.kinds.total)
    }
    printFaults()
    return outcome.wrongPlaces(.full).isEmpty && outcome.otherFaults.isEmpty
  }

  private func printTotals() {
    var totals = TallyTable()
    for way in ProofOutcome.Way.allCases {
      if let tables = outcome.tables[way] { totals[way.rawValue] = tables.kinds.total }
    }
    Swift.print(totals.markdown("way", withTotal: false), "\n")
  }

  /// What is counted as arguable, and what else is to be known.
  private func printReasons(_ total: Tally) {
    for (reason, count) in total.arguable.sorted(by: { $0.key < $1.key }) {
      Swift.print("- arguable: \(count) \(reason)")
    }
    for (reason, count) in total.wrongStates.sorted(by: { $0.key < $1.key }) {
      Swift.print("- the place is right, the state is not: \(count) \(reason)")
    }
    Swift.print("- a copy was taken, while the original stands elsewhere: \(total.copyCount)\n")
  }

  private func printFaults() {
    var lines = outcome.otherFaults.map { "FAULT: \($0)" }
    for fault in outcome.faults {
      if case .wrongPlace = fault.judgement {
        lines.append(fault.description)
      } else if isVerbose {
        lines.append(fault.description)
      }
    }
    guard !lines.isEmpty else { return }
    FileHandle.standardError.write(Data((lines.joined(separator: "\n\n") + "\n").utf8))
  }
}
