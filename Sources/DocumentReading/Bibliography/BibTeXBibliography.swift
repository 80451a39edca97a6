// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

/// Reads BibTeX files into entries.
enum BibTeXBibliography {
  /// How much longer `crossref` may make the entries of a file than it is: bytes.
  private static let maximumInheritance = 16 << 20

  /// The fields that a part has not because the whole has them.
  private static let ownFields: Set<String> = [
    "crossref", "title", "subtitle", "titleaddon", "shorttitle", "doi", "url", "pages", "abstract",
    "keywords", "file", "note",
  ]
  /// What the title of the whole is to a part of it.
  private static let titlesOfWholes = [
    ("title", "booktitle"), ("subtitle", "booksubtitle"),
  ]

  /// The entries of a file.
  static func references(in utf8: [UInt8]) throws(ReadingError) -> [Reference] {
    let entries = try BibTeXParser.entries(in: utf8)
    let byKey = Dictionary(grouping: entries) { $0.key.lowercased() }
    var rest = maximumInheritance
    var references: [Reference] = []
    for entry in entries {
      let whole = entry.value("crossref").flatMap { key in
        byKey[TeXText.address(key).lowercased()]?.first
      }
      let complete = whole.map { inherit($0, by: entry, rest: &rest) } ?? entry
      guard rest >= 0 else {
        throw .malformed(
          "BibTeX",
          line: entry.line,
          "crossref makes the file longer than \(maximumInheritance >> 20) MiB"
        )
      }
      let item = BibTeXItem.item(of: complete)
      references.append(Bibliography.reference(label: entry.key, item: item))
    }
    return references
  }

  /// What `entry` is with what it leaves to the whole that it is a part of.
  private static func inherit(
    _ whole: BibTeXEntry,
    by entry: BibTeXEntry,
    rest: inout Int
  ) -> BibTeXEntry {
    var fields = whole.fields.filter { !ownFields.contains($0.key) }
    for (name, part) in titlesOfWholes where fields[part] == nil {
      fields[part] = whole.fields[name]
    }
    rest -= fields.reduce(0) { $0 + $1.value.utf8.count }
    var complete = entry
    complete.fields = entry.fields.merging(fields) { own, _ in own }
    return complete
  }
}
