// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import Testing

@Suite struct `Sidecars` {
  private func sidecar(_ name: String, _ references: Reference...) -> Sidecar {
    Sidecar(origin: "papers/" + name, references: references)
  }

  private func citation(
    of label: String,
    _ own: [Reference],
    _ sidecars: [[Sidecar]]
  ) -> Citation {
    ReferenceLookup(own, sidecars: sidecars).citation(CitationMarker(label: label, range: 0..<3))
  }

  @Test func `supply what the document has not, and say so`() {
    let entry = Reference(label: "2", text: "B", url: "https://b.org", item: "{}")
    let found = citation(of: "2", [Reference(label: "1", text: "A")], [[sidecar("a.bib", entry)]])
    #expect(found.reference == entry)
    #expect(found.origin == "papers/a.bib")
    #expect(found.reason == nil)
  }

  @Test func `complete an entry of the document, and replace nothing`() {
    let own = Reference(label: "2", text: "Own", url: "https://own.org", item: "{\"id\":\"2\"}")
    let beside = Reference(label: "2", text: "B", url: "http://own.org/", doi: "10.1/b", item: "{}")
    let found = citation(of: "2", [own], [[sidecar("a.bib", beside)]])
    #expect(
      found.reference
        == Reference(label: "2", text: "Own", url: "https://own.org", doi: "10.1/b", item: "{}")
    )
    #expect(found.origin == nil)
    #expect(found.completion == "papers/a.bib")
    #expect(found.note == nil)
  }

  @Test(
    arguments: [
      ("https://a.org/1", nil, "https://a.org/2", nil, "URL"),
      (nil, "10.1/a", nil, "10.1/b", "DOI"),
      ("https://a.org", "10.1/a", "https://a.org", "10.1/b", "DOI"),
    ] as [(String?, String?, String?, String?, String)]
  )
  func `that are of another source are left aside, and that is said`(
    _ url: String?,
    _ doi: String?,
    _ otherURL: String?,
    _ otherDOI: String?,
    _ what: String
  ) {
    let own = Reference(label: "2", text: "Own", url: url, doi: doi)
    let beside = Reference(label: "2", text: "B", url: otherURL, doi: otherDOI, item: "{}")
    let found = citation(of: "2", [own], [[sidecar("a.bib", beside)]])
    #expect(found.reference == own)
    #expect(found.completion == nil)
    #expect(found.note == "the \(what) of 2 in papers/a.bib is another: it was left aside")
  }

  @Test func `with the same DOI are of the same source, wherever it is found`() {
    let own = Reference(label: "2", text: "Own", url: "https://doi.org/10.1/A", doi: "10.1/A")
    let beside = Reference(label: "2", text: "B", url: "https://b.org", doi: "10.1/a", item: "{}")
    let found = citation(of: "2", [own], [[sidecar("a.bib", beside)]])
    #expect(found.reference?.url == "https://doi.org/10.1/A")
    #expect(found.reference?.item == "{}")
  }

  @Test func `that are nearer come first, label by label`() {
    let near = sidecar("a/references.bib", Reference(label: "1", text: "near"))
    let far = sidecar(
      "references.bib",
      Reference(label: "1", text: "far"),
      Reference(label: "2", text: "far")
    )
    let levels = [[near], [far]]
    #expect(citation(of: "1", [], levels).reference?.text == "near")
    #expect(citation(of: "2", [], levels).reference?.text == "far")
  }

  @Test func `of one level that differ lead nowhere, whatever is further off`() {
    let levels = [
      [
        sidecar("a.bib", Reference(label: "1", text: "A")),
        sidecar("a.csl.json", Reference(label: "1", text: "B")),
      ],
      [sidecar("references.bib", Reference(label: "1", text: "C"))],
    ]
    let found = citation(of: "1", [], levels)
    #expect(found.reference == nil)
    #expect(found.reason == "label 1 stands twice in papers/a.bib and papers/a.csl.json")
    let own = Reference(label: "1", text: "Own")
    let completed = citation(of: "1", [own], levels)
    #expect(completed.reference == own)
    #expect(completed.note == found.reason)
  }

  @Test func `that say the same twice are one`() {
    let entry = Reference(label: "1", text: "A")
    let levels = [[sidecar("a.bib", entry, entry), sidecar("a.csl.json", entry)]]
    #expect(citation(of: "1", [], levels).reference == entry)
  }

  @Test func `with a key that stands twice lead nowhere`() {
    let twice = sidecar("a.bib", Reference(label: "1", text: "A"), Reference(label: "1", text: "B"))
    #expect(citation(of: "1", [], [[twice]]).reason == "label 1 stands twice in papers/a.bib")
  }

  @Test func `do not decide what the document leaves open`() {
    let own = [Reference(label: "1", text: "A"), Reference(label: "1", text: "B")]
    let found = citation(of: "1", own, [[sidecar("a.bib", Reference(label: "1", text: "A"))]])
    #expect(found.reason == "label 1 stands twice in the list")
  }

  @Test func `name footnotes with or without their sign`() {
    let bare = sidecar("a.bib", Reference(label: "note", text: "bare"))
    let signed = sidecar("b.bib", Reference(label: "^note", text: "signed"))
    #expect(
      citation(of: "^note", [], [[bare]]).reference == Reference(label: "^note", text: "bare")
    )
    #expect(citation(of: "^note", [], [[bare, signed]]).reference?.text == "signed")
    #expect(citation(of: "note", [], [[signed]]).reference == nil)
  }

  @Test(arguments: [
    ([], "label 3 not in its sidecars"),
    ([("1", "A")], "label 3 not in the list, nor in its sidecars"),
  ])
  func `without the label say so`(_ own: [(String, String)], _ reason: String) {
    let entries = own.map { Reference(label: $0.0, text: $0.1) }
    let levels = [[sidecar("a.bib", Reference(label: "2", text: "A"))]]
    #expect(citation(of: "3", entries, levels).reason == reason)
  }
}
