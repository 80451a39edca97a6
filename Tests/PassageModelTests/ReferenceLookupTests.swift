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

@Suite struct `The address of an entry` {
  @Test(arguments: [
    (nil, nil, nil), ("http://a.org", "10.1000/1", "http://a.org"),
    (nil, "10.1000/a(b)c", "https://doi.org/10.1000/a(b)c"),
    (nil, "10.1000/2:1<17::AID>3;2-K#é", "https://doi.org/10.1000/2:1%3C17::AID%3E3;2-K%23%C3%A9"),
  ])
  func `is its URL or that of its DOI`(_ url: String?, _ doi: String?, _ address: String?) {
    #expect(Reference(label: "1", text: "A", url: url, doi: doi).address == address)
  }
}
