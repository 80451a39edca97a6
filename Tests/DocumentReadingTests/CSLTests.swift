// SPDX-License-Identifier: GPL-3.0-or-later

import JSONValues
import PassageModel
import Testing

@testable import DocumentReading

@Suite struct `A CSL-JSON file` {
  @Test func `is items by their ids, kept as they were given`() throws {
    let document = try read(
      """
      [ { "type": "article-journal", "id": 2, "title": "On <i>Marmota</i>", "volume": 3,
          "author": [{"family": "Smith", "given": "J.", "non-dropping-particle": "van"},
            {"literal": "World Bank"}],
          "issued": {"date-parts": [["1999", 3]]}, "container-title": "Nature", "page": "1-9",
          "DOI": "doi:10.1000/ABC", "URL": "https://a.org/x" },
        { "id": "b", "type": "book", "title": "B", "editor": [{"family": "E"}],
          "custom": {"kept": [1.50, null]} } ]
      """,
      as: .cslJSON
    )
    #expect(document.blocks.isEmpty)
    #expect(document.references.map(\.label) == ["2", "b"])
    let first = document.references[0]
    #expect(first.text == "van Smith, J.; World Bank (1999). On Marmota. Nature 3, 1-9.")
    #expect(first.doi == "10.1000/ABC")
    #expect(first.url == "https://a.org/x")
    #expect(
      document.references[1].item == """
        {"custom":{"kept":[1.50,null]},"editor":[{"family":"E"}],"id":"b","title":"B",\
        "type":"book"}
        """
    )
  }

  @Test func `may be one item`() throws {
    let document = try read(#"{"id":"x","title":"T"}"#, as: .cslJSON)
    #expect(document.references.map(\.text) == ["T."])
  }

  @Test(arguments: ["[]", " [ ] \n"])
  func `may be empty`(_ text: String) throws {
    #expect(try read(text, as: .cslJSON).references.isEmpty)
  }

  @Test func `says what it can of an item that says nothing`() throws {
    #expect(try read(#"[{"id":7}]"#, as: .cslJSON).references.map(\.text) == ["7"])
  }

  @Test(arguments: [
    ("[\n{\"id\":1,}]", "line 2: the name of a member should begin here"),
    ("[{\"id\":1}", "line 1: what begins here has no end"), ("", "line 1: there is nothing"),
    ("[{\"id\":1},{\"title\":\"x\"}]", "item 2 has no \"id\""), ("[1]", "item 1 is no object"),
    ("{}", "item 1 has no \"id\""), ("[{\"id\":\"\"}]", "item 1 has no \"id\""),
    ("[{\"id\":null}]", "item 1 has no \"id\""), ("[{\"id\":[]}]", "item 1 has no \"id\""),
  ])
  func `that is broken says where and why`(_ text: String, _ message: String) {
    let error = #expect(throws: ReadingError.self) { try read(text, as: .cslJSON) }
    #expect(error?.code == .malformed)
    #expect(error?.message == "no CSL-JSON: " + message)
  }

  @Test(arguments: [
    ("a.bib", MediaType.bibTeX), ("a/B.BIB", .bibTeX), ("a.csl.json", .cslJSON),
    ("references.CSL.JSON", .cslJSON),
  ])
  func `is known by its name`(_ path: String, _ mediaType: MediaType) throws {
    #expect(try DocumentReader.mediaType(of: RelativePath(path)) == mediaType)
  }

  @Test(arguments: ["a.json", "csl.json", ".csl.json", "a.csl/b.json"])
  func `is no other file of JSON`(_ path: String) {
    let error = #expect(throws: ReadingError.self) {
      try DocumentReader.mediaType(of: RelativePath(path))
    }
    #expect(error?.code == .unsupportedFormat)
  }
}
