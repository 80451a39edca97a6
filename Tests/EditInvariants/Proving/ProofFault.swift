// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A claim that is not right, with all it takes to see why.
package struct ProofFault: Sendable, CustomStringConvertible {
  package let way: ProofOutcome.Way
  package let judgement: Judgement
  package let description: String

  package init(
    way: ProofOutcome.Way,
    judgement: Judgement,
    labels: ProofOutcome.Labels,
    seed: UInt64,
    quotation: PickedQuotation,
    claim: Claim,
    truth: Truth,
    library: EditedLibrary,
    note: String? = nil
  ) {
    self.way = way
    self.judgement = judgement
    let document = library.documents[claim.document]
    let around = document.text.context(of: claim.bytes, characterCount: 80)
    var lines = [
      "\(judgement) [\(way.rawValue); \(labels.kind); \(labels.edit), \(labels.strength);"
        + " \(labels.extent); seed \(seed)]",
      "  quotation \(quotation.bytes): \(quotation.text)",
      "  claimed \(claim.state) \(claim.document):\(claim.bytes): …\(around.prefix)"
        + "[[\(document.text.string(in: claim.bytes))]]\(around.suffix)…",
      "  truth: \(truth.state.rawValue)",
    ]
    if let note { lines.append("  note: \(note)") }
    for place in Set(truth.instances + truth.remains.map(\.stretch)) {
      let document = library.documents[place.document]
      let bytes = document.bytes(of: place.words)
      let around = document.text.context(of: bytes, characterCount: 40)
      lines.append(
        "  stands \(place.document):\(bytes): …\(around.prefix)"
          + "[[\(document.text.string(in: bytes))]]\(around.suffix)…"
      )
    }
    description = lines.joined(separator: "\n")
  }
}

extension Judgement {
  /// Whether it is worth a look.
  package var isFault: Bool {
    switch self {
    case .right, .copy: false
    case .wrongState, .arguable, .wrongPlace: true
    }
  }
}
