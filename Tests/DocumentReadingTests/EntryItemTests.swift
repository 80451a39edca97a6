// SPDX-License-Identifier: GPL-3.0-or-later

import JSONValues
import Testing

@testable import DocumentReading

/// What is told of an entry's text.
private func item(_ text: String) -> JSONValue? {
  EntryItem.item(label: "1", text: text, url: nil, doi: nil).flatMap { JSONValue($0) }
}

@Suite struct `What is certain of an entry` {
  @Test(arguments: [
    (
      "Smith, John. (1999). A Book of Marmots. Penguin Books.",
      #"[{"family":"Smith","given":"John"}]"#, "[1999]", "A Book of Marmots"
    ),
    (
      "Peter, Tom A.. (17 December 2011). Childbirth improves. Christian Monitor.",
      #"[{"family":"Peter","given":"Tom A."}]"#, "[2011,12,17]", "Childbirth improves"
    ),
    (
      "van der Berg, A. B.; O’Brien, Jean-Luc (May 1999). \"On Eagles.\" Nature 3.",
      #"[{"family":"van der Berg","given":"A. B."},{"family":"O’Brien","given":"Jean-Luc"}]"#,
      "[1999,5]", "On Eagles"
    ),
    (
      "Cotton, T. J. & Fortey, R.A. (2005). Trilobites again. Palaeontology.",
      #"[{"family":"Cotton","given":"T. J."},{"family":"Fortey","given":"R.A."}]"#, "[2005]",
      "Trilobites again"
    ),
    (
      "Ede, A., George, S., & Galup, R. (July 6, 2001). Keyboards compared. Assistive.",
      #"[{"family":"Ede","given":"A."},{"family":"George","given":"S."},{"family":"Galup","given":"R."}]"#,
      "[2001,7,6]", "Keyboards compared"
    ),
  ])
  func `are author, date and title of an unmistakable shape`(
    _ text: String,
    _ authors: String,
    _ date: String,
    _ title: String
  ) {
    let item = item(text)
    #expect(item?["author"]?.compactText == authors)
    #expect(item?["issued"]?["date-parts"]?.array?.first?.compactText == date)
    #expect(item?["title"]?.string == title)
    #expect(item?["type"]?.string == "document")
    #expect(item?["id"]?.string == "1")
  }

  @Test(arguments: [
    "Schefter 1999, p. 275", "John Smith. (1999). A Book. Penguin.",
    "University Press, Oxford. (1999). A Book of Things. Penguin.",
    "Washington, D.C. (1999). A Book of Things. Penguin.",
    "Smith, John (in press). A Book. Penguin.",
    "Smith, John, Jr. (1999). A Book of Things. Penguin.", "Smith, John (1999), A Book, Penguin.",
    "Smith, John. (1999). A Book of Things. Penguin; Doe, Jane. (2001). Other. Penguin.",
    "See Smith, John. (1999). A Book of Things. Penguin.", "", "(", "()", "(1999)", ", (1999). A",
    "Smith, John. (1999/2000). A Book of Things. Penguin.", "A, B, C (1999). A Book. P.",
    "Smith, John. (13 1999). A Book of Things. Penguin.",
  ])
  func `is not told where the shape is another`(_ text: String) {
    #expect(item(text) == nil)
  }

  @Test(arguments: [
    "Smith, John. (1999). Policy of the U.S. Congress. Penguin.",
    "Smith, John. (1999). The New York Times. http://a.org",
    "Smith, John. (1999). \"A\" by Jane Doe. Penguin.",
    "Smith, John. (1999). Zoology, 7th edition. P.",
    "Smith, John. (1999). Marmots, vol. 3. Penguin.", "Smith, John. (1999). al-Khwarizmi. Penguin.",
  ])
  func `is no title of which the end is doubtful`(_ text: String) {
    #expect(item(text)?["author"] != nil)
    #expect(item(text)?["title"] == nil)
  }

  @Test(
    arguments: [
      ("Book. ISBN 978-0-691-13590-8.", "978-0-691-13590-8"),
      ("ISBN: 0-14-027201-1", "0-14-027201-1"),
      ("ISBN-13: 9780691135908 12", "9780691135908"), ("ISBN 0-525-94054-5", "0-525-94054-5"),
      ("ISBN 978-0-691-13590-9", nil), ("ISBN 0-14-027201-2", nil), ("ISBN", nil),
      ("978-0-691-13590-8", nil),
      ("ISBN 0-14-027201-2, ISBN 0-8044-2957-X", "0-8044-2957-X"), ("ISBN X", nil),
    ] as [(String, String?)]
  )
  func `is an ISBN with the right check digit`(_ text: String, _ isbn: String?) {
    #expect(item(text)?["ISBN"]?.string == isbn)
  }

  @Test(
    arguments: [
      ("arXiv:2101.00001", "arXiv:2101.00001"),
      ("https://arxiv.org/abs/0704.0001v2", "arXiv:0704.0001"),
      ("arXiv:21.3", nil), ("2101.00001", nil), ("arXiv:", nil),
    ] as [(String, String?)]
  )
  func `is the number of arXiv that is said to be one`(_ text: String, _ number: String?) {
    #expect(item(text)?["number"]?.string == number)
  }

  @Test func `are DOI and URL`() {
    let item = EntryItem.item(label: "1", text: "A", url: "https://a.org", doi: "10.1/a")
    #expect(item == #"{"DOI":"10.1/a","URL":"https://a.org","id":"1","type":"document"}"#)
  }
}
