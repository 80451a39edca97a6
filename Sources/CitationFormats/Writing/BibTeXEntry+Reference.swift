// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

extension BibTeXEntry {
  /// An entry of a document's own list: by its data, or else as what was written.
  init(_ reference: Reference, key: SourceKey) {
    guard let item = reference.cslItem else {
      self.init(type: "misc", key: key.reference(reference.label))
      add("note", reference.text)
      add("doi", address: reference.doi)
      add("url", address: reference.url)
      return
    }
    let kind = item["type"]?.text ?? ""
    let key = key.reference(reference.label, id: Self.key(item["id"]?.text))
    self.init(type: Self.types[kind] ?? "misc", key: key)
    add("author", names: Self.names(item["author"]))
    add("editor", names: Self.names(item["editor"]))
    add(title: item["title"]?.text)
    add(Self.containers[kind] ?? "howpublished", item["container-title"]?.text)
    add("year", Self.year(item["issued"]))
    for (name, variable) in Self.variables { add(name, item[variable]?.text) }
    add("doi", address: item["DOI"]?.text)
    add("url", address: item["URL"]?.text)
  }

  private static let types = [
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "book": "book", "chapter": "incollection", "paper-conference": "inproceedings",
    "report": "techreport", "thesis": "phdthesis",
  ]

  private static let containers = [
    "article-journal": "journal", "article-magazine": "journal", "article-newspaper": "journal",
    "chapter": "booktitle", "paper-conference": "booktitle",
  ]

  private static let variables = [
    ("publisher", "publisher"), ("address", "publisher-place"), ("volume", "volume"),
    ("number", "issue"), ("pages", "page"), ("edition", "edition"), ("isbn", "ISBN"),
    ("issn", "ISSN"), ("note", "note"),
  ]

  /// A key as the list has it, if it is one for BibTeX.
  private static func key(_ id: String?) -> String? {
    guard let id, id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
      !id.utf8.contains(where: { "\"#%'(),={}~\\".utf8.contains($0) })
    else { return nil }
    return id
  }

  private static func names(_ names: JSONValue?) -> [String] {
    (names?.elements ?? []).compactMap { name in
      if let literal = name["literal"]?.text { return literal }
      let family = [name["non-dropping-particle"], name["family"]].compactMap { $0?.text }
        .joined(separator: " ")
      let given = [name["given"], name["dropping-particle"]].compactMap { $0?.text }
        .joined(separator: " ")
      let parts = [family, name["suffix"]?.text ?? "", given].filter { !$0.isEmpty }
      return parts.isEmpty ? nil : parts.joined(separator: ", ")
    }
  }

  private static func year(_ date: JSONValue?) -> String? {
    date?["date-parts"]?.elements.first?.elements.first?.text ?? date?["literal"]?.text
      ?? date?["raw"]?.text ?? date?.text
  }
}
