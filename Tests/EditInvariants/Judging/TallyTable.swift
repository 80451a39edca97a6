// SPDX-License-Identifier: GPL-3.0-or-later

/// Tallies by name, and how they are printed.
package struct TallyTable: Sendable {
  private var names: [String] = []
  private var tallies: [String: Tally] = [:]

  package init() {}

  /// The tally of a name.
  package subscript(name: String) -> Tally {
    get { tallies[name] ?? Tally() }
    set {
      if tallies.updateValue(newValue, forKey: name) == nil { names.append(name) }
    }
  }

  /// Adds what was counted elsewhere.
  package mutating func add(_ other: TallyTable) {
    for name in other.names { self[name].add(other[name]) }
  }

  /// All of it together.
  package var total: Tally {
    names.reduce(into: Tally()) { $0.add(self[$1]) }
  }

  /// A table in Markdown, its first column headed by `title`.
  package func markdown(_ title: String, withTotal: Bool = true) -> String {
    var lines = [
      "| \(title) | quotations | wrong places | arguable | word for word: found | edited: found |"
        + " ambiguous | orphaned | unverifiable |",
      "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for name in names { lines.append(Self.row(name, self[name])) }
    if withTotal { lines.append(Self.row("**all**", total)) }
    return lines.joined(separator: "\n")
  }

  private static func row(_ name: String, _ tally: Tally) -> String {
    func share(_ count: Int) -> String {
      Tally.Share(right: count, all: tally.quotationCount).description
    }
    let columns = [
      name, "\(tally.quotationCount)", "\(tally.wrongPlaceCount)", "\(tally.arguableCount)",
      tally.standing.description, tally.edited.description, share(tally.ambiguousCount),
      share(tally.orphanedCount), share(tally.unverifiableCount),
    ]
    return "| " + columns.joined(separator: " | ") + " |"
  }
}
