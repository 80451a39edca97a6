// SPDX-License-Identifier: GPL-3.0-or-later

internal import JSONValues
internal import PassageModel

/// Reads files that are nothing but entries which other documents lean on.
enum Bibliography {
  /// The document that a bibliography is: entries, and no text to be found.
  ///
  /// Entries with equal labels are all kept: that there is no telling which is meant, those have to
  /// know who look for one.
  ///
  /// - Throws: `malformed` with the line and what is wrong: nothing of a broken file is of use.
  static func read(
    _ decoded: DecodedText,
    as mediaType: MediaType
  ) throws(ReadingError) -> StructuredDocument {
    let references =
      mediaType == .bibTeX
      ? try BibTeXBibliography.references(in: decoded.utf8)
      : try CSLBibliography.references(in: decoded.utf8)
    let all = decoded.utf8.trimmed(0..<decoded.utf8.count)
    return StructuredDocument(
      text: SourceText(validUTF8: decoded.utf8),
      mediaType: mediaType,
      title: nil,
      titleRange: nil,
      encoding: decoded.encoding,
      headings: [],
      blocks: [],
      markers: [],
      references: references,
      referenceLists: all.isEmpty ? [] : [all],
      replacedByteCount: decoded.replacedByteCount
    )
  }

  /// The entry that `item` describes.
  static func reference(label: String, item: [String: JSONValue]) -> Reference {
    Reference(
      label: label,
      text: CSLLine.text(of: item),
      url: item["URL"]?.string.flatMap(CSLAddress.url),
      doi: item["DOI"]?.string.flatMap(CSLAddress.doi),
      item: JSONValue.object(item).compactText
    )
  }
}
