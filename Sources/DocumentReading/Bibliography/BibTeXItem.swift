// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues

/// What a BibTeX entry is in CSL.
///
/// - SeeAlso: the same table in Pandoc (`Citeproc.BibTeX`) and in Zotero's translator for BibTeX.
enum BibTeXItem {
  private static let types = [
    "article": "article-journal", "suppperiodical": "article-journal", "review": "review",
    "book": "book", "mvbook": "book", "collection": "book", "mvcollection": "book",
    "proceedings": "book", "mvproceedings": "book", "reference": "book", "mvreference": "book",
    "manual": "book", "booklet": "pamphlet", "periodical": "periodical", "inbook": "chapter",
    "incollection": "chapter", "bookinbook": "chapter", "suppbook": "chapter",
    "suppcollection": "chapter", "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference", "conference": "paper-conference",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis",
    "techreport": "report", "report": "report", "unpublished": "manuscript", "online": "webpage",
    "electronic": "webpage", "www": "webpage", "patent": "patent", "software": "software",
    "dataset": "dataset", "standard": "standard", "legislation": "legislation",
    "jurisdiction": "legal_case", "letter": "personal_communication", "image": "graphic",
    "artwork": "graphic", "movie": "motion_picture", "video": "motion_picture",
    "audio": "song", "music": "song", "performance": "performance",
  ]
  private static let genres = [
    "phdthesis": "PhD thesis", "mastersthesis": "Master’s thesis", "phd": "PhD thesis",
    "ma": "Master’s thesis",
  ]
  /// The CSL variables that take over one field as text: of several fields, the first there is.
  private static let texts = [
    ("publisher", ["publisher", "school", "institution", "organization"]),
    ("publisher-place", ["location", "address"]),
    ("volume", ["volume"]), ("edition", ["edition"]), ("version", ["version"]),
    ("ISBN", ["isbn"]), ("ISSN", ["issn"]), ("title-short", ["shorttitle"]),
    ("chapter-number", ["chapter"]), ("event-title", ["eventtitle"]), ("event-place", ["venue"]),
    ("number-of-pages", ["pagetotal"]), ("number-of-volumes", ["volumes"]), ("note", ["note"]),
  ]
  private static let people = [
    ("author", ["author"]), ("editor", ["editor"]), ("translator", ["translator"]),
    ("container-author", ["bookauthor"]),
  ]

  /// The item, with the entry's key as its id.
  static func item(of entry: BibTeXEntry) -> [String: JSONValue] {
    let type = types[entry.type] ?? "document"
    var item: [String: JSONValue] = ["id": .string(entry.key), "type": .string(type)]
    func set(_ name: String, _ text: String?) {
      if let text, !text.isEmpty { item[name] = .string(text) }
    }
    for (name, fields) in texts {
      set(name, fields.lazy.compactMap { entry.value($0) }.first.map(TeXText.plain))
    }
    for (name, fields) in people {
      let names = fields.lazy.compactMap { entry.value($0) }.first.map(BibTeXNames.names) ?? []
      if !names.isEmpty { item[name] = .array(names) }
    }
    set("title", title(entry, "title", "subtitle"))
    set("container-title", container(entry))
    set(
      "collection-title",
      type == "article-journal" ? nil : entry.value("series").map(TeXText.plain)
    )
    set("page", entry.value("pages").map(pages))
    set("genre", genre(entry))
    if let number = entry.value("number", "issue").map(TeXText.plain) {
      set(numberName(of: type, entry), number)
    }
    if let issued = BibTeXDate.issued(entry) { item["issued"] = issued }
    if let accessed = entry.value("urldate").map(TeXText.plain) {
      item["accessed"] = BibTeXDate.parsed(accessed)
    }
    setAddresses(of: entry, in: &item)
    return item
  }

  private static func setAddresses(of entry: BibTeXEntry, in item: inout [String: JSONValue]) {
    if let doi = entry.value("doi").map(TeXText.address).flatMap(CSLAddress.doi) {
      item["DOI"] = .string(doi)
    }
    let url = entry.value("url", "howpublished").map(TeXText.address).flatMap(CSLAddress.url)
    if let url { item["URL"] = .string(url) }
    let archive = entry.value("eprinttype", "archiveprefix")?.lowercased()
    if archive == "arxiv", let eprint = entry.value("eprint").map(TeXText.address) {
      let number = eprint.lowercased().hasPrefix("arxiv:") ? String(eprint.dropFirst(6)) : eprint
      if item["number"] == nil { item["number"] = .string("arXiv:\(number)") }
      if url == nil { item["URL"] = .string("https://arxiv.org/abs/\(number)") }
    }
  }

  private static func title(_ entry: BibTeXEntry, _ main: String, _ sub: String) -> String? {
    guard let title = entry.value(main).map(TeXText.plain) else { return nil }
    guard let rest = entry.value(sub).map(TeXText.plain) else { return title }
    return title.last.map { "?!:".contains($0) } ?? false ? "\(title) \(rest)" : "\(title): \(rest)"
  }

  private static func container(_ entry: BibTeXEntry) -> String? {
    title(entry, "booktitle", "booksubtitle") ?? title(entry, "journaltitle", "journalsubtitle")
      ?? title(entry, "journal", "journalsubtitle")
  }

  /// What `number` means for a work of this type.
  private static func numberName(of type: String, _ entry: BibTeXEntry) -> String {
    switch type {
    case "article-journal", "periodical", "review": "issue"
    case "book", "chapter", "paper-conference":
      entry.value("series") == nil ? "number" : "collection-number"
    default: "number"
    }
  }

  private static func genre(_ entry: BibTeXEntry) -> String? {
    let stated = entry.value("type").map(TeXText.plain)
    return stated.map { genres[$0.lowercased()] ?? $0 } ?? genres[entry.type]
  }

  /// Pages with plain hyphens between them, as CSL has them.
  private static func pages(_ field: String) -> String {
    var pages = ""
    for character in TeXText.plain(field) {
      let isDash = "–—‐‑-".contains(character)
      if isDash, pages.last == "-" { continue }
      pages.append(isDash ? "-" : character)
    }
    return pages
  }
}
