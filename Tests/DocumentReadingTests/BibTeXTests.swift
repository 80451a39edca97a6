// SPDX-License-Identifier: GPL-3.0-or-later

import JSONValues
import PassageModel
import TestSupport
import Testing

@testable import DocumentReading

/// The entries of a BibTeX file.
private func entries(_ text: String) throws -> [Reference] {
  try read(text, as: .bibTeX).references
}

/// The item of the only entry.
private func item(_ text: String) throws -> JSONValue {
  let entries = try entries(text)
  let entry = try #require(entries.first)
  #expect(entries.count == 1)
  return try #require(entry.item.flatMap { JSONValue($0) })
}

@Suite struct `A BibTeX file` {
  @Test func `is entries by their keys, in order, and no text to be found`() throws {
    let document = try read(
      """
      A comment, to bob@example.org, of no meaning.
      @String{pup = "Princeton University Press"}
      @book{2, author = {L{\\"u}thi, Lorenz M.}, title = "The {Sino}-Soviet Split: Cold War",
        publisher = pup, address = {Princeton}, year = 2008, isbn={978-0-691-13590-8},
        url = {https://press.princeton.edu/a\\_b}, doi = "https://doi.org/10.1515/9781400837625",
      }
      @comment{ @book{gone, title={Not this}} }
      % @book{neither, title={This}}
      @Article(smith:1999, author = {Smith, John and van der Berg, Jr, Anna and {World Bank}},
        title = {On {\\'e}t{\\'e}}, journal = {J. of } # {Things}, volume = 3, number = {2},
        pages = {12--34}, year = {1999}, month = mar)
      """,
      as: .bibTeX
    )
    #expect(document.blocks.isEmpty)
    #expect(document.markers.isEmpty)
    #expect(document.title == nil)
    #expect(document.references.map(\.label) == ["2", "smith:1999"])
    let book = document.references[0]
    #expect(
      book.text == "Lüthi, Lorenz M. (2008). The Sino-Soviet Split: Cold War. "
        + "Princeton: Princeton University Press."
    )
    #expect(book.doi == "10.1515/9781400837625")
    #expect(book.url == "https://press.princeton.edu/a_b")
    #expect(
      book.item == """
        {"DOI":"10.1515/9781400837625","ISBN":"978-0-691-13590-8",\
        "URL":"https://press.princeton.edu/a_b",\
        "author":[{"family":"Lüthi","given":"Lorenz M."}],"id":"2",\
        "issued":{"date-parts":[[2008]]},"publisher":"Princeton University Press",\
        "publisher-place":"Princeton","title":"The Sino-Soviet Split: Cold War","type":"book"}
        """
    )
    let article = document.references[1]
    #expect(
      article.text == "Smith, John; van der Berg, Anna, Jr; World Bank (1999). On été. "
        + "J. of Things 3(2), 12-34."
    )
    #expect(
      article.item == """
        {"author":[{"family":"Smith","given":"John"},\
        {"family":"Berg","given":"Anna","non-dropping-particle":"van der","suffix":"Jr"},\
        {"literal":"World Bank"}],"container-title":"J. of Things","id":"smith:1999",\
        "issue":"2","issued":{"date-parts":[[1999,3]]},"page":"12-34","title":"On été",\
        "type":"article-journal","volume":"3"}
        """
    )
  }

  @Test(arguments: [
    (#"{\"u}\"{o}\"a"#, "üöä"), (#"\'e{\'e}\'{e}\' e"#, "éééé"), (#"{\ss}\ss x"#, "ßßx"),
    (#"{\v c}\v{c}\c{c}\k a\H{o}"#, "ččçąő"), (#"\'{\i}\'\i x"#, "ííx"),
    (#"\o\O\l\L\ae\AA"#, "øØłŁæÅ"),
    (#"a--b---c"#, "a–b—c"), (#"a~b\ c"#, "a b c"), (##"R\&D \% \$ \# \_"##, "R&D % $ # _"),
    (#"``x'' `y'"#, "“x” `y'"), (#"\emph{Homo {sapiens}}"#, "Homo sapiens"),
    (#"\unknown{x}"#, #"\unknownx"#), (#"{{N}{A}TO}"#, "NATO"),
    (#"\textit {x} \LaTeX{} y"#, "x LaTeX y"),
    (#"$\alpha$-decay"#, "α-decay"), (#"\noopsort{1973b}1973"#, "1973"), (#"caf\'"#, "caf'"),
    (#"\"#, #"\"#), ("a\n  b", "a b"), (#"\b{x}"#, "x\u{331}"), (#"\~{}x"#, "~x"), ("\\'", "'"),
    (#"Erd{\H o}s"#, "Erdős"), (#"\v{}"#, ""), ("é ü 中", "é ü 中"),
  ])
  func `has its TeX made plain text`(_ tex: String, _ plain: String) {
    #expect(TeXText.plain(tex) == plain)
  }

  @Test(arguments: [
    ("Donald E. Knuth", #"[{"family":"Knuth","given":"Donald E."}]"#),
    ("Knuth, Donald E.", #"[{"family":"Knuth","given":"Donald E."}]"#),
    (
      "Ludwig van Beethoven",
      #"[{"family":"Beethoven","given":"Ludwig","non-dropping-particle":"van"}]"#
    ),
    (
      "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin",
      #"[{"family":"Vallée Poussin","given":"Charles Louis Xavier Joseph","non-dropping-particle":"de la"}]"#
    ),
    ("de la Cruz, Maria", #"[{"family":"Cruz","given":"Maria","non-dropping-particle":"de la"}]"#),
    ("King, Jr., Martin Luther", #"[{"family":"King","given":"Martin Luther","suffix":"Jr."}]"#),
    (
      "{Barnes and Noble, Inc.} and A. B.",
      #"[{"literal":"Barnes and Noble, Inc."},{"family":"B.","given":"A."}]"#
    ),
    ("A AND B and others", #"[{"literal":"A"},{"literal":"B"},{"literal":"others"}]"#),
    ("{\\O}rsted, Hans", #"[{"family":"Ørsted","given":"Hans"}]"#), ("and and", "[]"), ("", "[]"),
    (",", "[]"), ("Aristotle", #"[{"literal":"Aristotle"}]"#),
    ("毛 泽东", #"[{"family":"泽东","given":"毛"}]"#),
  ])
  func `has names with all their parts`(_ field: String, _ names: String) {
    #expect(JSONValue.array(BibTeXNames.names(in: field)).compactText == names)
  }

  @Test(arguments: [
    ("year = 1999", "[[1999]]"), ("year = {1999}, month = 12", "[[1999,12]]"),
    ("year = 1999, month = {10~} # jan", "[[1999,1,10]]"),
    ("year = 1999, month = {March/April}", "[[1999]]"),
    ("year=1999, month=feb, day=3", "[[1999,2,3]]"),
    ("date = {2001-05-03}", "[[2001,5,3]]"), ("date = {2001-05}", "[[2001,5]]"),
    ("date = {2001/2003}", "[[2001],[2003]]"), ("year = {1999--2000}", "[[1999],[2000]]"),
    ("date = {2001-05-03T10:00:00}", "[[2001,5,3]]"),
  ])
  func `has dates`(_ fields: String, _ parts: String) throws {
    #expect(try item("@misc{k, \(fields)}")["issued"]?["date-parts"]?.compactText == parts)
  }

  @Test(arguments: ["in press", "c. 1850", "2001-13", "99"])
  func `has what is no date as it stands`(_ year: String) throws {
    #expect(try item("@misc{k, year={\(year)}}")["issued"]?["literal"]?.string == year)
  }

  @Test(arguments: [
    (
      "@phdthesis{k, school={MIT}}",
      #"{"genre":"PhD thesis","id":"k","publisher":"MIT","type":"thesis"}"#
    ),
    (
      "@techreport{k, number=7, institution={NASA}}",
      #"{"id":"k","number":"7","publisher":"NASA","type":"report"}"#
    ),
    (
      "@misc{k, howpublished={\\url{https://a.org/x_y}}}",
      #"{"URL":"https://a.org/x_y","id":"k","type":"document"}"#
    ),
    (
      "@misc{k, eprint={2101.00001}, archiveprefix={arXiv}}",
      #"{"URL":"https://arxiv.org/abs/2101.00001","id":"k","number":"arXiv:2101.00001","type":"document"}"#
    ),
    ("@strange{k, title={A}, subtitle={B}}", #"{"id":"k","title":"A: B","type":"document"}"#),
    ("@article{k, journal = undefinedmacro}", #"{"id":"k","type":"article-journal"}"#),
    ("@book{k,}", #"{"id":"k","type":"book"}"#), ("@book{k}", #"{"id":"k","type":"book"}"#),
    ("@misc{k, title={A}, title={B}}", #"{"id":"k","title":"A","type":"document"}"#),
    ("@misc{k, doi={none}, url={see below}}", #"{"id":"k","type":"document"}"#),
    (
      "@misc{k, % why\n title = {A} % because\n , % end\n}",
      #"{"id":"k","title":"A","type":"document"}"#
    ),
  ])
  func `has types and fields as CSL names them`(_ text: String, _ expected: String) throws {
    #expect(try item(text).compactText == expected)
  }

  @Test func `has parts that lean on a whole`() throws {
    let entries = try entries(
      """
      @incollection{part, author={A, B}, title={Part}, pages={1-2}, crossref={Whole}}
      @book{whole, editor={C, D}, title={Whole}, year=2001, publisher={P}}
      """
    )
    #expect(entries[0].text == "A, B (2001). Part. In: C, D (ed.), Whole, 1-2. P.")
    #expect(entries[1].text == "C, D (ed.) (2001). Whole. P.")
  }

  @Test func `keeps entries that stand twice`() throws {
    let twice = try entries("@book{2, title={A}}\n@book{2, title={B}}")
    let citation = ReferenceLookup(twice).citation(CitationMarker(label: "2", range: 0..<3))
    #expect(citation.reason == "label 2 stands twice in the list")
  }

  @Test func `may be in another encoding`() throws {
    let latin =
      Array("@book{2, title={Geschichte der M".utf8) + [0xFC] + Array("ller, der ".utf8)
      + Array("K".utf8) + [0xF6] + Array("che und der B".utf8) + [0xE4] + Array("cker}}".utf8)
    let document = try DocumentReader.read(latin, as: .bibTeX)
    #expect(document.references.map(\.text) == ["Geschichte der Müller, der Köche und der Bäcker."])
  }

  @Test(arguments: [
    ("@book{2, title={A}\n@book{3, title={B}}", "line 2: ',' or '}' should stand here, in '2'"),
    ("\n@book{2, title={A}", "line 2: '2' has no end"),
    ("@book{2,\n title={A", "line 2: what begins here has no end"),
    ("@book{2,\n title=\"A", "line 2: the value that begins here has no end"),
    ("@book{2,\n title=\"A}\"}", "line 2: a '}' within quotation marks"),
    ("@book{2,\n title {A}}", "line 2: '=' should follow 'title'"),
    ("@book{2,\n title = ,}", "line 2: 'title' has no value"),
    ("@book{2,\n title = {A} # ,}", "line 2: 'title' has no value"),
    ("@book{2,\n title = {A} year = 3}", "line 2: ',' or '}' should stand here"),
    ("\n\n@book{title = {A}}", "line 3: this @book has no key"),
    ("@book{, title={A}}", "line 1: this @book has no key"),
    ("@book{", "line 1: this @book has no key"),
    ("@book{k", "line 1: 'k' has no end"), ("@comment{", "line 1: what begins here has no end"),
    ("@string{a = {b}", "line 1: @string 'a' has no end"),
    ("@string{= 1}", "line 1: the name of a"),
    ("@book(k, title={A}}", "line 1: ',' or ')' should stand here"),
  ])
  func `that is broken says where and why`(_ text: String, _ message: String) {
    let error = #expect(throws: ReadingError.self) { try read(text, as: .bibTeX) }
    #expect(error?.code == .malformed)
    #expect(
      error?.message.hasPrefix("no BibTeX: " + message) == true,
      "\(String(describing: error))"
    )
  }

  @Test func `cannot grow without end by macros or wholes`() {
    var bomb = "@string{a0={" + String(repeating: "x", count: 1000) + "}}\n"
    for step in 1...60 { bomb += "@string{a\(step) = a\(step - 1) # a\(step - 1)}\n" }
    #expect(throws: ReadingError.self) { try read(bomb, as: .bibTeX) }
    var wholes = "@book{w, publisher={" + String(repeating: "x", count: 100_000) + "}}\n"
    for part in 1...2000 { wholes += "@inbook{p\(part), crossref={w}}\n" }
    #expect(throws: ReadingError.self) { try read(wholes, as: .bibTeX) }
  }

  @Test(
    .timeLimit(.minutes(5)),
    arguments: [
      "{", "\\'", "@comment{}", "@a{k}", "% @", "@string{", "and ", "\n@",
    ]
  )
  func `takes linear time`(_ piece: String) {
    let many = String(repeating: piece, count: 5_000)
    _ = try? read(many, as: .bibTeX)
    _ = try? read("@a{k, author={\(many)}}", as: .bibTeX)
    let closed = many + String(repeating: "}", count: many.count { $0 == "{" })
    _ = try? read("@a{k, author={\(closed)}, title={\(closed)}}", as: .bibTeX)
  }

  @Test(arguments: 1...60)
  func `whatever it holds is read or refused`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "@", "book", "{", "}", "(", ")", "\"", ",", "=", "#", "\n", "%", " ", "k", "title", "author",
      "year", " and ", "\\", "\\'", "\\v", "~", "--", "é", "\u{301}", "1999", "@book{k, title={A}}",
      "@string{", "@comment{", "crossref={k}", "url", "doi={10.1/x}", "\0", "month = jan", "pages",
    ]
    for _ in 0..<300 {
      let count = Int.random(in: 0..<40, using: &random)
      let text = (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &random)] }
        .joined()
      guard let document = try? read(text, as: .bibTeX) else { continue }
      for reference in document.references {
        #expect(!reference.label.isEmpty)
        #expect(reference.item.flatMap { JSONValue($0) }?["id"]?.string == reference.label)
        #expect(!reference.text.contains { $0.isNewline })
      }
    }
  }
}
