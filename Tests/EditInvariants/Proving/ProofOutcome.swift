// SPDX-License-Identifier: GPL-3.0-or-later

/// What a proof counted and what it found wrong.
package struct ProofOutcome: Sendable {
  /// By what a quotation was looked for.
  package enum Way: String, CaseIterable, Sendable {
    /// With all that is written down when splitsearch cites.
    case full = "cited by splitsearch"
    /// With the words, 32 characters on both sides, and the place.
    case plain = "selectors of others"
    /// The best approximate match anywhere.
    case bestMatch = "best match"
    /// The same, if at least half of it is alike.
    case bestMatchOfHalf = "best match, half alike at least"
  }

  /// What a quotation is counted under.
  package struct Labels: Sendable {
    let kind: String
    let edit: String
    let strength: String
    let extent: String

    package init(kind: String, edit: String, strength: String, extent: PickedQuotation.Extent) {
      self.kind = kind
      self.edit = edit
      self.strength = strength
      self.extent = extent.rawValue
    }
  }

  /// Tables of one way.
  package struct Tables: Sendable {
    package var kinds = TallyTable()
    package var edits = TallyTable()
    package var strengths = TallyTable()
    package var extents = TallyTable()

    fileprivate mutating func update(_ labels: Labels, _ body: (inout Tally) -> Void) {
      body(&kinds[labels.kind])
      body(&edits[labels.edit])
      body(&strengths[labels.strength])
      body(&extents[labels.extent])
    }

    fileprivate mutating func add(_ other: Tables) {
      kinds.add(other.kinds)
      edits.add(other.edits)
      strengths.add(other.strengths)
      extents.add(other.extents)
    }
  }

  /// Tables of each way.
  package private(set) var tables: [Way: Tables] = [:]
  /// Wrong places and states.
  package var faults: [ProofFault] = []

  /// What else is not as it should be.
  package var otherFaults: [String] = []

  package init() {}

  /// Counts a claim.
  package mutating func count(
    _ judgement: Judgement,
    _ truth: Truth,
    _ labels: Labels,
    _ way: Way
  ) {
    tables[way, default: Tables()].update(labels) { $0.count(judgement, truth.state) }
  }

  /// Counts that nothing was claimed.
  package mutating func count(
    _ silence: Tally.Silence,
    _ truth: Truth,
    _ labels: Labels,
    _ way: Way
  ) {
    tables[way, default: Tables()].update(labels) { $0.count(silence, truth.state) }
  }

  /// Adds what another proof found.
  package mutating func add(_ other: ProofOutcome) {
    for (way, tables) in other.tables { self.tables[way, default: Tables()].add(tables) }
    faults += other.faults
    otherFaults += other.otherFaults
  }

  /// The places that are wrong for certain, of quotations that were looked for in one way.
  package func wrongPlaces(_ way: Way) -> [ProofFault] {
    faults.filter {
      if case .wrongPlace = $0.judgement { return $0.way == way }
      return false
    }
  }
}
