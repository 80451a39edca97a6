// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import PassageSearch
import TestSupport
import Testing

@Suite struct `A document with sidecars` {
  private static let text = "Marmots whistle.[1] Eagles circle.[2] Foxes wait.[3]\n"

  /// Where the labels of the only passage lead.
  private func texts(_ files: [String: String], path: String = "a/b/doc.txt") async throws
    -> [String?]
  {
    var files = files
    files[path] = Self.text
    var texts: [String?] = []
    try await withSearcher(of: files) { searcher in
      let page = try searcher.search(SearchRequest(query: "marmots"))
      #expect(page.hits.count == 1)
      texts = page.hits.first?.citations.map { $0.reference?.text } ?? []
    }
    return texts
  }

  @Test func `leans on those with its name before those of its folders, the nearest first`()
    async throws
  {
    let texts = try await texts([
      "a/b/doc.bib": "@misc{1, title={doc}}",
      "a/b/references.csl.json": #"[{"id":1,"title":"b"},{"id":2,"title":"b"}]"#,
      "a/references.bib": "@misc{2, title={a}} @misc{3, title={a}}",
      "references.bib": "@misc{1, title={root}} @misc{3, title={root}}",
      "a/b/c/references.bib": "@misc{3, title={below}}",
      "a/b/document.bib": "@misc{3, title={else}}",
    ])
    #expect(texts == ["doc.", "b.", "a."])
  }

  @Test func `leans on those of the watched folder`() async throws {
    #expect(
      try await texts(["references.bib": "@misc{2, title={root}}"]) == [nil, "root.", nil]
    )
    #expect(
      try await texts(["references.bib": "@misc{2, title={root}}"], path: "doc.md")
        == [nil, "root.", nil]
    )
  }

  @Test func `leans on nothing of one that is broken`() async throws {
    #expect(
      try await texts(["a/b/doc.bib": "@misc{1, title={doc}} @misc{2, title={doc}"])
        == [nil, nil, nil]
    )
  }

  @Test func `is the only thing that is found`() async throws {
    try await withSearcher(of: ["references.bib": "@misc{1, title={Marmots}}"]) { searcher in
      let page = try searcher.search(SearchRequest(query: "marmots"))
      #expect(page.hits.isEmpty)
    }
  }

  @Test func `lists all it leans on, and where`() async throws {
    let files = [
      "doc.txt": """
      Marmots whistle.[1] Eagles circle.
      Foxes wait.[3][2]

      References

      [1] A book
      [4] Another
      """,
      "doc.bib": "@misc{2, title={Two}} @misc{unused, title={Unused}}",
      "references.bib": "@misc{5, title={Of another document}}",
    ]
    try await withSearcher(of: files) { searcher in
      let place = DocumentPlace(folder: "documents", path: RelativePath("doc.txt"))
      let found = try searcher.references(of: [.place(place)])
      #expect(found.entries.map(\.reference.label) == ["1", "4", "2", "unused"])
      #expect(found.entries.map { $0.uses.map(\.line) } == [[1], [], [2], []])
      #expect(
        found.entries.map(\.origin) == [nil, nil, "documents/doc.bib", "documents/doc.bib"]
      )
      #expect(found.unresolved.map(\.label) == ["3"])
      #expect(found.unresolved.first?.reason == "label 3 not in the list, nor in its sidecars")
      #expect(found.unresolved.first?.uses.map(\.line) == [2])
    }
  }

  @Test func `that is not there has no references`() async throws {
    try await withSearcher(of: ["doc.txt": Self.text]) { searcher in
      let place = DocumentPlace(folder: "documents", path: RelativePath("else.txt"))
      let error = #expect(throws: SearchError.self) {
        try searcher.references(of: [.place(place), .file(Array("/nowhere".utf8))])
      }
      #expect(error?.code == .noSuchPassage)
    }
  }
}
