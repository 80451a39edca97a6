// SPDX-License-Identifier: GPL-3.0-or-later

import CitationFormats
import PassageModel
import Testing

@Suite struct `The format` {
  private static let anchor =
    "documents/split.txt#char=100,155;length=800,UTF-8;md5=9e107d9d372bb6826bd81d3542a419d6,UTF-8"
    + ":~:text=of%20the%20Bloc.%20-,China%27s%20%2Abreak%2A%20with%20Moscow%2C%20as%20the%20Chinese"
    + "%20put%20it%20%5B7%5D.,-%20But%20marmots"

  private static let stamp =
    "cited 2026-11-30; sha256:\(String(repeating: "0123456789abcdef", count: 4)); look-alike 0.31"

  private func write(_ format: CitationFormat, _ quotation: SourcedQuotation) -> String {
    CitationWriter(format, withReferences: true).write(quotation)
  }

  @Test func `markdown is a block quotation with a link`() {
    let expected = #"""
      > China's \*break\* with Moscow,
      > as the Chinese put it \[7\].
      >
      > — Lüthi, Lorenz M.; Mao Zedong, *Sino-Soviet split* (2008-05-31), Origins › Ideology & doctrine, [lines 7–8](\#(Self.anchor) "\#(Self.stamp)")

      - \[7\] Lüthi, Lorenz M. (2008). The Sino-Soviet Split.


      """#
    #expect(write(.markdown, Sample.quotation) == expected)
  }

  @Test func `text has the anchor and the stamp on lines of their own`() {
    let expected = """
      “China's *break* with Moscow,
       as the Chinese put it [7].”
      — Lüthi, Lorenz M.; Mao Zedong, Sino-Soviet split (2008-05-31), Origins › Ideology & doctrine, lines 7–8
      \(Self.anchor)
      \(Self.stamp)

      [7] Lüthi, Lorenz M. (2008). The Sino-Soviet Split.


      """
    #expect(write(.text, Sample.quotation) == expected)
  }

  @Test func `html is a figure`() {
    let expected = """
      <figure class="citation">
      <blockquote cite="\(Self.anchor)" data-stamp="\(Self.stamp)">\
      <p>China's *break* with Moscow,<br>as the Chinese put it [7].</p></blockquote>
      <figcaption>— Lüthi, Lorenz M.; Mao Zedong, <cite>Sino-Soviet split</cite> (2008-05-31), \
      Origins › Ideology &amp; doctrine, <a href="\(Self.anchor)">lines 7–8</a></figcaption>
      </figure>
      <ul class="references">
      <li>[7] Lüthi, Lorenz M. (2008). The Sino-Soviet Split.</li>
      </ul>

      """
    #expect(write(.html, Sample.quotation) == expected)
  }

  @Test func `bibtex is an entry of the source, whatever is cited of it`() {
    let note = Self.anchor.replacing("#", with: "\\#").replacing("%", with: "\\%")
      .replacing("~", with: "\\textasciitilde{}")
    let expected = """
      @misc{split-5c4f57f0,
        author = {Lüthi, Lorenz M. and Mao Zedong},
        title = {{Sino-Soviet split}},
        year = {2008},
        date = {2008-05-31},
        howpublished = {documents/split.txt},
        note = {Origins › Ideology \\& doctrine, lines 7–8. \(note). \(Self.stamp)},
        annote = {China's *break* with Moscow, as the Chinese put it [7].},
      }

      @misc{split-5c4f57f0-7,
        note = {Lüthi, Lorenz M. (2008). The Sino-Soviet Split.},
        doi = {10.1515/9781400837625},
      }

      """
    #expect(write(.bibtex, Sample.quotation) == expected)
    let other = write(.bibtex, Sample.quotation.saying("other words"))
    #expect(other.hasPrefix("@misc{split-5c4f57f0,\n"))
  }

  @Test(arguments: [
    ("Ministry of Health and Welfare", "{Ministry of Health and Welfare}"),
    ("Doe, Jr, John", "{Doe, Jr, John}"), ("a, b, c, d", "{a, b, c, d}"), ("others", "{others}"),
    ("{Mao}", "\\textbraceleft{}Mao\\textbraceright{}"),
  ])
  func `bibtex keeps whole a name that would be taken apart`(_ name: String, _ field: String) {
    let document = Sample.quotation.document
    let quotation = SourcedQuotation(
      quotation: Sample.quotation.quotation,
      document: SourceDocument(
        folder: document.folder,
        path: document.path,
        uri: document.uri,
        title: nil,
        authors: [name],
        mediaType: document.mediaType,
        language: nil,
        modified: document.modified,
        digest: document.digest,
        length: document.length,
        passageCount: 1
      ),
      date: nil,
      headings: [],
      range: Sample.quotation.range,
      lines: 7...7,
      citations: []
    )
    let written = write(.bibtex, quotation)
    #expect(written.contains("author = {\(field)},"), "\(written)")
    #expect(written.contains("title = {{documents/split.txt}},"))
    #expect(write(.text, quotation).contains("— \(name), documents/split.txt, line 7\n"))
  }

  @Test func `of an entry with data is made of the data, and that of one without of its words`() {
    let item = #"""
      {"id":"luthi 2008","type":"chapter","title":"The Split","container-title":"Cold {War}",
      "author":[{"family":"Beethoven","non-dropping-particle":"van","given":"L."},{"literal":"A and B"}],
      "issued":{"date-parts":[[2008,5]]},"volume":12.0,"page":"3-9","DOI":"10.1/{x}","custom":{"deep":[[[null,1.5]]]}}
      """#
    for (data, isKnown) in [(item, true), (String(item.dropLast()), false), ("[]", false)] {
      let reference = Reference(label: "^a b", text: "Beethoven (2008)", item: data)
      let quotation = Sample.quotation.leaning(on: reference)
      let bibtex = write(.bibtex, quotation)
      #expect(bibtex.contains("{split-5c4f57f0-a-b,"))
      #expect(bibtex.contains("note = {Beethoven (2008)}") == !isKnown)
      #expect(bibtex.contains("@incollection{") == isKnown)
      #expect(bibtex.contains("author = {van Beethoven, L. and {A and B}},") == isKnown)
      #expect(
        bibtex.contains("booktitle = {Cold \\textbraceleft{}War\\textbraceright{}},") == isKnown
      )
      #expect(bibtex.contains("doi = {10.1/%7Bx%7D},") == isKnown)
      #expect(bibtex.contains("volume = {12},") == isKnown)
      let csl = write(.cslJSON, quotation)
      #expect(csl.contains("\"luthi 2008\"") == isKnown)
      #expect(csl.contains("\"title\" : \"Beethoven (2008)\"") == !isKnown)
    }
  }

  @Test(arguments: [
    ("2", "split-5c4f57f0-2"), ("luthi2008", "luthi2008"), ("2a", "2a"),
  ])
  func `of an entry keeps an id that is more than a number`(_ id: String, _ key: String) {
    let reference = Reference(label: id, text: "T", item: #"{"id":"\#(id)","title":"T"}"#)
    let bibtex = write(.bibtex, Sample.quotation.leaning(on: reference))
    #expect(bibtex.contains("@misc{\(key),"), "\(bibtex)")
    let csl = write(.cslJSON, Sample.quotation.leaning(on: reference))
    #expect(csl.contains("\"id\" : \"\(key)\""), "\(csl)")
  }

  @Test func `of an entry with a long number keeps all its digits`() {
    let item = #"{"id":"x","title":"T","volume":1234567890123456789}"#
    let quotation = Sample.quotation.leaning(on: Reference(label: "x", text: "T", item: item))
    #expect(write(.bibtex, quotation).contains("volume = {1234567890123456789}"))
  }
}
