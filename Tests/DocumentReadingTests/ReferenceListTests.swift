// SPDX-License-Identifier: GPL-3.0-or-later

import PassageModel
import ReadingInvariants
import Testing

@testable import DocumentReading

@Suite struct `Where reference lists stand` {
  private static let text =
    "Title\n\nIt was so, and so it stayed for a good many years after all of that.[1][2]\n\n"

  @Test(arguments: [
    "References", "REFERENCES:", "7. Works Cited", "VII. References", "Notes", "Sources",
    "Bibliography", "Literature", "Einzelnachweise", "Literatur", "Quellen", "Fußnoten",
    "Anmerkungen", "Литература", "Примечания", "Список литературы", "Источники", "Сноски",
    "Referencias", "Bibliografía", "Notas", "Fuentes", "参考文献", "參考文獻", "注释", "参 考 文 献",
    "七、参考文献", "脚注", "资料来源",
  ])
  func `under a heading in each language`(_ name: String) throws {
    for text in [
      Self.text + "## \(name)\n\n[1] A\n[2] B\n", Self.text + "\(name)\n\n[1] A\n[2] B\n",
      Self.text + "\(name)\n[1] A\n[2] B\n", Self.text + "**\(name)**\n\n1. A\n2. B\n",
      Self.text.dropLast(2) + "\n\(name)\n[1] A\n[2] B\n",
    ] {
      for mediaType in MediaType.allCases where !mediaType.isBibliography {
        let document = try read(text, as: mediaType)
        let entries = [Reference(label: "1", text: "A"), Reference(label: "2", text: "B")]
        #expect(document.references == entries, "\(text) as \(mediaType)")
        #expect(document.markers.map(\.label) == ["1", "2"])
        #expect(structuralFault(of: document) == nil)
      }
    }
  }

  @Test(arguments: [
    (
      "# Статья\n\nТак было.[1]\n\n## Примечания\n\n1. Иванов И. И. Книга. М., 1990. С. 5.\n",
      "Иванов И. И. Книга. М., 1990. С. 5."
    ),
    (
      "# Artikel\n\nSo war es.[1]\n\n## Einzelnachweise\n\n[1] Müller, Buch, S. 5.\n",
      "Müller, Buch, S. 5."
    ),
    (
      "# 文章\n\n如此。[1]\n\n## 参考文献\n\n[1]王力. 汉语史稿[M]. 北京: 中华书局, 1980.\n",
      "王力. 汉语史稿[M]. 北京: 中华书局, 1980."
    ),
    (
      "# Artículo\n\nAsí fue.[1]\n\n## Notas y referencias\n\n1. Pérez, *Libro*, pág. 5.\n",
      "Pérez, Libro, pág. 5."
    ),
  ])
  func `with entries of each language`(_ text: String, _ entry: String) throws {
    let document = try read(text, as: .markdown)
    #expect(document.references == [Reference(label: "1", text: entry)])
    #expect(ReferenceLookup(document.references).citation(document.markers[0]).reference != nil)
  }

  @Test func `headings within a list do not end it`() throws {
    let document = try read(
      "# T\n\nA.[1][2]\n\n## References\n\n### Books\n\n1. A\n\n### Web\n\n2. B\n",
      as: .markdown
    )
    #expect(document.references.map(\.label) == ["1", "2"])
  }

  @Test func `a line amid a list of lines goes on with its entry`() throws {
    let long = String(repeating: "so many words that nobody would ever wrap them, ", count: 6)
    let document = try read(
      Self.text + "References\n[1] A \(long)\nwith more\n[2] B\n[3] C\nNot of the list.\n"
    )
    #expect(document.references.map(\.label) == ["1", "2", "3"])
    #expect(document.references[0].text.hasSuffix("with more"))
    #expect(document.blockTexts.last == "Not of the list.")
  }

  @Test func `a year at the beginning of such a line is none of an entry`() throws {
    let long = String(repeating: "so many words that nobody would ever wrap them, ", count: 6)
    let document = try read(Self.text + "References\n1. A \(long)\n1988. 212 p.\n2. B\n")
    #expect(document.references.map(\.label) == ["1", "2"])
    #expect(document.references[0].text.hasSuffix("1988. 212 p."))
  }

  @Test func `labels of two lists lead nowhere`() throws {
    let document = try read(
      "# T\n\nA.[1]\n\n## Notes\n\n1. A note\n\n## References\n\n1. A book\n",
      as: .markdown
    )
    let citation = ReferenceLookup(document.references).citation(document.markers[0])
    #expect(citation.reference == nil)
    #expect(citation.reason == "label 1 stands twice in the list")
  }

  @Test(arguments: [
    ("[1] A\n[2] B\n", 2), ("[1] A\n\n[2] B\n", 2), ("［1］ A\n［2］ B\n", 2),
    ("[1]: A b\n[2]: B c\n", 2),
    ("1. A\n2. B\n", 0), ("[1] A\n[3] B\n", 0), ("[2] A\n[3] B\n", 0), ("[1] A\n\nThe end.\n", 0),
    ("[1] A\n[2] B\n[3] C\n[4] D\n[5] E\n", 0), ("(1) A\n(2) B\n", 0),
  ])
  func `at the end without a heading only what counts and is cited`(
    _ list: String,
    _ count: Int
  ) throws {
    for mediaType in MediaType.allCases where !mediaType.isBibliography {
      let document = try read(Self.text + list, as: mediaType)
      #expect(document.references.count == count)
      #expect(structuralFault(of: document) == nil)
    }
  }

  @Test func `a list that nothing cites is text`() throws {
    let document = try read("Title\n\nA long enough line of text.\n\n[1] A\n[2] B\n")
    #expect(document.references.isEmpty)
  }

  @Test(arguments: [
    "Was.[1]\n\n[1] A first note.\n\nWas.[1] So.[2]\n\n[1] A second.\n\n[2] A third.\n",
    "> Was.[1]\n>\n> [1] https://bob.org\n\nIt was.[1]\n\n[1] https://anna.org\n",
  ])
  func `notes of one chapter or letter are no list of the others`(_ text: String) throws {
    let document = try read("Title\n\n" + text)
    #expect(document.references.isEmpty)
    #expect(structuralFault(of: document) == nil)
  }

  @Test(.timeLimit(.minutes(5)))
  func `many paragraphs that could end a list cost little`() throws {
    let document = try read("See [1].\n\n" + String(repeating: "[2] A\n\n", count: 50_000))
    #expect(document.references.isEmpty)
  }

  @Test func `the seed has none, and says so`() throws {
    let document = try DocumentReader.read(Corpus.bytes("sino-soviet-split.txt"), as: .plainText)
    let lookup = ReferenceLookup(document.references)
    let citations = document.markers.map(lookup.citation)
    #expect(citations.count == 25)
    #expect(citations.allSatisfy { $0.reference == nil })
    #expect(Set(citations.map(\.reason)) == ["no reference list in this document"])
  }
}
