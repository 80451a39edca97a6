// SPDX-License-Identifier: GPL-3.0-or-later

internal import PassageModel

/// A citation as a BibTeX entry of its source.
struct BibTeXCitation {
  /// The citation.
  let written: String

  init(_ quotation: SourcedQuotation, _ references: [Reference]) {
    let key = SourceKey(quotation.document)
    let entries = references.map { BibTeXEntry($0, key: key) }
    written = ([Self.entry(quotation, key: key)] + entries).map(\.written).joined(separator: "\n")
  }

  private static func entry(_ quotation: SourcedQuotation, key: SourceKey) -> BibTeXEntry {
    let source = SourceDescription(quotation)
    let date = source.date.map(StatedDate.init)
    var entry = BibTeXEntry(type: "misc", key: key.text)
    entry.add("author", names: source.authors)
    entry.add(title: source.name)
    entry.add("year", date?.year)
    if let date, !date.parts.isEmpty { entry.add("date", date.text) }
    entry.add("howpublished", source.place)
    let place = [source.headings, source.lines].compactMap(\.self).joined(separator: ", ")
    let proof = [quotation.tellingAnchor.description, quotation.stamp?.description]
    entry.add("note", ([place] + proof.compactMap(\.self)).joined(separator: ". "))
    entry.add("annote", quotation.words)
    return entry
  }
}
