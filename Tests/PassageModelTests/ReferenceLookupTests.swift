// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@Suite struct `Markers` {
  private let marker = CitationMarker(label: "3", range: 0..<3)

  @Test func `lead to the one entry of their label`() {
    let entry = Reference(label: "3", text: "A book")
    let citation = ReferenceLookup([entry, Reference(label: "4", text: "B")]).citation(marker)
    #expect(citation == Citation(marker: marker, reference: entry, reason: nil))
  }

  @Test func `lead to an entry that was said twice`() {
    let entry = Reference(label: "3", text: "A book", url: "https://a.org")
    #expect(ReferenceLookup([entry, entry]).citation(marker).reference == entry)
  }

  @Test(arguments: [
    ([], "no reference list in this document"),
    ([("12", "A")], "label 3 not in the list"),
    ([("3", "A"), ("3", "B")], "label 3 stands twice in the list"),
    ([("3", "A"), ("3", "A"), ("3", "B")], "label 3 stands 3 times in the list"),
  ])
  func `say why they lead nowhere`(_ entries: [(String, String)], _ reason: String) {
    let lookup = ReferenceLookup(entries.map { Reference(label: $0.0, text: $0.1) })
    let citation = lookup.citation(marker)
    #expect(citation == Citation(marker: marker, reference: nil, reason: reason))
  }
}
